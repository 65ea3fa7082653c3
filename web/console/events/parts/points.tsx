import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { dayPoints, type Point, pointsOf } from '../../../../functions/events/scheduling/checks/points';
import { capitalised } from '../../../../functions/platform/text/text';
import { ms } from '../../../../functions/platform/time/dates';
import { longDate } from '../../../../functions/platform/time/format-date';
import type { Holiday } from '../../../../functions/platform/time/holidays';
import type { World } from '../../../../functions/platform/world/world';
import { findTask } from '../../../../functions/programme/plans/list';

const HOLIDAY: Record<Holiday, string> = {
  'new-year': 'nghỉ Tết Dương lịch',
  tet: 'nghỉ Tết Nguyên đán',
  'hung-kings': 'nghỉ Giỗ Tổ Hùng Vương',
  reunification: 'nghỉ lễ 30/4',
  labour: 'nghỉ lễ 1/5',
  national: 'nghỉ Quốc khánh (2/9 và một ngày liền kề)',
};

const FIELD: Record<string, string> = {
  title: 'Tên',
  titleEn: 'Tên tiếng Anh',
  summary: 'Giới thiệu',
  summaryEn: 'Giới thiệu tiếng Anh',
  audience: 'Đối tượng',
};

/** `Buổi 2, chuyên đề` */
const fieldName = (field: string): string => {
  const session = /^sessions\.(\d+)(?:\.(\w+))?$/.exec(field);
  if (!session) return FIELD[field] ?? field;
  const part = { topic: ', chuyên đề', topicEn: ', chuyên đề bằng tiếng Anh' }[session[2] ?? ''] ?? '';
  return `Buổi ${Number(session[1]) + 1}${part}`;
};

/** One point in a sentence. */
const pointWords = (point: Point): string => {
  switch (point.what) {
    case 'task-year':
      return `Nhiệm vụ thuộc kế hoạch năm ${point.taskYear}, còn lịch là năm ${point.year}.`;
    case 'year-in-text':
      return `${fieldName(point.field)} ghi năm ${point.years.join(', ')}.`;
    case 'date-in-text':
      return `${fieldName(point.field)} ghi ngày khác với lịch: ${point.dates.join('; ')}.`;
    case 'sunday':
      return `${capitalised(longDate(ms(point.day)))} là ngày nghỉ hằng tuần.`;
    case 'holiday':
      return `${capitalised(longDate(ms(point.day)))}: ${HOLIDAY[point.holiday]}.`;
    case 'night':
      return `${fieldName(point.field)} vào ban đêm.`;
  }
};

/** The days of an event on which offices are closed, in words; empty where there are none. */
export const dayWords = (event: Pick<Event, 'startsAt' | 'endsAt'>): string =>
  dayPoints(event).map(pointWords).join(' ');

/** What an event says that does not fit its days, with the plan of its task. */
export const readPoints = async (world: World, event: Event): Promise<Point[]> =>
  pointsOf(event, event.taskId ? (await findTask(world, event.taskId))?.year : undefined);

/** What should be looked at again before people are told; nothing where there is nothing. */
export const Points: FC<{ points: readonly Point[] }> = ({ points }) =>
  points.length === 0 ? null : (
    <div class="notice lotus">
      <p>
        <strong>Vui lòng xem lại:</strong>
      </p>
      <ul>
        {points.map((point) => (
          <li>{pointWords(point)}</li>
        ))}
      </ul>
    </div>
  );

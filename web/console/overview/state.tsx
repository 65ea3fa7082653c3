import type { FC } from 'hono/jsx';
import { dayNow, daysOf } from '../../../functions/events/event/days';
import type { Event } from '../../../functions/events/event/event';
import { type Milestone, milestonesOf } from '../../../functions/events/overview/milestones';
import type { EventState } from '../../../functions/events/overview/state';
import { showCount } from '../../../functions/platform/text/count';
import { DAY, localDate } from '../../../functions/platform/time/dates';
import { deadlineWords } from '../../parts/events/event-words';
import { Summary } from '../../ui/summary';
import { whenWords } from '../events/parts/words';
import type { ToDo } from '../home/to-do/to-do';
import { linesOf } from './lines';
import { SeatBars } from './seat-bars';

export const MILESTONE: Record<Milestone['what'], string> = {
  'registration-opens': 'Mở đăng ký',
  'registration-closes': 'Hết hạn đăng ký',
  'quota-deadline': 'Hết hạn cử người',
  'respond-by': 'Hết hạn trả lời thư mời',
  'seats-by-hand': 'Ngừng tự xếp chỗ cho người chờ',
  begins: 'Bắt đầu',
  ends: 'Kết thúc',
};

/** Where the event stands on the way to its day. */
const standing = (event: Event, now: number): string => {
  if (event.status === 'cancelled') return 'Đã hủy.';
  if (event.undated) return 'Đang hoãn, chưa có ngày mới.';
  const { when, day } = dayNow(event, now);
  if (when === 'after') return 'Đã kết thúc.';
  const days = daysOf(event).length;
  if (when === 'during')
    return days > 1 ? `Đang diễn ra, ngày ${day} trên ${showCount(days)}.` : 'Diễn ra hôm nay.';
  const left = Math.round((Date.parse(localDate(event.startsAt)) - Date.parse(localDate(now))) / DAY);
  return left === 1 ? 'Ngày mai bắt đầu.' : `Còn ${showCount(left)} ngày.`;
};

/** A day's end is said as the day alone. */
const atWords = (at: string): string => deadlineWords(at, 'vi');

interface StateProps {
  state: EventState;
  toDos: readonly ToDo[];
  now: number;
}

/** How far an event is: what is to be done, its seats, the figures, and what it comes to. */
export const State: FC<StateProps> = ({ state, toDos, now }) => {
  const { event } = state;
  const lines = linesOf(state, now);
  // Beginning and end stand in the first line.
  const milestones = milestonesOf(state, now).filter(({ what }) => what !== 'begins' && what !== 'ends');
  return (
    <>
      <p>
        <strong>{standing(event, now)}</strong> {whenWords(event)}
      </p>
      {toDos.length > 0 && (
        <>
          <h2>Cần làm</h2>
          <ul class="steps">
            {toDos.map((toDo) => (
              <li>
                <span>
                  <b>{toDo.verb}</b> {toDo.what}:{' '}
                  <a href={toDo.href}>
                    {toDo.action}
                    <span class="hidden-label">: {toDo.what}</span>
                  </a>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Chỗ</h2>
      <SeatBars event={event} room={state.room} />
      {lines.length > 0 && (
        <>
          <h2>Số liệu</h2>
          <Summary rows={lines.map(({ name, words, href }) => [name, <a href={href}>{words}</a>] as const)} />
        </>
      )}
      {milestones.length > 0 && (
        <>
          <h2>Mốc sắp tới</h2>
          <Summary rows={milestones.map(({ at, what }) => [MILESTONE[what], atWords(at)] as const)} />
        </>
      )}
    </>
  );
};

import type { Child, FC } from 'hono/jsx';
import type { Attendance, ClassOfPerson, PersonHistory } from '../../../functions/participation/history';
import { showCount } from '../../../functions/platform/text/count';
import { shortDate } from '../../../functions/platform/time/format-date';

export const ATTENDANCE_WORDS: Record<Attendance, string> = {
  attended: 'Đã dự',
  expected: 'Đã đăng ký',
  missed: 'Không có mặt',
};

const attendanceWords = ({ attendance, days }: ClassOfPerson): string =>
  days > 1 ? `${ATTENDANCE_WORDS[attendance]} ${showCount(days)} ngày` : ATTENDANCE_WORDS[attendance];

/** The classes, forums and conferences of one person. @param nameOf the name of an event, as a link or a text */
export const ClassTable: FC<{
  classes: readonly ClassOfPerson[];
  nameOf: (one: ClassOfPerson) => Child;
}> = ({ classes, nameOf }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Các lớp, hội nghị">
    <table class="stacked">
      <caption class="hidden-label">Các lớp, hội nghị</caption>
      <thead>
        <tr>
          <th scope="col">Lớp, hội nghị</th>
          <th scope="col">Ngày</th>
          <th scope="col">Tham dự</th>
          <th scope="col">Số giờ</th>
          <th scope="col">Chuyên đề</th>
        </tr>
      </thead>
      <tbody>
        {classes.map((one) => (
          <tr>
            <th scope="row">{nameOf(one)}</th>
            <td data-label="Ngày">{shortDate(one.event.startsAt)}</td>
            <td data-label="Tham dự">{attendanceWords(one)}</td>
            <td data-label="Số giờ">{one.hours > 0 ? showCount(one.hours) : '–'}</td>
            <td data-label="Chuyên đề">{one.topics.join('; ') || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** How much a person attended, in one sentence. */
export const historyWords = ({ classes, hours }: PersonHistory): string => {
  const attended = classes.filter(({ attendance }) => attendance === 'attended').length;
  return attended === 0
    ? 'Chưa dự lớp, hội nghị nào.'
    : `Đã dự ${showCount(attended)} lớp, hội nghị; tổng cộng ${showCount(hours)} giờ.`;
};

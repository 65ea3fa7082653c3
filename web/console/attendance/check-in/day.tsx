import type { FC } from 'hono/jsx';
import { rightDay } from '../../../../functions/events/attendance/right-day';
import { dayNow, daysOf } from '../../../../functions/events/event/days';
import type { Event } from '../../../../functions/events/event/event';
import { instant } from '../../../../functions/platform/time/dates';
import { longDate, moment } from '../../../../functions/platform/time/format-date';
import type { Page } from '../../../env';
import { QUERY } from '../../../query';
import { Button, type Fields, type FormState } from '../../../ui/form';
import { type Asked, addressOf, dayIn, isToday, meantNow, TODAY } from './asked';

/** Words of a day: `ngày 2 (thứ Sáu, 04/12/2026)`. */
const dayWords = (event: Event, day: number): string =>
  `ngày ${day} (${longDate(instant(daysOf(event)[day - 1]!)!)})`;

/** The codes of a day that is to be asked about. */
const ASKS = ['day-not-today', 'day-before-event', 'day-after-event'];
export const asksDay = ({ errors }: FormState): boolean => errors.some(({ code }) => ASKS.includes(code));

/** The fields that every form of the check-in carries about its day. */
export type DayField = 'ngay' | 'dung' | typeof TODAY;
export const dayFields = {
  [QUERY.day]: { as: 'custom' },
  [QUERY.meant]: { as: 'custom' },
  [TODAY]: { as: 'custom' },
} as const;

/** The day that a form was made for, and whether another one than today's is meant. */
export const DayHidden: FC<{ c: Page; asked: Pick<Asked, 'day' | 'meant'> }> = ({ c, asked }) => (
  <>
    <input type="hidden" name={QUERY.day} value={String(asked.day)} />
    {asked.meant && <input type="hidden" name={QUERY.meant} value={meantNow(c)} />}
  </>
);

/**
 * The day to record for.
 * @throws Problem where it is to be asked about (`rightDay`)
 */
export const dayOf = (c: Page, event: Event, fields: Fields<DayField>): { day: number; meant: boolean } => {
  const now = c.get('world').now();
  const asked = fields[TODAY] ? dayNow(event, now).day : dayIn(event, fields[QUERY.day]);
  const meant = !fields[TODAY] && fields[QUERY.meant] === meantNow(c);
  return { day: rightDay(event, { day: asked, otherDay: meant }, now), meant };
};

/** The answers to "this is not the day of today": buttons of the form whose sending was asked about. */
export const DayAnswers: FC<{ c: Page; event: Event; asked: Asked }> = ({
  c,
  event,
  asked: { day, now },
}) => (
  <p class="actions">
    {now.when === 'during' && (
      <Button name={TODAY} value="1">
        Ghi cho hôm nay, {dayWords(event, now.day)}
      </Button>
    )}
    <Button kind="plain" name={QUERY.meant} value={meantNow(c)}>
      {now.when === 'during' ? 'Đúng là ghi cho' : 'Vẫn ghi cho'} {dayWords(event, day)}
    </Button>
  </p>
);

/** Says plainly where the page does not show the day of today. */
export const DayNotice: FC<{ c: Page; event: Event; asked: Asked }> = ({ c, event, asked }) => {
  const { now, day } = asked;
  if (isToday(asked) || event.status !== 'published') return null;
  return (
    <div class="notice">
      {now.when === 'during' ? (
        <p>
          Đang xem <strong>{dayWords(event, day)}</strong>. Hôm nay là {dayWords(event, now.day)}.{' '}
          <a href={addressOf(c, event, { ...asked, day: now.day, meant: false })}>Sang hôm nay</a>
        </p>
      ) : now.when === 'before' ? (
        <p>
          {event.undated
            ? 'Lớp, hội nghị chưa có ngày mới.'
            : `Chưa đến ngày: lớp, hội nghị bắt đầu ${moment(event.startsAt)}.`}{' '}
          Ghi có mặt lúc này thì hệ thống hỏi lại.
        </p>
      ) : (
        <p>
          Lớp, hội nghị đã kết thúc lúc {moment(event.endsAt)}. Ghi thêm cho {dayWords(event, day)} thì hệ
          thống hỏi lại một lần.
        </p>
      )}
    </div>
  );
};

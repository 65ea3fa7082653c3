import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { movedDates } from '../../../../functions/events/scheduling/move-dates';
import { invalid } from '../../../../functions/platform/problem/problem';
import { localDate } from '../../../../functions/platform/time/dates';
import type { FieldSpec, Fields, FilledForm } from '../../../ui/form';
import { Island } from '../../../ui/island';
import { DateTime, typedInstant } from '../parts/date-time';
import { dayWords } from '../parts/points';

type NewDate = 'startsAt' | 'endsAt' | 'registrationClosesAt' | 'dayOff';

/** The fields of an event's new dates. */
export const NEW_DATES: Record<NewDate, FieldSpec> = {
  startsAt: { as: DateTime, label: 'Ngày giờ mới' },
  endsAt: {
    as: DateTime,
    label: 'Kết thúc',
    optional: true,
    hint: 'Để trống: dời theo ngày mới. Các buổi trong chương trình cũng dời theo.',
  },
  registrationClosesAt: {
    as: DateTime,
    label: 'Hạn đăng ký mới',
    optional: true,
    hint: 'Để trống: dời theo ngày mới.',
  },
  dayOff: { as: 'tick', label: 'Vẫn tổ chức vào ngày nghỉ' },
};

/**
 * Before anybody is told of a date on which offices are closed, the organizer says that it is meant.
 * @throws Problem invalid `day-off` at `startsAt`
 */
export const mustMeanDayOff = (
  event: Event,
  dates: ReturnType<typeof readNewDates>,
  fields: Fields,
): void => {
  const { startsAt, endsAt } = dates;
  if (fields.dayOff === 'on' || !startsAt || startsAt === 'x' || endsAt === 'x') return;
  const moved = movedDates(event, { startsAt, ...(endsAt && { endsAt }) });
  const words = dayWords(moved);
  if (words) throw invalid('startsAt', 'day-off', { words });
};

export const NewDates: FC<{ form: Pick<FilledForm<NewDate>, 'Field' | 'errors'>; optional?: boolean }> = ({
  form,
  optional,
}) => (
  <>
    <form.Field name="startsAt" optional={optional} />
    {form.errors.some((e) => e.code === 'day-off') && <form.Field name="dayOff" />}
    <form.Field name="endsAt" />
    <form.Field name="registrationClosesAt" />
    <Island name="dates" />
  </>
);

/** The new dates that were typed; an end without a date is on the day of the start. */
export const readNewDates = (fields: Fields) => {
  const startsAt = typedInstant(fields, 'startsAt');
  const day = startsAt && startsAt !== 'x' ? localDate(startsAt) : undefined;
  return {
    startsAt,
    endsAt: typedInstant(fields, 'endsAt', { date: day }),
    registrationClosesAt: typedInstant(fields, 'registrationClosesAt', { time: '23:59' }),
  };
};

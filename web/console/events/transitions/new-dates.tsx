import type { FC } from 'hono/jsx';
import { localDate } from '../../../../functions/platform/time/dates';
import type { FieldSpec, Fields, FilledForm } from '../../../ui/form';
import { DateTime, typedInstant } from '../parts/date-time';

type NewDate = 'startsAt' | 'endsAt' | 'registrationClosesAt';

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
};

export const NewDates: FC<{ form: Pick<FilledForm<NewDate>, 'Field'>; optional?: boolean }> = ({
  form,
  optional,
}) => (
  <>
    <form.Field name="startsAt" optional={optional} />
    <form.Field name="endsAt" />
    <form.Field name="registrationClosesAt" />
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

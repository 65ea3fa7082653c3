import type { Event } from '../../../../functions/events/event/event';
import { postponeEvent } from '../../../../functions/events/scheduling/postpone';
import { PostponementInput } from '../../../../functions/events/scheduling/transition-inputs';
import { parse } from '../../../../functions/platform/input/parse';
import { invalid } from '../../../../functions/platform/problem/problem';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { defineForm, type FieldSpec, type Fields } from '../../../ui/form';
import { concernedBy, WhoIsTold } from '../parts/concerned';
import { mustMeanDayOff, NEW_DATES, NewDates, readNewDates } from './new-dates';
import { REASON } from './reason';
import { type AboutEvent, ConfirmPage, transition, versionOf } from './transition';

const WAYS = [
  { value: 'mo', label: 'Dời sang ngày mới và mở lại ngay' },
  { value: 'hoan', label: 'Dời sang ngày mới, tạm hoãn; mở lại sau' },
  { value: 'chua', label: 'Tạm hoãn, chưa có ngày mới' },
];

const FIELDS = {
  version: { as: 'hidden' },
  way: {
    as: 'radios',
    label: 'Dời lịch hay tạm hoãn?',
    hint: 'Mở lại ngay thì mỗi người, mỗi nơi chỉ nhận một thông báo, có cả lịch cũ và lịch mới.',
    options: WAYS,
  },
  reason: REASON,
  ...NEW_DATES,
  startsAt: { ...NEW_DATES.startsAt, optional: true },
  venue: { label: 'Địa điểm mới', optional: true, hint: 'Để trống: như cũ.' },
  venueAddress: { label: 'Địa chỉ mới', optional: true },
} as const satisfies Record<string, FieldSpec>;

const postponeForm = defineForm({
  fields: () => FIELDS,
  fill: (_: AboutEvent) => ({ way: 'mo' }),
  page: async (c, form, { event }) => (
    <ConfirmPage
      c={c}
      event={event}
      form={form}
      title="Dời lịch, tạm hoãn"
      action={routes.consolePostpone(event.id)}
      yes="Dời lịch và báo mọi người"
      warn
    >
      <form.Field name="way" />
      <h2>Lịch mới</h2>
      <p class="soft">
        Đăng ký, chỉ tiêu, thư mời đã có vẫn được giữ. Các hạn và giấy mời dời theo ngày mới; cơ quan đã trả
        lời được đề nghị xác nhận lại. Tạm hoãn chưa có ngày mới thì để trống.
      </p>
      <NewDates form={form} optional />
      {event.mode !== 'online' && (
        <>
          <form.Field name="venue" />
          <form.Field name="venueAddress" />
        </>
      )}
      <form.Field name="reason" />
      <WhoIsTold concerned={await concernedBy(c.get('world'), event)} moves />
    </ConfirmPage>
  ),
});

/** What was typed; a date that the chosen way does not take is a contradiction, and is asked about. */
const readTyped = (event: Event, fields: Fields) => {
  const dates = readNewDates(fields);
  const way = fields.way ?? (dates.startsAt ? 'mo' : 'chua');
  if (way === 'chua' && dates.startsAt) throw invalid('way', 'date-with-undated');
  if (way !== 'chua' && !dates.startsAt) throw invalid('startsAt', 'required');
  if (way !== 'chua') mustMeanDayOff(event, dates, fields);
  return {
    ...versionOf(fields),
    reason: fields.reason ?? '',
    ...dates,
    ...(event.mode !== 'online' && { venue: fields.venue, venueAddress: fields.venueAddress }),
    reopen: way === 'mo',
  };
};

/** Moves an event to another date, at once or after a postponement, or postpones it until further notice. */
export const postponePage = transition({
  verb: 'postpone',
  form: postponeForm,
  act: async (c, event, fields) => {
    const input = parse(PostponementInput, readTyped(event, fields));
    const after = await postponeEvent(c.get('world'), event.id, input);
    const done = after.status === 'published' ? DONE.dateMoved : DONE.postponed;
    return withQuery(routes.consoleEvent(event.id), { [QUERY.done]: done });
  },
});

import { postponeEvent } from '../../../../functions/events/scheduling/postpone';
import { PostponementInput } from '../../../../functions/events/scheduling/transition-inputs';
import { parse } from '../../../../functions/platform/input/parse';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { defineForm } from '../../../ui/form';
import { concernedBy, WhoIsTold } from './concerned';
import { NEW_DATES, NewDates, readNewDates } from './new-dates';
import { REASON } from './reason';
import { type AboutEvent, ConfirmPage, transition, versionOf } from './transition';

const postponeForm = defineForm({
  fields: () => ({ version: { as: 'hidden' }, reason: REASON, ...NEW_DATES }),
  page: async (c, form, { event, room }: AboutEvent) => (
    <ConfirmPage
      c={c}
      event={event}
      form={form}
      title="Hoãn lớp, hội nghị"
      action={routes.consolePostpone(event.id)}
      yes="Hoãn và báo mọi người"
      warn
    >
      <form.Field name="reason" />
      <h2>Ngày mới</h2>
      <p class="soft">Chưa có ngày mới thì để trống. Đăng ký đã có vẫn được giữ.</p>
      <NewDates form={form} optional />
      <WhoIsTold concerned={await concernedBy(c.get('world'), event, room)} />
    </ConfirmPage>
  ),
});

/** Postpones an event, with a new date or without one. */
export const postponePage = transition({
  verb: 'postpone',
  form: postponeForm,
  act: async (c, event, fields) => {
    const typed = { ...versionOf(fields), reason: fields.reason ?? '', ...readNewDates(fields) };
    await postponeEvent(c.get('world'), event.id, parse(PostponementInput, typed));
    return withQuery(routes.consoleEvent(event.id), { [QUERY.done]: DONE.postponed });
  },
});

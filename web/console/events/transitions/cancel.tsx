import { cancelEvent } from '../../../../functions/events/scheduling/cancel';
import { CancellationInput } from '../../../../functions/events/scheduling/transition-inputs';
import { parse } from '../../../../functions/platform/input/parse';
import { DONE, QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { defineForm } from '../../../ui/form';
import { concernedBy, WhoIsTold } from '../parts/concerned';
import { REASON } from './reason';
import { type AboutEvent, ConfirmPage, transition, versionOf } from './transition';

const cancelForm = defineForm({
  fields: () => ({ version: { as: 'hidden' }, reason: REASON }),
  page: async (c, form, { event }: AboutEvent) => (
    <ConfirmPage
      c={c}
      event={event}
      form={form}
      title="Hủy lớp, hội nghị"
      action={routes.consoleCancel(event.id)}
      yes="Hủy và báo mọi người"
      warn
    >
      <p>Sau khi hủy, không mở lại được. Nếu chỉ đổi ngày, vui lòng chọn Dời lịch, tạm hoãn.</p>
      <form.Field name="reason" />
      <WhoIsTold concerned={await concernedBy(c.get('world'), event)} />
    </ConfirmPage>
  ),
});

/** Cancels an event for good. */
export const cancelPage = transition({
  verb: 'cancel',
  form: cancelForm,
  act: async (c, event, fields) => {
    const typed = { ...versionOf(fields), reason: fields.reason ?? '' };
    await cancelEvent(c.get('world'), event.id, parse(CancellationInput, typed));
    return withQuery(routes.consoleEvent(event.id), { [QUERY.done]: DONE.cancelled });
  },
});

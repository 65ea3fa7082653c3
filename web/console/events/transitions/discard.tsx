import { discardDraft } from '../../../../functions/events/scheduling/discard';
import { DONE, QUERY, SHELF, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { defineForm } from '../../../ui/form';
import { type AboutEvent, ConfirmPage, transition, versionOf } from './transition';

const discardForm = defineForm({
  fields: () => ({ version: { as: 'hidden' } }),
  page: (c, form, { event }: AboutEvent) => (
    <ConfirmPage
      c={c}
      event={event}
      form={form}
      title="Xóa bản nháp"
      action={routes.consoleDiscard(event.id)}
      yes="Xóa bản nháp"
      warn
    >
      <p>Bản nháp này chưa công bố nên không ai phải được báo. Bỏ rồi thì không lấy lại được.</p>
    </ConfirmPage>
  ),
});

/** Discards a draft. */
export const discardPage = transition({
  verb: 'discard',
  form: discardForm,
  act: async (c, event, fields) => {
    await discardDraft(c.get('world'), event.id, versionOf(fields).version);
    return withQuery(routes.consoleEvents(), { [QUERY.shelf]: SHELF.drafts, [QUERY.done]: DONE.discarded });
  },
});

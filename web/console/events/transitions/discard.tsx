import type { FC } from 'hono/jsx';
import { discardDraft, type OnDraft, onDraft } from '../../../../functions/events/scheduling/discard';
import { showCount } from '../../../../functions/platform/text/count';
import { DONE, QUERY, SHELF, withQuery } from '../../../query';
import { routes } from '../../../routes';
import { defineForm } from '../../../ui/form';
import { type AboutEvent, AskingPage, ConfirmPage, transition, versionOf } from './transition';

const List: FC<{ head: string; names: readonly string[] }> = ({ head, names }) =>
  names.length === 0 ? null : (
    <>
      <p>
        <b>{head}</b>
      </p>
      <ul>
        {names.map((name) => (
          <li>{name}</li>
        ))}
      </ul>
    </>
  );

/** What is thrown away with the draft. */
const GoesToo: FC<{ on: OnDraft }> = ({ on: { nominations, invitations } }) =>
  nominations.length + invitations.length === 0 ? (
    <p>Bản nháp này chưa công bố nên không ai phải được báo. Sau khi xóa, không khôi phục được.</p>
  ) : (
    <>
      <p>
        Chưa ai được báo về bản nháp này. Xóa cùng với nó cả giấy mời, công văn đã soạn, và không lấy lại
        được:
      </p>
      <List
        head={`${showCount(nominations.length)} chỉ tiêu cử người`}
        names={nominations.map(({ name }) => name)}
      />
      <List
        head={`${showCount(invitations.length)} thư mời soạn sẵn`}
        names={invitations.map(({ bodyName }) => bodyName)}
      />
      <p class="soft">Nơi nào đã nhận đường dẫn qua Zalo hoặc điện thoại thì vui lòng tự báo lại.</p>
    </>
  );

const discardForm = defineForm({
  fields: () => ({ version: { as: 'hidden' } }),
  page: async (c, form, { event }: AboutEvent) => {
    const on = await onDraft(c.get('world'), event.id);
    if (on.told.length > 0)
      return (
        <AskingPage c={c} event={event} title="Không xóa được bản nháp">
          <List head="Những nơi đã được báo:" names={on.told} />
          <p>Vui lòng công bố rồi hủy, để những nơi ấy được báo.</p>
        </AskingPage>
      );
    return (
      <ConfirmPage
        c={c}
        event={event}
        form={form}
        title="Xóa bản nháp"
        action={routes.consoleDiscard(event.id)}
        yes="Xóa bản nháp"
        warn
      >
        <GoesToo on={on} />
      </ConfirmPage>
    );
  },
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

import type { Invitation } from '../../../../functions/events/invitations/invitation';
import { getInvitation } from '../../../../functions/events/invitations/list';
import { revoke } from '../../../../functions/events/invitations/revoke';
import type { Handler } from '../../../env';
import { AnswerView } from '../../../parts/invitations/answer-view';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { Button, defineForm, versionIn } from '../../../ui/form';
import { donePath, idOf, mustInvite } from '../parts/access';
import { backToOne } from './back-to-one';

const revokeForm = defineForm({
  fields: () => ({ version: { as: 'hidden' } }),
  page: (c, form, invitation: Invitation) => (
    <ConsolePage
      c={c}
      title={`Thu hồi thư mời ${invitation.bodyName}?`}
      at={routes.consoleEvents()}
      back={backToOne(invitation)}
    >
      <form.Errors />
      <p>
        Đường dẫn riêng sẽ báo thư mời đã thu hồi.{' '}
        {invitation.status === 'issued' &&
          'Cơ quan đã nhận thư mời sẽ được báo, trừ khi đã từ chối và không hỗ trợ gì.'}
      </p>
      {invitation.answer && <AnswerView answer={invitation.answer} language="vi" byStaff />}
      {/* The page shows the newest invitation: sending the form again means that it was seen. */}
      <form.Post
        action={routes.consoleInvitationRevoke(invitation.id)}
        hidden={{ version: String(invitation.version) }}
        class="actions"
      >
        <Button kind="warn">Thu hồi thư mời</Button>
        <a href={routes.consoleInvitation(invitation.id)}>Không thu hồi</a>
      </form.Post>
    </ConsolePage>
  ),
});

export const revokePage: { get: Handler; post: Handler } = {
  get: async (c) => {
    mustInvite(c);
    return revokeForm.show(c, await getInvitation(c.get('world'), idOf(c)));
  },
  post: async (c) => {
    mustInvite(c);
    return revokeForm.handle(
      c,
      async ({ fields }) => {
        await revoke(c.get('world'), idOf(c), versionIn(fields));
        return donePath(c, 'thu-hoi');
      },
      () => getInvitation(c.get('world'), idOf(c)),
    );
  },
};

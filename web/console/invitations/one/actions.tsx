import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import type { Invitation } from '../../../../functions/events/invitations/invitation';
import { notRemindableBecause } from '../../../../functions/events/invitations/may';
import { routes } from '../../../routes';
import { Button, type FieldSpec, fillForm, freshForm } from '../../../ui/form';

/** The field with the time of the last reminder that the page showed. */
export const REMINDED = 'nhacTruoc';

export const remindFields = () =>
  ({ version: { as: 'hidden' }, [REMINDED]: { as: 'hidden' } }) satisfies Record<string, FieldSpec>;

const Remind: FC<{ invitation: Invitation }> = ({ invitation: i }) => {
  const { Post } = fillForm(freshForm('vi'), remindFields());
  return (
    <Post
      action={routes.consoleInvitationRemind(i.id)}
      hidden={{ version: String(i.version), [REMINDED]: i.remindedAt ?? '' }}
    >
      <Button kind="plain">Gửi nhắc trả lời</Button>
    </Post>
  );
};

interface ActionsProps {
  invitation: Invitation;
  event: Event;
  now: number;
  /** It can be sent again. */
  sendable: boolean;
}

/** What can be done with an invitation that was sent. */
export const Actions: FC<ActionsProps> = ({ invitation: i, event, now, sendable }) => (
  <div class="actions">
    {!notRemindableBecause(i, event, now) && <Remind invitation={i} />}
    <a class="btn plain" href={routes.consoleInvitationAnswer(i.id)}>
      Nhập trả lời qua điện thoại, công văn
    </a>
    {sendable && <a href={routes.consoleInvitationResend(i.id)}>Gửi lại với đường dẫn mới</a>}
  </div>
);

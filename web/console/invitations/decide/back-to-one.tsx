import type { FC } from 'hono/jsx';
import type { Invitation } from '../../../../functions/events/invitations/invitation';
import { routes } from '../../../routes';

export const BackToOne: FC<{ invitation: Invitation }> = ({ invitation }) => (
  <a class="back" href={routes.consoleInvitation(invitation.id)}>
    ‹ {invitation.bodyName}
  </a>
);

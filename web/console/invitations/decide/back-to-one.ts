import type { Invitation } from '../../../../functions/events/invitations/invitation';
import { routes } from '../../../routes';
import type { WayBack } from '../../../ui/console';

export const backToOne = ({ id, bodyName }: Invitation): WayBack => ({
  href: routes.consoleInvitation(id),
  label: bodyName,
});

import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { answerPage } from './decide/answer';
import { resendPage } from './decide/resend';
import { revokePage } from './decide/revoke';
import { invitePage } from './invite/invite';
import { listPage } from './list/list';
import { draftFile, signedFile } from './one/files';
import { invitationPage, remindAct } from './one/one';

/** Console: an event's invitations, inviting, and one invitation in the organizer's hands. */
export const consoleInvitations: Pages = (app) => {
  for (const path of [
    routes.consoleInvitations(':id'),
    routes.consoleInvite(':id'),
    `${routes.consoleInvitation(':id')}/*`,
  ])
    app.use(path, staffOnly);

  app.get(routes.consoleInvitations(':id'), listPage);
  app.get(routes.consoleInvite(':id'), invitePage.get);
  app.post(routes.consoleInvite(':id'), invitePage.post);

  app.get(routes.consoleInvitation(':id'), invitationPage.get);
  app.get(routes.consoleInvitationLetter(':id'), draftFile);
  app.get(routes.consoleInvitationSigned(':id'), signedFile);
  app.post(routes.consoleInvitationSigned(':id'), invitationPage.post);
  app.post(routes.consoleInvitationRemind(':id'), remindAct);
  app.get(routes.consoleInvitationResend(':id'), resendPage.get);
  app.post(routes.consoleInvitationResend(':id'), resendPage.post);
  app.get(routes.consoleInvitationRevoke(':id'), revokePage.get);
  app.post(routes.consoleInvitationRevoke(':id'), revokePage.post);
  app.get(routes.consoleInvitationAnswer(':id'), answerPage.get);
  app.post(routes.consoleInvitationAnswer(':id'), answerPage.post);
};

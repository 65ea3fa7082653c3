import type { Pages } from '../../env';
import { routes } from '../../routes';
import { invitationCalendar, invitationLetter } from './files';
import { answerPage, linkPage } from './link';

/** A partner body's personal link: what it is invited to, the letter, its answer. */
export const publicInvitations: Pages = (app) => {
  app.get(routes.invitation(':token'), linkPage);
  app.get(routes.invitationAnswer(':token', ':id'), answerPage.get);
  app.post(routes.invitationAnswer(':token', ':id'), answerPage.post);
  app.get(routes.invitationCalendar(':token', ':id'), invitationCalendar);
  app.get(routes.invitationLetter(':token', ':id'), invitationLetter);
};

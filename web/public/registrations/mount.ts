import type { Pages } from '../../env';
import { routes } from '../../routes';
import { changeWayPage } from './change-way';
import { correctPage } from './correct';
import { endHere } from './end-here';
import { forgotPage } from './forgot';
import { ownCalendar } from './own-calendar';
import { ticketCalendar, ticketPage } from './own-link';
import { registerPage } from './register/register';
import { registeredPage } from './registered';
import { reviewPage } from './review';
import { reviewedPage } from './reviewed';
import { withdrawPage } from './withdraw';

/** Registering for an event, and everything that people do with their own registration. */
export const publicRegistrations: Pages = (app) => {
  app.get(routes.register(':id'), registerPage.get);
  app.post(routes.register(':id'), registerPage.post);
  app.get(routes.registered(), registeredPage);

  app.get(routes.review(), reviewPage.get);
  app.post(routes.review(), reviewPage.post);
  app.get(routes.reviewed(), reviewedPage);
  app.post(routes.endReview(), endHere);
  app.get(routes.ownCalendar(), ownCalendar);
  app.get(routes.correct(), correctPage.get);
  app.post(routes.correct(), correctPage.post);
  app.get(routes.changeWay(), changeWayPage.get);
  app.post(routes.changeWay(), changeWayPage.post);
  app.get(routes.withdraw(), withdrawPage.get);
  app.post(routes.withdraw(), withdrawPage.post);

  app.get(routes.ticket(':token'), ticketPage);
  app.get(routes.ticketCalendar(':token'), ticketCalendar);

  app.get(routes.forgotCode(), forgotPage.get);
  app.post(routes.forgotCode(), forgotPage.post);
};

import type { Pages } from '../../env';
import { routes } from '../../routes';
import { eventCalendar, eventPage } from './event';
import { homePage } from './home';

/** The list of events and the page of each. */
export const publicEvents: Pages = (app) => {
  app.get(routes.home(), homePage);
  app.get(routes.event(':id'), eventPage);
  app.get(routes.eventCalendar(':id'), eventCalendar);
};

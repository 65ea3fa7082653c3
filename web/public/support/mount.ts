import type { Pages } from '../../env';
import { routes } from '../../routes';
import { linkPage } from './link';
import { ownSupportPage } from './own';

/** A body's personal link: a request for support, and its answer. */
export const publicSupport: Pages = (app) => {
  app.get(routes.support(':token'), linkPage.get);
  app.post(routes.support(':token'), linkPage.post);
};

/** What a mediator asked, after code and phone. */
export const ownSupport: Pages = (app) => {
  app.get(routes.ownSupport(), ownSupportPage.get);
  app.post(routes.ownSupport(), ownSupportPage.post);
};

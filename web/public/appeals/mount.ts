import type { Pages } from '../../env';
import { routes } from '../../routes';
import { linkPage } from './link';

/** A body's personal link: a call for support, and its answer. */
export const publicAppeals: Pages = (app) => {
  app.get(routes.appeal(':token'), linkPage.get);
  app.post(routes.appeal(':token'), linkPage.post);
};

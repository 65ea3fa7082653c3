import type { Pages } from '../../env';
import { routes } from '../../routes';
import { linkPage } from './link';

/** A body's personal link: the report that it owes. */
export const publicReports: Pages = (app) => {
  app.get(routes.report(':token'), linkPage.get);
  app.post(routes.report(':token'), linkPage.post);
};

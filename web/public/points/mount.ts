import type { Pages } from '../../env';
import { routes } from '../../routes';
import { ownPointsPage } from './own';

/** What a registered person raised, after code and phone. */
export const ownPoints: Pages = (app) => {
  app.get(routes.ownPoints(), ownPointsPage.get);
  app.post(routes.ownPoints(), ownPointsPage.post);
};

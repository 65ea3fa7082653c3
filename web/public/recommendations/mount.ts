import type { Pages } from '../../env';
import { routes } from '../../routes';
import { linkPage } from './link';

/** A body's personal link: a recommendation, and its answer. */
export const publicRecommendations: Pages = (app) => {
  app.get(routes.recommendation(':token'), linkPage.get);
  app.post(routes.recommendation(':token'), linkPage.post);
};

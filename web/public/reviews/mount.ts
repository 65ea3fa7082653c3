import type { Pages } from '../../env';
import { routes } from '../../routes';
import { reviewLinkPage } from './link';

/** A commune's personal link: the review of its teams. */
export const publicReviews: Pages = (app) => {
  app.get(routes.teamReview(':token'), reviewLinkPage.get);
  app.post(routes.teamReview(':token'), reviewLinkPage.post);
};

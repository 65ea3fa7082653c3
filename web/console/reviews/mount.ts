import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { againPage, answerPage, decidePage, withdrawPage } from './acts';
import { reviewsDownload, reviewsPage } from './list';
import { newPage } from './new';
import { reviewPage } from './one';

const ACTS = {
  'tra-loi': answerPage,
  'hoi-lai': againPage,
  'quyet-dinh': decidePage,
  thoi: withdrawPage,
};

/** Reviews of the mediation teams of pilot communes. */
export const consoleReviews: Pages = (app) => {
  app.use(`${routes.consoleReviews()}/*`, staffOnly);
  app.get(routes.consoleReviews(), reviewsPage);
  // `/ra-soat/moi` and `/ra-soat/tai-ve` must come before `/ra-soat/:id`.
  app.get(routes.consoleReviewFile(), reviewsDownload);
  app.get(routes.consoleNewReview(), newPage.get);
  app.post(routes.consoleNewReview(), newPage.post);
  app.get(routes.consoleReview(':id'), reviewPage);
  for (const [verb, page] of Object.entries(ACTS)) {
    app.get(routes.consoleReviewAct(':id', verb), page.get);
    app.post(routes.consoleReviewAct(':id', verb), page.post);
  }
};

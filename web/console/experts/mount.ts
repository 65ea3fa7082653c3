import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { expertsDownload, expertsPage } from './list';
import { editExpertPage, newExpertPage, removePage } from './write';

/** Experts that bodies name. */
export const consoleExperts: Pages = (app) => {
  app.use(`${routes.consoleExperts()}/*`, staffOnly);
  app.get(routes.consoleExperts(), expertsPage);
  // `/chuyen-gia/tai-ve` and `/chuyen-gia/moi` must come before `/chuyen-gia/:id`.
  app.get(routes.consoleExpertsFile(), expertsDownload);
  app.get(routes.consoleNewExpert(), newExpertPage.get);
  app.post(routes.consoleNewExpert(), newExpertPage.post);
  app.get(routes.consoleExpert(':id'), editExpertPage.get);
  app.post(routes.consoleExpert(':id'), editExpertPage.post);
  app.get(routes.consoleExpertRemove(':id'), removePage.get);
  app.post(routes.consoleExpertRemove(':id'), removePage.post);
};

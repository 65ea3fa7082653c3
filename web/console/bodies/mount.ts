import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { bodyPage } from './body';
import { clearTrouble } from './clear-trouble';
import { directoryPage } from './directory';
import { importBodiesPage } from './import-bodies';
import { newBodyPage } from './new-body';

/** The directory of bodies that may be invited. */
export const consoleBodies: Pages = (app) => {
  app.use(`${routes.consoleBodies()}/*`, staffOnly);
  app.get(routes.consoleBodies(), directoryPage);

  // `/co-quan/moi` and `/co-quan/nhap` must come before `/co-quan/:id`.
  app.get(routes.consoleNewBody(), newBodyPage.get);
  app.post(routes.consoleNewBody(), newBodyPage.post);
  app.get(routes.consoleBodiesImport(), importBodiesPage.get);
  app.post(routes.consoleBodiesImport(), importBodiesPage.post);
  app.get(routes.consoleBody(':id'), bodyPage.get);
  app.post(routes.consoleBody(':id'), bodyPage.post);
  app.post(routes.consoleBodyMail(':id'), clearTrouble);
};

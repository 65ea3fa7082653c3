import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { againPage, closePage, withdrawPage } from './acts';
import { enterPage } from './enter';
import { confirmationsPage } from './list';
import { newPage } from './new';
import { confirmationPage } from './one';

const ACTS = { 'tra-loi': enterPage, 'hoi-lai': againPage, 'ket-thuc': closePage, thoi: withdrawPage };

/** The yearly confirmation of teams and mediators. */
export const consoleConfirmations: Pages = (app) => {
  app.use(`${routes.consoleConfirmations()}/*`, staffOnly);
  app.get(routes.consoleConfirmations(), confirmationsPage);
  // `/xac-nhan/moi` must come before `/xac-nhan/:id`.
  app.get(routes.consoleNewConfirmation(), newPage.get);
  app.post(routes.consoleNewConfirmation(), newPage.post);
  app.get(routes.consoleConfirmation(':id'), confirmationPage.get);
  app.post(routes.consoleConfirmation(':id'), confirmationPage.post);
  for (const [verb, page] of Object.entries(ACTS)) {
    app.get(routes.consoleConfirmationAct(':id', verb), page.get);
    app.post(routes.consoleConfirmationAct(':id', verb), page.post);
  }
};

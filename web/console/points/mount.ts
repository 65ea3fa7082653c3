import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { decidePage, passPage } from './acts';
import { bookletDownload, eventPointsPage } from './event-points';
import { newPage } from './new';
import { onePage } from './one';
import { registerDownload, registerPage } from './register';

/** Papers and difficulties: the register, those of one event, one of them. */
export const consolePoints: Pages = (app) => {
  app.use(`${routes.consolePoints()}/*`, staffOnly);
  app.get(routes.consolePoints(), registerPage);
  // `/tham-luan/moi` and `/tham-luan/tai-ve` must come before `/tham-luan/:id`.
  app.get(routes.consolePointsFile(), registerDownload);
  app.get(routes.consoleNewPoint(), newPage.get);
  app.post(routes.consoleNewPoint(), newPage.post);
  app.get(routes.consolePoint(':id'), onePage);
  app.get(routes.consolePointAct(':id', 'tra-loi'), decidePage.get);
  app.post(routes.consolePointAct(':id', 'tra-loi'), decidePage.post);
  app.get(routes.consolePointAct(':id', 'chuyen'), passPage.get);
  app.post(routes.consolePointAct(':id', 'chuyen'), passPage.post);

  app.get(routes.consoleEventPoints(':id'), staffOnly, eventPointsPage);
  app.get(routes.consoleBooklet(':id'), staffOnly, bookletDownload);
};

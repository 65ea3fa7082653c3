import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { askedPage, enterPage, takePage } from './asked';
import { closePage } from './close';
import { appealsDownload, appealsPage } from './list';
import { appealLetterDownload, appealPage } from './one';
import { sendPage } from './send';
import { editAppealPage, newAppealPage } from './write';

/** Calls for support, and what bodies answer. */
export const consoleAppeals: Pages = (app) => {
  app.use(`${routes.consoleAppeals()}/*`, staffOnly);
  app.get(routes.consoleAppeals(), appealsPage);
  // These paths must come before `/van-dong/:id`.
  app.get(routes.consoleAppealsFile(), appealsDownload);
  app.get(routes.consoleNewAppeal(), newAppealPage.get);
  app.post(routes.consoleNewAppeal(), newAppealPage.post);
  app.get(routes.consoleAsked(':id'), askedPage);
  app.get(routes.consoleAsked(':id', '/tra-loi'), enterPage.get);
  app.post(routes.consoleAsked(':id', '/tra-loi'), enterPage.post);
  app.get(routes.consoleAsked(':id', '/ghi-nhan'), takePage.get);
  app.post(routes.consoleAsked(':id', '/ghi-nhan'), takePage.post);
  app.get(routes.consoleAppeal(':id'), appealPage);
  app.get(routes.consoleAppealLetter(':id'), appealLetterDownload);
  const acts = { sua: editAppealPage, gui: sendPage, 'ket-thuc': closePage } as const;
  for (const verb of ['sua', 'gui', 'ket-thuc'] as const) {
    app.get(routes.consoleAppealAct(':id', verb), acts[verb].get);
    app.post(routes.consoleAppealAct(':id', verb), acts[verb].post);
  }
};

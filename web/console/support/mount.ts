import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { closePage, enterPage, passPage } from './acts';
import { newPage } from './new';
import { onePage } from './one';
import { registerDownload, registerPage } from './register';

/** Requests of mediators and teams for support of hard cases. */
export const consoleSupport: Pages = (app) => {
  app.use(`${routes.consoleSupport()}/*`, staffOnly);
  app.get(routes.consoleSupport(), registerPage);
  // `/ho-tro/moi` and `/ho-tro/tai-ve` must come before `/ho-tro/:id`.
  app.get(routes.consoleSupportFile(), registerDownload);
  app.get(routes.consoleNewSupport(), newPage.get);
  app.post(routes.consoleNewSupport(), newPage.post);
  app.get(routes.consoleOneSupport(':id'), onePage);
  const acts = { chuyen: passPage, 'tra-loi': enterPage, 'ket-thuc': closePage } as const;
  for (const verb of ['chuyen', 'tra-loi', 'ket-thuc'] as const) {
    app.get(routes.consoleSupportAct(':id', verb), acts[verb].get);
    app.post(routes.consoleSupportAct(':id', verb), acts[verb].post);
  }
};

import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { consultPage } from './consult';
import { enterPage } from './enter';
import { commentsDownload, planDownload } from './files';
import { onePage } from './one';
import { planPage } from './plan';

/** The draft of a plan in the hands of bodies, and what they say to it. */
export const consoleConsultations: Pages = (app) => {
  const one = routes.consoleConsultation(':id');
  app.use(one, staffOnly);
  app.use(`${one}/*`, staffOnly);
  app.get(routes.consoleConsultations(':id'), planPage);
  app.get(routes.consoleConsult(':id'), consultPage.get);
  app.post(routes.consoleConsult(':id'), consultPage.post);
  app.get(routes.consoleConsultationsFile(':id'), commentsDownload);
  app.get(routes.consolePlanFile(':id', ':kind'), planDownload);
  app.get(one, onePage.get);
  app.post(one, onePage.post);
  app.get(routes.consoleConsultation(':id', '/tra-loi'), enterPage.get);
  app.post(routes.consoleConsultation(':id', '/tra-loi'), enterPage.post);
};

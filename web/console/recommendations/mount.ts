import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { againPage } from './again';
import { endPage } from './end';
import { enterPage } from './enter';
import { newPage } from './new';
import { onePage } from './one';
import { registerDownload, registerPage } from './register';
import { tiePage } from './tie';

/** The register of recommendations and difficulties. */
export const consoleRecommendations: Pages = (app) => {
  app.use(`${routes.consoleRecommendations()}/*`, staffOnly);
  app.get(routes.consoleRecommendations(), registerPage);
  // `/kien-nghi/moi` and `/kien-nghi/tai-ve` must come before `/kien-nghi/:id`.
  app.get(routes.consoleRecommendationFile(), registerDownload);
  app.get(routes.consoleNewRecommendation(), newPage.get);
  app.post(routes.consoleNewRecommendation(), newPage.post);
  app.get(routes.consoleRecommendation(':id'), onePage);
  const acts = {
    'tra-loi': enterPage,
    'hoi-lai': againPage,
    'ket-thuc': endPage('closed'),
    thoi: endPage('withdrawn'),
    'nhiem-vu': tiePage,
  } as const;
  for (const verb of ['tra-loi', 'hoi-lai', 'ket-thuc', 'thoi', 'nhiem-vu'] as const) {
    app.get(routes.consoleRecommendationAct(':id', verb), acts[verb].get);
    app.post(routes.consoleRecommendationAct(':id', verb), acts[verb].post);
  }
};

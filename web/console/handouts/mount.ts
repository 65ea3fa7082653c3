import { SIGNATURE_FORMATS } from '../../../functions/programme/handouts/signature-list';
import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { eventPeoplePage } from './at-event';
import { deliverPage, strikePage, withdrawPage } from './deliveries';
import { handoutsDownload, handoutsPage } from './list';
import { handoutPage } from './one';
import { lackingDownload, pilotPage } from './pilot';
import { signatureDownload } from './signatures';
import { unitPeoplePage } from './unit-people';
import { editHandoutPage, newHandoutPage } from './write';

/** Printed material, and who received it. */
export const consoleHandouts: Pages = (app) => {
  app.use(`${routes.consoleHandouts()}/*`, staffOnly);
  app.get(routes.consoleHandouts(), handoutsPage);
  // `/cap-phat/moi` and `/cap-phat/tai-ve` must come before `/cap-phat/:id`.
  app.get(routes.consoleHandoutsFile(), handoutsDownload);
  app.get(routes.consoleNewHandout(), newHandoutPage.get);
  app.post(routes.consoleNewHandout(), newHandoutPage.post);
  app.get(routes.consoleHandout(':id'), handoutPage);
  const acts = { sua: editHandoutPage, 'cap-xa': deliverPage, 'thu-hoi': withdrawPage } as const;
  for (const verb of ['sua', 'cap-xa', 'thu-hoi'] as const) {
    app.get(routes.consoleHandoutAct(':id', verb), acts[verb].get);
    app.post(routes.consoleHandoutAct(':id', verb), acts[verb].post);
  }
  app.get(routes.consoleDeliveryStrike(':id', ':n'), strikePage.get);
  app.post(routes.consoleDeliveryStrike(':id', ':n'), strikePage.post);
  app.get(routes.consoleHandoutPilot(':id'), pilotPage);
  app.get(routes.consoleHandoutLacking(':id'), lackingDownload);
  app.get(routes.consoleHandoutUnit(':id', ':unitId'), unitPeoplePage.get);
  app.post(routes.consoleHandoutUnit(':id', ':unitId'), unitPeoplePage.post);
  app.get(routes.consoleEventHandouts(':id'), staffOnly, eventPeoplePage.get);
  app.post(routes.consoleEventHandouts(':id'), staffOnly, eventPeoplePage.post);
  for (const format of SIGNATURE_FORMATS) {
    app.get(routes.consoleHandoutUnitList(':id', ':unitId', format), signatureDownload('unit', format));
    app.get(
      routes.consoleEventHandoutList(':id', ':handoutId', format),
      staffOnly,
      signatureDownload('event', format),
    );
  }
};

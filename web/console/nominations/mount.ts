import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { givePage, requestAct } from './give';
import { reissueAct, revokeAct } from './link';
import { quotaPage } from './quota';
import { requestDraft, requestFile } from './request';

/** Console: an event's quotas, their links, and giving new ones. */
export const consoleNominations: Pages = (app) => {
  app.get(routes.consoleNominations(':id'), staffOnly, givePage.get);
  app.post(routes.consoleNominations(':id'), staffOnly, givePage.post);
  app.get(routes.consoleRequestDraft(':id'), staffOnly, requestDraft);
  app.post(routes.consoleRequest(':id'), staffOnly, requestAct);
  app.get(routes.consoleNomination(':id'), staffOnly, quotaPage.get);
  app.post(routes.consoleNomination(':id'), staffOnly, quotaPage.post);
  app.get(routes.consoleNominationSigned(':id'), staffOnly, requestFile);
  app.post(routes.consoleNominationReissue(':id'), staffOnly, reissueAct);
  app.post(routes.consoleNominationRevoke(':id'), staffOnly, revokeAct);
};

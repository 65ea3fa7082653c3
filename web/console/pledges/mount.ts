import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { editPledgePage } from './edit';
import { newPledgePage } from './new';
import { pledgePage } from './pledge';
import { pledgesDownload, pledgesPage } from './pledges';
import { receivePage } from './receive';
import { strikePage, withdrawPage } from './take-back';
import { thanksDownload } from './thanks';

/** What partners promise and give. */
export const consolePledges: Pages = (app) => {
  app.get(routes.consolePledgesFile(), staffOnly, pledgesDownload);
  app.get(routes.consoleThanksLetter(':id', ':year'), staffOnly, thanksDownload);
  app.use(`${routes.consolePledges()}/*`, staffOnly);
  app.get(routes.consolePledges(), pledgesPage);
  // `/nguon-luc/moi` must come before `/nguon-luc/:id`.
  app.get(routes.consoleNewPledge(), newPledgePage.get);
  app.post(routes.consoleNewPledge(), newPledgePage.post);
  app.get(routes.consolePledge(':id'), pledgePage);
  const acts = { sua: editPledgePage, nhan: receivePage, rut: withdrawPage } as const;
  for (const verb of ['sua', 'nhan', 'rut'] as const) {
    app.get(routes.consolePledgeAct(':id', verb), acts[verb].get);
    app.post(routes.consolePledgeAct(':id', verb), acts[verb].post);
  }
  app.get(routes.consoleReceiptStrike(':id', ':n'), strikePage.get);
  app.post(routes.consoleReceiptStrike(':id', ':n'), strikePage.post);
};

import type { Pages } from '../../env';
import { routes } from '../../routes';
import { callTicked } from './calls';
import { nominationPage } from './nomination';
import { pastePage, templateFile } from './paste';
import { replacePage } from './replace';
import { slipPage, slipsPage } from './slips';
import { takeOffPage } from './take-off';

/** The pages behind the link by which a unit or body names its people. No account: the link is the key. */
export const nominationPages: Pages = (app) => {
  app.get(routes.nomination(':token'), nominationPage.get);
  app.post(routes.nomination(':token'), nominationPage.post);
  app.get(routes.nominationPaste(':token'), pastePage.get);
  app.post(routes.nominationPaste(':token'), pastePage.post);
  app.get(routes.nominationTemplate(':token'), templateFile);
  app.post(routes.nominationCall(':token'), callTicked);
  app.get(routes.nominationSlips(':token'), slipsPage);

  app.get(routes.nominationReplace(':token', ':id'), replacePage.get);
  app.post(routes.nominationReplace(':token', ':id'), replacePage.post);
  app.get(routes.nominationWithdraw(':token', ':id'), takeOffPage.get);
  app.post(routes.nominationWithdraw(':token', ':id'), takeOffPage.post);
  app.get(routes.nominationSlip(':token', ':id'), slipPage);
};

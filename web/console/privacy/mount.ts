import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { personDataFile, personDataPage, requestedDataFile, requestedDataPage } from './data';
import { forgetPage } from './forget';
import { forgettingPage } from './forgetting';
import { forgettingsPage } from './list';
import { newForgetRequestPage } from './new-request';
import { refuseToForgetPage } from './refuse';
import { forgetRequestPage } from './request';

/** Console: all that is kept of a person, and erasing it. */
export const consolePrivacy: Pages = (app) => {
  app.get(routes.consoleForgettings(), staffOnly, forgettingsPage);
  app.get(routes.consoleForgetting(':id'), staffOnly, forgettingPage);
  app.get(routes.consoleForget(':id'), staffOnly, forgetPage.get);
  app.post(routes.consoleForget(':id'), staffOnly, forgetPage.post);
  app.get(routes.consoleNewForgetRequest(), staffOnly, newForgetRequestPage.get);
  app.post(routes.consoleNewForgetRequest(), staffOnly, newForgetRequestPage.post);
  app.get(routes.consoleForgetRequest(':id'), staffOnly, forgetRequestPage.get);
  app.post(routes.consoleForgetRequest(':id'), staffOnly, forgetRequestPage.post);
  app.get(routes.consoleRefuseToForget(':id'), staffOnly, refuseToForgetPage.get);
  app.post(routes.consoleRefuseToForget(':id'), staffOnly, refuseToForgetPage.post);
  app.get(routes.consoleRequestedData(':id'), staffOnly, requestedDataPage);
  app.get(routes.consoleRequestedFile(':id'), staffOnly, requestedDataFile);
  app.get(routes.consolePersonData(':id'), staffOnly, personDataPage);
  app.get(routes.consolePersonFile(':id'), staffOnly, personDataFile);
};

import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { callsPage } from './calls/page';
import { deliveriesPage } from './deliveries';
import { deliveryPage } from './delivery';

/** Console: the call list, and the mails. */
export const consoleNotices: Pages = (app) => {
  app.get(routes.consoleCalls(), staffOnly, callsPage.get);
  app.post(routes.consoleCalls(), staffOnly, callsPage.post);
  app.get(routes.consoleDeliveries(), staffOnly, deliveriesPage.get);
  app.post(routes.consoleDeliveries(), staffOnly, deliveriesPage.post);
  app.get(routes.consoleDelivery(':id'), staffOnly, deliveryPage);
};

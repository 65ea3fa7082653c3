import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { adminsOnly } from '../accounts/account-page';
import { officePage } from './office';

/** How documents name the office: for admins. */
export const consoleOffice: Pages = (app) => {
  app.get(routes.consoleOffice(), staffOnly, adminsOnly, officePage.get);
  app.post(routes.consoleOffice(), staffOnly, adminsOnly, officePage.post);
};

import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { adminsOnly } from '../accounts/account-page';
import { retentionPage } from './retention';

/** How long people's data are kept: for admins. */
export const consoleRetention: Pages = (app) => {
  app.get(routes.consoleRetention(), staffOnly, adminsOnly, retentionPage.get);
  app.post(routes.consoleRetention(), staffOnly, adminsOnly, retentionPage.post);
};

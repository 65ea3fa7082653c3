import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { accountPage } from './account';
import { adminsOnly } from './account-page';
import { mailAgain, signOutAccount } from './acts';
import { invitePage } from './invite';
import { accountsPage } from './list';
import { reopenPage, suspendPage } from './state';

/** The accounts of the staff, kept by admins. */
export const consoleAccounts: Pages = (app) => {
  app.use(`${routes.consoleAccounts()}/*`, staffOnly, adminsOnly);
  app.get(routes.consoleAccounts(), accountsPage);
  // `/tai-khoan/moi` must come before `/tai-khoan/:id`.
  app.get(routes.consoleNewAccount(), invitePage.get);
  app.post(routes.consoleNewAccount(), invitePage.post);
  app.get(routes.consoleAccount(':id'), accountPage.get);
  app.post(routes.consoleAccount(':id'), accountPage.post);
  app.get(routes.consoleAccountSuspend(':id'), suspendPage.get);
  app.post(routes.consoleAccountSuspend(':id'), suspendPage.post);
  app.get(routes.consoleAccountReopen(':id'), reopenPage.get);
  app.post(routes.consoleAccountReopen(':id'), reopenPage.post);
  app.post(routes.consoleAccountSignOut(':id'), signOutAccount);
  app.post(routes.consoleAccountMail(':id'), mailAgain);
};

import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { lately, latelyToPost } from '../sign-in/again';
import { accountPage } from './account';
import { adminsOnly } from './account-page';
import { mailAgain, signOutAccount } from './acts';
import { invitePage } from './invite';
import { accountsPage } from './list';
import { decidersOnly, recoveriesPage, refuse, release } from './recoveries';
import { reopenPage, suspendPage } from './state';

/** The accounts of the staff, kept by admins. */
export const consoleAccounts: Pages = (app) => {
  const [suspend, reopen] = [routes.consoleAccountSuspend(':id'), routes.consoleAccountReopen(':id')];
  app.use(`${routes.consoleAccounts()}/*`, staffOnly, adminsOnly, latelyToPost);
  // Nobody fills in a form that is then not taken.
  for (const form of [routes.consoleNewAccount(), suspend, reopen]) app.get(form, lately);
  app.get(routes.consoleAccounts(), accountsPage);
  // `/tai-khoan/moi` must come before `/tai-khoan/:id`.
  app.get(routes.consoleNewAccount(), invitePage.get);
  app.post(routes.consoleNewAccount(), invitePage.post);
  app.get(routes.consoleAccount(':id'), accountPage.get);
  app.post(routes.consoleAccount(':id'), accountPage.post);
  app.get(suspend, suspendPage.get);
  app.post(suspend, suspendPage.post);
  app.get(reopen, reopenPage.get);
  app.post(reopen, reopenPage.post);
  app.post(routes.consoleAccountSignOut(':id'), signOutAccount);
  app.post(routes.consoleAccountMail(':id'), mailAgain);
  app.get(routes.consoleRecoveries(), staffOnly, decidersOnly, recoveriesPage);
  app.post(routes.consoleRecoveryRelease(':id'), staffOnly, decidersOnly, lately, release);
  app.post(routes.consoleRecoveryRefuse(':id'), staffOnly, decidersOnly, lately, refuse);
};

import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { lately } from '../sign-in/again';
import { newTokenPage } from './new-token';
import { endOtherSessions, endSession, sessionsPage } from './sessions';

/** What opens one's own account, for staff of every role. */
export const consoleSessions: Pages = (app) => {
  app.get(routes.ownSessions(), staffOnly, sessionsPage);
  app.post(routes.ownSessionEnd(), staffOnly, endSession);
  app.post(routes.ownSessionsEndOthers(), staffOnly, endOtherSessions);
  app.get(routes.ownNewToken(), staffOnly, lately, newTokenPage.get);
  app.post(routes.ownNewToken(), staffOnly, lately, newTokenPage.post);
};

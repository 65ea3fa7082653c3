import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { composePage } from './compose';
import { listPage, removeTemplateAct } from './list';
import { broadcastPage } from './run';
import { withdrawPage } from './withdraw';

/** Console: the organizer's messages to groups of an event. */
export const consoleBroadcasts: Pages = (app) => {
  app.get(routes.consoleBroadcasts(':id'), staffOnly, listPage);
  app.get(routes.consoleNewBroadcast(':id'), staffOnly, composePage.get);
  app.post(routes.consoleNewBroadcast(':id'), staffOnly, composePage.post);
  app.post(routes.consoleTemplates(':id'), staffOnly, removeTemplateAct);
  app.get(routes.consoleBroadcast(':id'), staffOnly, broadcastPage);
  app.get(routes.consoleBroadcastWithdraw(':id'), staffOnly, withdrawPage.get);
  app.post(routes.consoleBroadcastWithdraw(':id'), staffOnly, withdrawPage.post);
};

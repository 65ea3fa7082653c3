import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { eventPage } from './event';

/** Console: how far one event is. Mounted behind the events, whose address for a new one begins alike. */
export const consoleOverview: Pages = (app) => {
  app.get(routes.consoleEvent(':id'), staffOnly, eventPage);
};

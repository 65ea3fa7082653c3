import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { todayPage } from './today';

/** The console's first page: what is to do today. */
export const consoleHome: Pages = (app) => {
  app.get(routes.console(), staffOnly, todayPage);
};

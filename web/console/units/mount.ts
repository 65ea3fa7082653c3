import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { unitsPage } from './units';

/** The province's districts with their communes, which an organizer enters. */
export const consoleUnits: Pages = (app) => {
  app.get(routes.consoleUnits(), staffOnly, unitsPage.get);
  app.post(routes.consoleUnits(), staffOnly, unitsPage.post);
};

import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { minutesDownload, minutesPage } from './minutes';

/** The minutes of an event. */
export const consoleMinutes: Pages = (app) => {
  app.get(routes.consoleMinutes(':id'), staffOnly, minutesPage.get);
  app.post(routes.consoleMinutes(':id'), staffOnly, minutesPage.post);
  app.get(routes.consoleMinutesFile(':id'), staffOnly, minutesDownload);
};

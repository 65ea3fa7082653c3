import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { dashboardPage, dashboardSheetPage } from './dashboard';
import { goalsPage } from './goals';

/** The figures of a plan, the same on one page, and the goals of its year. */
export const consoleDashboard: Pages = (app) => {
  app.get(routes.consoleDashboard(':id'), staffOnly, dashboardPage);
  app.get(routes.consoleDashboard(':id', '/mot-trang'), staffOnly, dashboardSheetPage);
  app.get(routes.consoleDashboard(':id', '/muc-tieu'), staffOnly, goalsPage.get);
  app.post(routes.consoleDashboard(':id', '/muc-tieu'), staffOnly, goalsPage.post);
};

import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { newPeriodPage } from './new-period';
import { reportPage } from './report';
import { consolidatedDownload, reportsPage } from './reports';

/** The reports that bodies owe on a plan. */
export const consoleReports: Pages = (app) => {
  app.use(`${routes.consoleReports()}/*`, staffOnly);
  app.get(routes.consoleReports(), reportsPage);
  // `/bao-cao/moi` must come before `/bao-cao/:id`.
  app.get(routes.consoleNewPeriod(), newPeriodPage.get);
  app.post(routes.consoleNewPeriod(), newPeriodPage.post);
  for (const format of ['docx', 'xlsx'] as const)
    app.get(routes.consoleConsolidated(':id', format), consolidatedDownload(format));
  app.get(routes.consoleReport(':id'), reportPage.get);
  app.post(routes.consoleReport(':id'), reportPage.post);
};

import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { againPage, closePage, withdrawPage } from './acts';
import { givePage } from './give';
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
  const acts = { nop: givePage, 'hoi-lai': againPage, chot: closePage, thoi: withdrawPage } as const;
  for (const verb of ['nop', 'hoi-lai', 'chot', 'thoi'] as const) {
    app.get(routes.consoleReportAct(':id', verb), acts[verb].get);
    app.post(routes.consoleReportAct(':id', verb), acts[verb].post);
  }
};

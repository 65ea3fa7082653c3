import { EXPORT_FORMATS } from '../../../functions/events/attendance/export';
import { MONEY_LIST_FORMATS } from '../../../functions/events/attendance/money-list-file';
import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { checkInPage } from './check-in/check-in';
import { walkInPage } from './check-in/walk-in';
import { exportList } from './export';
import { moneyListDownload, moneyListPage } from './money-list';
import { sheetPage } from './sign-in-sheet';

/** Console: the check-in of an event, its sign-in sheet, its export. */
export const consoleAttendance: Pages = (app) => {
  app.get(routes.consoleCheckIn(':id'), staffOnly, checkInPage.get);
  app.post(routes.consoleCheckIn(':id'), staffOnly, checkInPage.post);
  app.post(routes.consoleWalkIn(':id'), staffOnly, walkInPage.post);
  app.get(routes.consoleSignInSheet(':id'), staffOnly, sheetPage);
  app.get(routes.consoleMoneyList(':id'), staffOnly, moneyListPage);
  for (const format of MONEY_LIST_FORMATS)
    app.get(routes.consoleMoneyListFile(':id', format), staffOnly, moneyListDownload(format));
  for (const format of EXPORT_FORMATS)
    app.get(routes.consoleExport(':id', format), staffOnly, exportList(format));
};

import { listTemplate } from '../../../functions/events/rosters/template';
import type { Pages } from '../../env';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { approveAct } from './decide/approve';
import { correctPage } from './decide/correct';
import { cancelPage, declinePage } from './decide/give-up';
import { movePage } from './decide/move';
import { replacePage } from './decide/replace';
import { restrictPage } from './decide/restrict';
import { seatAct } from './decide/seat';
import { importPage } from './import/import';
import { importRunPage } from './import/run';
import { undoPage } from './import/undo';
import { listPage } from './list/list';
import { manyPage } from './many/many';
import { registrationPage } from './one/one';
import { registerPage } from './register';

const decisions = {
  [DONE.cancelled]: cancelPage,
  [DONE.declined]: declinePage,
  [DONE.replaced]: replacePage,
  [DONE.corrected]: correctPage,
  [DONE.moved]: movePage,
  [DONE.restricted]: restrictPage,
};

/** Console: an event's registrations, one of them, what is decided about it, the import. */
export const consoleRegistrations: Pages = (app) => {
  app.get(routes.consoleRegistrations(':id'), staffOnly, listPage);
  app.get(routes.consoleMany(':id'), staffOnly, manyPage.get);
  app.post(routes.consoleMany(':id'), staffOnly, manyPage.post);
  app.get(routes.consoleRegister(':id'), staffOnly, registerPage.get);
  app.post(routes.consoleRegister(':id'), staffOnly, registerPage.post);
  app.get(routes.consoleImport(':id'), staffOnly, importPage.get);
  app.post(routes.consoleImport(':id'), staffOnly, importPage.post);
  app.get(routes.consoleImportRun(':id'), staffOnly, importRunPage);
  app.get(routes.consoleImportUndo(':id'), staffOnly, undoPage.get);
  app.post(routes.consoleImportUndo(':id'), staffOnly, undoPage.post);
  app.get(routes.consoleListTemplate(), staffOnly, async (c) => sendFile(c, await listTemplate()));

  app.get(routes.consoleRegistration(':id'), staffOnly, registrationPage);
  app.post(routes.consoleDecide(':id', DONE.approved), staffOnly, approveAct);
  app.post(routes.consoleDecide(':id', DONE.seated), staffOnly, seatAct);
  for (const verb of Object.keys(decisions) as (keyof typeof decisions)[]) {
    app.get(routes.consoleDecide(':id', verb), staffOnly, decisions[verb].get);
    app.post(routes.consoleDecide(':id', verb), staffOnly, decisions[verb].post);
  }
};

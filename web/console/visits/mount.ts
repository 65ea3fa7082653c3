import { conclusionFile } from '../../../functions/visits/conclusion';
import { inFindings, listFindings } from '../../../functions/visits/list';
import { visitScope } from '../../../functions/visits/may';
import type { Page, Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { readVisit } from './access';
import { checklistPage } from './checklist';
import { cancelPage, closeFindingPage, concludePage, withdrawFindingPage } from './end';
import { againPage, findingPage } from './finding';
import { findingsPage, visitsPage } from './list';
import { visitPage } from './one';
import { recordPage } from './record';
import { confirmationPage, notePage, replyPage } from './say';
import { editVisitPage, newVisitPage } from './visit-form';

const conclusionPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const visit = await readVisit(c);
  const findings = await listFindings(world, await visitScope(world, c.get('account')));
  return sendFile(
    c,
    await conclusionFile(world, visit, inFindings(findings, { visitId: visit.id }, world.now())),
  );
};

const VISIT_ACTS = {
  sua: editVisitPage,
  'danh-muc': checklistPage,
  'noi-dung': recordPage,
  'ket-luan': concludePage,
  bo: cancelPage,
  'tra-loi': confirmationPage,
  'ghi-chu': notePage,
};

const FINDING_ACTS = {
  'tra-loi': replyPage,
  'hoi-lai': againPage,
  'ket-thuc': closeFindingPage,
  rut: withdrawFindingPage,
};

/** Visits of inspection and their findings. */
export const consoleVisits: Pages = (app) => {
  app.use(`${routes.consoleVisits()}/*`, staffOnly);
  app.use(`${routes.consoleFindings()}/*`, staffOnly);
  app.get(routes.consoleVisits(), visitsPage);
  // `/kiem-tra/moi` must come before `/kiem-tra/:id`.
  app.get(routes.consoleNewVisit(), newVisitPage.get);
  app.post(routes.consoleNewVisit(), newVisitPage.post);
  app.get(routes.consoleVisit(':id'), visitPage);
  app.get(routes.consoleVisitAct(':id', 'ket-luan.docx'), conclusionPage);
  for (const [verb, page] of Object.entries(VISIT_ACTS)) {
    app.get(routes.consoleVisitAct(':id', verb), page.get);
    app.post(routes.consoleVisitAct(':id', verb), page.post);
  }
  app.get(routes.consoleFindings(), findingsPage);
  app.get(routes.consoleFinding(':id'), findingPage);
  for (const [verb, page] of Object.entries(FINDING_ACTS)) {
    app.get(routes.consoleFindingAct(':id', verb), page.get);
    app.post(routes.consoleFindingAct(':id', verb), page.post);
  }
};

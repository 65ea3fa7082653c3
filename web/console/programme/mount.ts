import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { editPlanPage } from './edit-plan';
import { editTaskPage } from './edit-task';
import { issuePage, withdrawPage } from './end';
import { planPage } from './plan';
import { plansPage } from './plans';
import { textPage } from './text';
import { timelinePage } from './timeline';

/** The plans, a plan's tasks with what serves each, its texts, its issue, a plan for another year. */
export const consoleProgramme: Pages = (app) => {
  app.use(`${routes.consoleProgramme()}/*`, staffOnly);
  app.get(routes.consoleProgramme(), plansPage);
  app.get(routes.consolePlan(':id'), planPage.get);
  app.get(routes.consoleTimeline(':id'), timelinePage);
  app.post(routes.consolePlanClone(':id'), planPage.post);
  app.get(routes.consolePlanText(':id', ':n'), textPage);
  app.get(routes.consoleTaskEdit(':id', ':taskId'), editTaskPage.get);
  app.post(routes.consoleTaskEdit(':id', ':taskId'), editTaskPage.post);
  const acts = { sua: editPlanPage, 'ban-hanh': issuePage, 'thu-hoi': withdrawPage } as const;
  for (const verb of ['sua', 'ban-hanh', 'thu-hoi'] as const) {
    app.get(routes.consolePlanAct(':id', verb), acts[verb].get);
    app.post(routes.consolePlanAct(':id', verb), acts[verb].post);
  }
};

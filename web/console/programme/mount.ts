import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { planPage } from './plan';
import { plansPage } from './plans';
import { timelinePage } from './timeline';

/** The plans, a plan's tasks with the events that serve each, a plan for another year. */
export const consoleProgramme: Pages = (app) => {
  app.use(`${routes.consoleProgramme()}/*`, staffOnly);
  app.get(routes.consoleProgramme(), plansPage);
  app.get(routes.consolePlan(':id'), planPage.get);
  app.get(routes.consoleTimeline(':id'), timelinePage);
  app.post(routes.consolePlanClone(':id'), planPage.post);
};

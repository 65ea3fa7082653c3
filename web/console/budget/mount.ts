import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { eventBudgetPage } from './event-budget';
import { budgetLinePage } from './line';
import { newBudgetLinePage } from './new-line';
import { planBudgetPage } from './plan-budget';

/** The budget of a plan and of an event, and the form of one line. */
export const consoleBudget: Pages = (app) => {
  app.get(routes.consoleEventBudget(':id'), staffOnly, eventBudgetPage);
  app.get(routes.consoleBudget(':id'), staffOnly, planBudgetPage);

  // `/kinh-phi/moi` must come before `/kinh-phi/:line`.
  app.get(routes.consoleNewBudgetLine(':id'), staffOnly, newBudgetLinePage.get);
  app.post(routes.consoleNewBudgetLine(':id'), staffOnly, newBudgetLinePage.post);
  app.get(routes.consoleBudgetLine(':id', ':line'), staffOnly, budgetLinePage.get);
  app.post(routes.consoleBudgetLine(':id', ':line'), staffOnly, budgetLinePage.post);
  app.post(routes.consoleBudgetLineRemove(':id', ':line'), staffOnly, budgetLinePage.remove);
};

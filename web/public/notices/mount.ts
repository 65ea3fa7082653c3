import type { Pages } from '../../env';
import { routes } from '../../routes';
import { unsubscribePage } from './unsubscribe';

/** The link at the foot of a notice. */
export const unsubscribePages: Pages = (app) => {
  app.get(routes.unsubscribe(':token'), unsubscribePage.get);
  app.post(routes.unsubscribe(':token'), unsubscribePage.post);
};

import type { Pages } from '../../env';
import { routes } from '../../routes';
import { linkPage } from './link';

/** A body's personal link: the draft of a plan, and its comments. */
export const publicProgramme: Pages = (app) => {
  app.get(routes.consultation(':token'), linkPage.get);
  app.post(routes.consultation(':token'), linkPage.post);
};

import type { Pages } from '../../env';
import { routes } from '../../routes';
import { confirmationLinkPage } from './link';

/** A commune's personal link: the yearly confirmation of its teams and mediators. */
export const publicConfirmations: Pages = (app) => {
  app.get(routes.confirmation(':token'), confirmationLinkPage.get);
  app.post(routes.confirmation(':token'), confirmationLinkPage.post);
};

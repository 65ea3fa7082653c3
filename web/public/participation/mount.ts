import type { Pages } from '../../env';
import { routes } from '../../routes';
import { ownClassesPage } from './own-classes';

/** The classes of a mediator, after code and phone. */
export const ownClasses: Pages = (app) => {
  app.get(routes.ownClasses(), ownClassesPage);
};

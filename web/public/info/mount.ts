import type { Pages } from '../../env';
import { routes } from '../../routes';
import { accessibilityPage, privacyPage } from './info';
import { textSize } from './text-size';

/** Pages about the site itself, and the size of its letters. */
export const publicInfo: Pages = (app) => {
  app.get(routes.privacy(), privacyPage);
  app.get(routes.accessibility(), accessibilityPage);
  app.get(routes.textSize(), textSize);
};

import type { Pages } from '../../env';
import { routes } from '../../routes';
import { legalLinksPage } from './legal-links';
import { libraryPage } from './list';
import { materialPage } from './material';

/** The library for the public: the list with its search, a page for each material, links to law. */
export const publicLibrary: Pages = (app) => {
  app.get(routes.library(), libraryPage);
  app.get(routes.material(':id'), materialPage);
  app.get(routes.legalLinks(), legalLinksPage);
};

import type { Pages } from '../../env';
import { routes } from '../../routes';
import { fileDownload } from './file';
import { legalLinksPage } from './legal-links';
import { libraryPage } from './list';
import { materialPage } from './material';
import { embedPage, feedPage } from './shared';

/** The library for the public: the list with its search, a page for each material, links to law, a feed and a frame. */
export const publicLibrary: Pages = (app) => {
  app.get(routes.library(), libraryPage);
  // Before `/tai-lieu/:id`.
  app.get(routes.libraryFeed(), feedPage);
  app.get(routes.libraryEmbed(), embedPage);
  app.get(routes.material(':id'), materialPage);
  app.get(routes.materialFile(':id'), fileDownload);
  app.get(routes.legalLinks(), legalLinksPage);
};

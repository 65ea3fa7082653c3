import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { checkLegalLinkForm, deleteLegalLinkForm, legalLinkPage, newLegalLinkPage } from './legal-link';
import { legalLinksPage } from './legal-links';
import { materialPage, newMaterialPage, publishMaterialForm, withdrawMaterialForm } from './material';
import { materialsPage } from './materials';
import { deletePublicationForm, publicationsPage } from './publications';
import { openFileForm, uploadPage } from './upload';

/** The library: its materials, its links to law and where materials were published, kept by organizers. */
export const consoleLibrary: Pages = (app) => {
  app.use(`${routes.consoleLibrary()}/*`, staffOnly);
  app.get(routes.consoleLibrary(), materialsPage);
  app.get(routes.consoleNewMaterial(), newMaterialPage.get);
  app.post(routes.consoleNewMaterial(), newMaterialPage.post);
  app.get(routes.consoleMaterial(':id'), materialPage.get);
  app.post(routes.consoleMaterial(':id'), materialPage.post);
  app.post(routes.consoleMaterialPublish(':id'), publishMaterialForm);
  app.post(routes.consoleMaterialWithdraw(':id'), withdrawMaterialForm);
  app.get(routes.consoleMaterialUpload(':id'), uploadPage.get);
  app.post(routes.consoleMaterialUpload(':id'), uploadPage.post);
  app.post(routes.consoleMaterialOpenFile(':id'), openFileForm);
  app.get(routes.consoleLegalLinks(), legalLinksPage);
  // `/lien-ket/moi` must come before `/lien-ket/:id`.
  app.get(routes.consoleNewLegalLink(), newLegalLinkPage.get);
  app.post(routes.consoleNewLegalLink(), newLegalLinkPage.post);
  app.get(routes.consoleLegalLink(':id'), legalLinkPage.get);
  app.post(routes.consoleLegalLink(':id'), legalLinkPage.post);
  app.post(routes.consoleLegalLinkCheck(':id'), checkLegalLinkForm);
  app.post(routes.consoleLegalLinkDelete(':id'), deleteLegalLinkForm);
  app.get(routes.consolePublications(), publicationsPage.get);
  app.post(routes.consolePublications(), publicationsPage.post);
  app.post(routes.consolePublicationDelete(':id'), deletePublicationForm);
};

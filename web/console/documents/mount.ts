import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { documentPage, signedFile } from './document';

/** Official documents that were drafted, and their signed copies. */
export const consoleDocuments: Pages = (app) => {
  const any = { subjectId: ':id', kind: ':kind', nth: ':nth' };
  app.get(routes.consoleDocument(any), staffOnly, documentPage.get);
  app.post(routes.consoleDocument(any), staffOnly, documentPage.post);
  app.get(routes.consoleDocumentSigned(any), staffOnly, signedFile);
};

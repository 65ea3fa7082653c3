import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { letterPage, sendAct, signAct, unsignAct } from './acts';
import { addPage } from './add';
import { editPage } from './edit';
import { addendumFile, draftFile, signedLetterFile } from './files';

/** Console: letters that go to many with one signature. */
export const consoleLetters: Pages = (app) => {
  app.use(`${routes.consoleLetter(':id')}/*`, staffOnly);
  app.get(routes.consoleLetter(':id'), letterPage);
  app.get(routes.consoleLetterDraft(':id'), draftFile);
  app.get(routes.consoleLetterAddendum(':id'), addendumFile);
  app.get(routes.consoleLetterSigned(':id'), signedLetterFile);
  app.post(routes.consoleLetterSigned(':id'), signAct);
  app.post(routes.consoleLetterUnsign(':id'), unsignAct);
  app.post(routes.consoleLetterSend(':id'), sendAct);
  app.get(routes.consoleLetterEdit(':id'), editPage.get);
  app.post(routes.consoleLetterEdit(':id'), editPage.post);
  app.get(routes.consoleLetterAdd(':id'), addPage.get);
  app.post(routes.consoleLetterAdd(':id'), addPage.post);
};

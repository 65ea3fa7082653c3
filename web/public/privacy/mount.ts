import type { Pages } from '../../env';
import { routes } from '../../routes';
import { askToForgetPage } from './ask-to-forget';
import { ownDataFile, ownDataPage } from './own-data';

/** A person's own data: seeing all of it, taking it along, having it erased. */
export const publicPrivacy: Pages = (app) => {
  app.get(routes.ownData(), ownDataPage);
  app.get(routes.ownDataFile(), ownDataFile);
  app.get(routes.askToForget(), askToForgetPage.get);
  app.post(routes.askToForget(), askToForgetPage.post);
};

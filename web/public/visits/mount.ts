import type { Pages } from '../../env';
import { routes } from '../../routes';
import { findingLinkPage } from './finding-link';
import { visitLinkPage } from './visit-link';

/** A unit's personal links: the notice of a visit of inspection, and a finding. */
export const publicVisits: Pages = (app) => {
  app.get(routes.visit(':token'), visitLinkPage.get);
  app.post(routes.visit(':token'), visitLinkPage.post);
  app.get(routes.finding(':token'), findingLinkPage.get);
  app.post(routes.finding(':token'), findingLinkPage.post);
};

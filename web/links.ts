import type { Links } from '../functions/platform/world/world';
import { QUERY, withQuery } from './query';
import { routes } from './routes';

/** The pages' absolute URLs, for mails and answers of the API. */
export const linksFor = (origin: string): Links => ({
  event: (id) => origin + routes.event(id),
  library: () => origin + routes.library(),
  libraryFeed: () => origin + routes.libraryFeed(),
  material: (id) => origin + routes.material(id),
  uploaded: (id, upload) => origin + withQuery(routes.consoleMaterialUpload(id), { [QUERY.upload]: upload }),
  review: () => origin + routes.review(),
  forgotCode: () => origin + routes.forgotCode(),
  ticket: (token) => origin + routes.ticket(token),
  invitation: (token) => origin + routes.invitation(token),
  nomination: (token) => origin + routes.nomination(token),
  recommendation: (token) => origin + routes.recommendation(token),
  report: (token) => origin + routes.report(token),
  support: (token) => origin + routes.support(token),
  ownSupport: () => origin + routes.ownSupport(),
  ownPoints: () => origin + routes.ownPoints(),
  visit: (token) => origin + routes.visit(token),
  finding: (token) => origin + routes.finding(token),
  consultation: (token) => origin + routes.consultation(token),
  teamReview: (token) => origin + routes.teamReview(token),
  appeal: (token) => origin + routes.appeal(token),
  confirmation: (token) => origin + routes.confirmation(token),
  unsubscribe: (token) => origin + routes.unsubscribe(token),
  console: () => origin + routes.console(),
});

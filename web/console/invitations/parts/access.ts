import { mayInvitations } from '../../../../functions/events/invitations/may';
import { Problem } from '../../../../functions/platform/problem/problem';
import type { Page } from '../../../env';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';

/** The id in the path of a page: an event's or an invitation's. */
export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** @throws Problem `forbidden` */
export const mustSee = (c: Page) => {
  if (!mayInvitations(c.get('account')).see) throw new Problem('forbidden', 'forbidden');
};
/** @throws Problem `forbidden` */
export const mustInvite = (c: Page) => {
  if (!mayInvitations(c.get('account')).invite) throw new Problem('forbidden', 'forbidden');
};

/** The page of the invitation, saying that something was saved. */
export const savedPath = (c: Page): string =>
  withQuery(routes.consoleInvitation(idOf(c)), { [QUERY.saved]: true });

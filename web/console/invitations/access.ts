import { mayInvitations } from '../../../functions/events/invitations/may';
import { Problem } from '../../../functions/platform/problem/problem';
import type { Page } from '../../env';
import { routes } from '../../routes';
import type { FormState } from '../../ui/form';

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

/** Back to the invitation, saying that it is done. */
export const back = (c: Page) => c.redirect(`${routes.consoleInvitation(idOf(c))}?da-luu`, 303);

/** A refused form: 412 where somebody else was first, else 422. */
export const refused = (c: Page, form: FormState) => {
  if (form.errors.length) c.status(form.errors.some((e) => e.code === 'invitation-stale') ? 412 : 422);
};

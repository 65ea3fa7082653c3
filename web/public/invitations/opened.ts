import { type Readable, readInvitation, readOne } from '../../../functions/events/invitations/read';
import type { Page } from '../../env';

export const tokenOf = (c: Page): string => c.req.param('token') ?? '';

/** The id of the path: the invitation asked for. None on the link's first page. */
const idOf = (c: Page): string => c.req.param('id') ?? '';

export const proofOf = (c: Page) => ({ token: tokenOf(c), id: idOf(c) });

/** The invitation of the path. */
export const invitationOf = (c: Page): Promise<Readable> => readOne(c.get('world'), tokenOf(c), idOf(c));

/** What a link opens: the invitation asked for, and the others. */
export interface Opened {
  shown: Readable;
  others: readonly Readable[];
  /** Whether `shown` is the invitation that the link was made for. */
  own: boolean;
}

export const openLink = async (c: Page): Promise<Opened> => {
  const id = idOf(c);
  const { others, ...own } = await readInvitation(c.get('world'), tokenOf(c));
  const all = [own, ...others];
  if (!id || id === own.invitation.id) return { shown: own, others, own: true };
  const shown = all.find((r) => r.invitation.id === id) ?? (await invitationOf(c));
  return { shown, others: all.filter((r) => r.invitation.id !== id), own: false };
};

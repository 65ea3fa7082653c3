import { maskedForLink } from '../../../functions/events/invitations/answer';
import {
  type Readable,
  type ReadInvitation,
  readInvitation,
  readOne,
} from '../../../functions/events/invitations/read';
import { Problem } from '../../../functions/platform/problem/problem';
import type { Page } from '../../env';

export const tokenOf = (c: Page): string => c.req.param('token') ?? '';

/** The id of the path. None on the link's first page. */
const idOf = (c: Page): string => c.req.param('id') ?? '';

export const proofOf = (c: Page) => ({ token: tokenOf(c), id: idOf(c) });

/** The invitation of the path, as it is stored. */
export const invitationOf = (c: Page): Promise<Readable> => readOne(c.get('world'), tokenOf(c), idOf(c));

/** What a link shows: its invitation, with the numbers of delegates masked, and the events of the body's others. */
export const openLink = async (c: Page): Promise<ReadInvitation> => {
  const { invitation, ...read } = await readInvitation(c.get('world'), tokenOf(c));
  const id = idOf(c);
  if (id && id !== invitation.id) throw new Problem('missing', 'invitation-missing');
  return { ...read, invitation: maskedForLink(invitation) };
};

import { linkToken, tokenHash } from '../../platform/keys/link-token';
import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { closedBecause } from './answer-deadline';
import { type Invitation, invitationKeys } from './invitation';
import { getInvitation, invitationsOf } from './list';

export interface Readable {
  invitation: Invitation;
  event: Event;
  /** Whether the link still takes an answer. */
  open: boolean;
}

export interface ReadInvitation extends Readable {
  /** The other invitations to the same body, newest first. */
  others: Readable[];
}

const SHAPE = /^[0-9a-z]{26}$/;
const MOST = 30;

/**
 * What a personal link shows: its invitation and the others to the same body.
 * @throws Problem missing `invitation-link-unknown` for a forged link, or one that a newer letter replaced;
 *   gone `invitation-revoked`
 */
export const readInvitation = async (world: World, token: string): Promise<ReadInvitation> => {
  const own = await invitationBehind(world, token);
  const siblings = (await invitationsOf(world, own.bodyId))
    .filter((i) => i.id !== own.id && i.status === 'issued')
    .slice(0, MOST);
  const [first, ...others] = await Promise.all([own, ...siblings].map((i) => readable(world, i)));
  return { ...first!, others };
};

/**
 * One of the invitations that a link opens: its own, or another to the same body.
 * @throws Problem as `readInvitation`; missing `invitation-missing` for an invitation to another body
 */
export const readOne = async (world: World, token: string, id?: string): Promise<Readable> => {
  const read = await readForCalendar(world, token, id);
  if (read.invitation.status === 'revoked') throw new Problem('gone', 'invitation-revoked');
  return read;
};

/**
 * As `readOne`, but a revoked invitation is read too: its calendar file takes the entry out again. A revoked link opens
 * no other invitation.
 */
export const readForCalendar = async (world: World, token: string, id?: string): Promise<Readable> => {
  const own = await ofLink(world, token);
  if (!id || id === own.id) return readable(world, own);
  if (own.status === 'revoked') throw new Problem('gone', 'invitation-revoked');
  const other = await getInvitation(world, id);
  if (other.bodyId !== own.bodyId || other.status === 'prepared')
    throw new Problem('missing', 'invitation-missing');
  return readable(world, other);
};

/** What a revoked link still shows: the event with its contact, and open invitations that it showed before. */
export interface RevokedInvitation {
  event: Event;
  others: Readable[];
}

/**
 * Reads a revoked link. Invitations that the body got after the revocation are left out.
 * @returns undefined where the link was not revoked
 * @throws Problem missing `invitation-link-unknown`
 */
export const readRevoked = async (world: World, token: string): Promise<RevokedInvitation | undefined> => {
  const own = await ofLink(world, token);
  if (own.status !== 'revoked') return undefined;
  const seen = (await invitationsOf(world, own.bodyId))
    .filter((i) => i.status === 'issued' && own.revokedAt && i.issuedAt && i.issuedAt <= own.revokedAt)
    .slice(0, MOST);
  const others = await Promise.all(seen.map((i) => readable(world, i)));
  return { event: await getEvent(world, own.eventId), others: others.filter(({ open }) => open) };
};

const readable = async (world: World, invitation: Invitation): Promise<Readable> => {
  const event = await getEvent(world, invitation.eventId);
  return { invitation, event, open: !closedBecause(invitation, event, world.now()) };
};

const invitationBehind = async (world: World, token: string): Promise<Invitation> => {
  const invitation = await ofLink(world, token);
  if (invitation.status === 'revoked') throw new Problem('gone', 'invitation-revoked');
  return invitation;
};

/** The invitation of a link, revoked or not. */
const ofLink = async (world: World, token: string): Promise<Invitation> => {
  const unknown = new Problem('missing', 'invitation-link-unknown');
  if (!SHAPE.test(token)) throw unknown;
  const hash = tokenHash(token);
  const { items } = await world.db.query(invitationKeys, {
    index: 'token',
    where: 'tokenHash = :h',
    values: { ':h': hash },
  });
  if (!items[0]) throw unknown;
  const invitation = await getInvitation(world, items[0].pk);
  // The index is behind the table: a link that was just replaced may still be in it.
  if (invitation.tokenHash !== hash || invitation.status === 'prepared') throw unknown;
  return invitation;
};

/** The body's personal page, as its latest letter has it. */
export const invitationLink = (world: World, { id, turn }: Pick<Invitation, 'id' | 'turn'>): string =>
  world.links.invitation(linkToken(world, id, turn));

import { isSameSecret } from '../../platform/keys/is-same-secret';
import { linkToken, tokenHash } from '../../platform/keys/link-token';
import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { isLongOver } from '../event/link-days';
import { closedBecause } from './answer-deadline';
import { type Invitation, invitationKeys } from './invitation';
import { getInvitation, invitationsOf } from './list';

export interface Readable {
  invitation: Invitation;
  event: Event;
  /** Whether the link still takes an answer. */
  open: boolean;
}

/** Another invitation of the same body: which event, and no more. Its own link opens it. */
export type OtherInvitation = Pick<Event, 'id' | 'title' | 'titleEn' | 'startsAt' | 'endsAt' | 'undated'>;

export interface ReadInvitation extends Readable {
  /** The other events that the body is invited to and that are not over, newest invitation first. */
  others: OtherInvitation[];
}

const SHAPE = /^[0-9a-z]{26}$/;
const MOST = 30;

/**
 * What a personal link shows: its own invitation. Of the body's others it tells the events alone.
 * @throws Problem missing `invitation-link-unknown` for a forged link, or one that a newer letter replaced;
 *   gone `invitation-revoked`; gone `invitation-long-over` some days after the event (`LINK_DAYS`)
 */
export const readInvitation = async (world: World, token: string): Promise<ReadInvitation> => {
  const own = await readOne(world, token);
  const siblings = (await invitationsOf(world, own.invitation.bodyId))
    .filter((i) => i.id !== own.invitation.id && i.status === 'issued')
    .slice(0, MOST);
  const events = await Promise.all(siblings.map((i) => getEvent(world, i.eventId)));
  const now = iso(world.now());
  return { ...own, others: events.filter((event) => event.undated || event.endsAt > now) };
};

/**
 * The invitation that a link was made for.
 * @param id of the path: a link opens no other invitation, also none to the same body
 * @throws Problem as `readInvitation`; missing `invitation-missing` for another invitation
 */
export const readOne = async (world: World, token: string, id?: string): Promise<Readable> => {
  const read = await readForCalendar(world, token, id);
  if (read.invitation.status === 'revoked') throw new Problem('gone', 'invitation-revoked');
  return read;
};

/** As `readOne`, but a revoked invitation is read too: its calendar file takes the entry out again. */
export const readForCalendar = async (world: World, token: string, id?: string): Promise<Readable> => {
  const own = await ofLink(world, token);
  if (id && id !== own.id)
    throw own.status === 'revoked'
      ? new Problem('gone', 'invitation-revoked')
      : new Problem('missing', 'invitation-missing');
  const read = await readable(world, own);
  if (isLongOver(read.event, world)) throw new Problem('gone', 'invitation-long-over');
  return read;
};

/** What a revoked link still shows: the event with its contact, and open invitations that it named before. */
export interface RevokedInvitation {
  event: Event;
  others: Readable[];
}

/**
 * Reads a revoked link. Invitations that the body got after the revocation are left out.
 * @returns undefined where the link was not revoked
 * @throws Problem missing `invitation-link-unknown`; gone `invitation-long-over`
 */
export const readRevoked = async (world: World, token: string): Promise<RevokedInvitation | undefined> => {
  const { invitation: own, event } = await readForCalendar(world, token);
  if (own.status !== 'revoked') return undefined;
  const seen = (await invitationsOf(world, own.bodyId))
    .filter((i) => i.status === 'issued' && own.revokedAt && i.issuedAt && i.issuedAt <= own.revokedAt)
    .slice(0, MOST);
  const others = await Promise.all(seen.map((i) => readable(world, i)));
  return { event, others: others.filter(({ open }) => open) };
};

const readable = async (world: World, invitation: Invitation): Promise<Readable> => {
  const event = await getEvent(world, invitation.eventId);
  return { invitation, event, open: !closedBecause(invitation, event, world.now()) };
};

/** The invitation of a link, revoked or not, whenever its event was. */
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
  if (!isSameSecret(invitation.tokenHash, hash) || invitation.status === 'prepared') throw unknown;
  return invitation;
};

/** The body's personal page, as its latest letter has it. */
export const invitationLink = (world: World, { id, turn }: Pick<Invitation, 'id' | 'turn'>): string =>
  world.links.invitation(linkToken(world, id, turn));

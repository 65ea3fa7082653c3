import { isSameSecret } from '../../platform/keys/is-same-secret';
import { linkToken, tokenHash } from '../../platform/keys/link-token';
import { missing, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { seatsIn } from '../../seats/ledger/room';
import type { Event } from '../event/event';
import { isLongOver } from '../event/link-days';
import { type EventRoom, readRoom } from '../event/room';
import { countNominees, isNamed, nomineesOf } from '../registrations/nominees';
import type { Nominee } from '../registrations/registration';
import { getNomination } from './list';
import { mayNominate } from './may';
import { type Nomination, nominationKeys } from './nomination';

/** A quota and how much of it is used. */
export interface QuotaView {
  nomination: Nomination;
  event: Event;
  room: EventRoom;
  /** Seats of the quota; after the deadline unused seats belong to the open pool. */
  quota: number;
  /** Nominated people with a seat or in the queue. */
  used: number;
  left: number;
}

/** What the officer sees, by the link or signed in: the event, the quota, the nominated people. */
export interface NominationView extends QuotaView {
  people: Nominee[];
  may: ReturnType<typeof mayNominate>;
}

/** The nomination behind a link. @throws Problem `nomination-missing` (forged), `nomination-revoked` */
export const nominationOf = async (world: World, token: string): Promise<Nomination> => {
  const { items } = await world.db.query(nominationKeys, {
    index: 'token',
    where: 'tokenHash = :hash',
    values: { ':hash': tokenHash(token) },
    limit: 1,
  });
  if (!items[0]) throw missing('nomination');
  const nomination = await getNomination(world, items[0].pk);
  if (!isSameSecret(nomination.tokenHash, tokenHash(token))) throw missing('nomination');
  if (nomination.status === 'revoked') throw new Problem('gone', 'nomination-revoked');
  return nomination;
};

/**
 * What the link shows. People paste it into chats, so it stops working some days after the event (`LINK_DAYS`).
 * @throws Problem `nomination-missing` (forged), `nomination-revoked`, `nomination-long-over`
 */
export const readNomination = async (world: World, token: string): Promise<NominationView> => {
  const view = await viewNomination(world, await nominationOf(world, token));
  if (isLongOver(view.event, world)) throw new Problem('gone', 'nomination-long-over');
  return view;
};

/** One quota with the people named within it: reads no other registrations of the event. */
export const viewNomination = async (world: World, nomination: Nomination): Promise<NominationView> =>
  (await viewNominations(world, nomination.eventId, [nomination]))[0]!;

/** A few quotas of one event with their people: one query of the room, and one for each quota. */
export const viewNominations = async (
  world: World,
  eventId: string,
  nominations: readonly Nomination[],
): Promise<NominationView[]> => {
  const room = await readRoom(world, eventId);
  const { event } = room;
  if (!event) throw missing('event');
  const named = await Promise.all(nominations.map(({ id }) => nomineesOf(world, event, id)));
  return nominations.map((nomination, i) => {
    const people = named[i]!;
    return {
      ...quotaView(nomination, event, room, people.filter(isNamed).length),
      people,
      may: mayNominate(nomination, event, world.now()),
    };
  });
};

/** Several quotas of one event: one query of its room and one of the nominated people. */
export const viewQuotas = async (
  world: World,
  eventId: string,
  nominations: readonly Nomination[],
): Promise<QuotaView[]> => {
  const room = await readRoom(world, eventId);
  const { event } = room;
  if (!event) throw missing('event');
  const used = nominations.length ? await countNominees(world, event) : new Map<string, number>();
  return nominations.map((n) => quotaView(n, event, room, used.get(n.id) ?? 0));
};

const quotaView = (nomination: Nomination, event: Event, room: EventRoom, used: number): QuotaView => {
  const { size, free } = seatsIn(room, nomination.pool);
  return {
    nomination,
    event,
    room,
    // People nominated before an extended deadline may have a seat of the open pool; they count as well.
    quota: Math.max(size, used + free),
    used,
    left: free,
  };
};

export const nominationLink = (world: World, nomination: Nomination): string =>
  world.links.nomination(linkToken(world, nomination.id, nomination.turn));

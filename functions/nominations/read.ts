import type { Event } from '../events/event';
import { linkToken, tokenHash } from '../link-token';
import { missing, Problem } from '../problem';
import { everyRegistration } from '../registrations/find';
import type { Registration } from '../registrations/registration';
import type { Room } from '../seats/ledger';
import { readRoom, seatsIn } from '../seats/room';
import { iso } from '../time';
import type { World } from '../world';
import { getNomination } from './list';
import { type Nomination, nominationsTable } from './nomination';

/** What the officer with the link sees: the event, the quota, whom they named. */
export interface NominationView {
  nomination: Nomination;
  event: Event;
  room: Room;
  /** Seats of the quota; after the deadline unused ones have fallen to the open pool. */
  quota: number;
  /** Named and seated or waiting. */
  used: number;
  left: number;
  people: Registration[];
  may: ReturnType<typeof mayNominate>;
}

/** What the link allows now. Naming ends with the deadline; replacing goes on until the event begins. */
export const mayNominate = (nomination: Nomination, event: Event, now: number) => {
  const stands = nomination.status === 'issued' && event.status === 'published';
  const at = iso(now);
  return {
    name: stands && at < nomination.deadline,
    replace: stands && at < event.startsAt,
    cancel: stands && at < event.startsAt,
  };
};

/** The nomination behind a link. @throws Problem `nomination-missing` (forged), `nomination-revoked` */
export const nominationOf = async (world: World, token: string): Promise<Nomination> => {
  const { items } = await world.db.query<Pick<Nomination, 'pk'>>(nominationsTable as never, {
    index: 'token',
    where: 'tokenHash = :hash',
    values: { ':hash': tokenHash(token) },
    limit: 1,
  });
  if (!items[0]) throw missing('nomination');
  const nomination = await getNomination(world, items[0].pk);
  if (nomination.tokenHash !== tokenHash(token)) throw missing('nomination');
  if (nomination.status === 'revoked') throw new Problem('gone', 'nomination-revoked');
  return nomination;
};

export const readNomination = async (world: World, token: string): Promise<NominationView> =>
  viewNomination(world, await nominationOf(world, token));

export const viewNomination = async (world: World, nomination: Nomination): Promise<NominationView> =>
  (await viewNominations(world, nomination.eventId, [nomination]))[0]!;

/** Several quotas of one event, from one look at its room and its registrations. */
export const viewNominations = async (
  world: World,
  eventId: string,
  nominations: readonly Nomination[],
): Promise<NominationView[]> => {
  const room = await readRoom(world, eventId);
  const { event } = room;
  if (!event) throw missing('event');
  const named = new Map<string, Registration[]>(nominations.map((n) => [n.id, []]));
  if (nominations.length)
    for await (const r of everyRegistration(world, event)) named.get(r.nominationId ?? '')?.push(r);
  return nominations.map((nomination) => {
    const people = named.get(nomination.id)!.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
    const used = people.filter(
      (r) => r.status === 'confirmed' || r.status === 'waitlisted' || r.status === 'pending',
    ).length;
    const { size, free } = seatsIn(room, nomination.pool);
    return {
      nomination,
      event,
      room,
      // Whoever was named before a deadline that was put off sits in the open pool, and counts all the same.
      quota: Math.max(size, used + free),
      used,
      left: free,
      people,
      may: mayNominate(nomination, event, world.now()),
    };
  });
};

export const nominationLink = (world: World, nomination: Nomination): string =>
  world.links.nomination(linkToken(world, nomination.id, nomination.turn));

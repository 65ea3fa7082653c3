import { Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import { setPoolSize } from '../../../seats/capacity';
import { isPresent } from '../../../seats/ledger/entry';
import { seatsIn } from '../../../seats/ledger/room';
import { type SeatedEntry, unseat } from '../../../seats/protocol/unseat';
import { ledgerOf } from '../../../seats/tables/ledger-tables';
import type { Event } from '../../event/event';
import { type EventRoom, readRoom } from '../../event/room';
import { everyRegistration } from '../find';
import { isDelegate, type Registration } from '../registration';

/** When a person came, as the queue orders people: those who waited have it, the others by their registration. */
const arrivalOf = ({ queuedAt, createdAt, id }: Registration): string =>
  queuedAt ?? `${createdAt}#000000${id.slice(-4)}`;

/**
 * The people who lose their seat where a pool is to have fewer seats than are held: the last who came, in the order in
 * which they came. A person who was seen at the event keeps the seat, and so does a delegate of an invited body.
 * @returns an empty list where the number is not below the seats held
 */
export const lastToCome = async (
  world: World,
  event: Pick<Event, 'id' | 'sections'>,
  pool: 'open' | 'online',
  seats: number,
): Promise<Registration[]> => lastIn(world, event, await readRoom(world, event.id), { pool, seats });

const lastIn = async (
  world: World,
  event: Pick<Event, 'id' | 'sections'>,
  room: EventRoom,
  { pool, seats }: { pool: 'open' | 'online'; seats: number },
): Promise<Registration[]> => {
  const { held } = seatsIn(room, pool);
  if (held <= seats) return [];
  const seated: Registration[] = [];
  for await (const r of everyRegistration(world, event))
    if (r.status === 'confirmed' && r.claim?.pool === pool && !isPresent(r) && !isDelegate(r)) seated.push(r);
  seated.sort((a, b) => (arrivalOf(a) < arrivalOf(b) ? -1 : 1));
  return seated.slice(Math.max(0, seated.length - (held - seats)));
};

/**
 * Lowers a number of seats that was typed too large. The last who came go to the head of the queue, in their order, and
 * are told. Safe to repeat after an error: what was done stays done.
 * @param unseated ids of the people that the organizer saw and agreed to, as `lastToCome` returned them
 * @throws Problem stale `capacity-people-changed` where they are others by now; invalid `capacity-below-held` where
 *   too many have come already
 */
export const lowerCapacity = async (
  world: World,
  event: Pick<Event, 'id' | 'sections'>,
  { pool, seats, unseated }: { pool: 'open' | 'online'; seats: number; unseated: readonly string[] },
): Promise<void> => {
  const room = await readRoom(world, event.id);
  const people = await lastIn(world, event, room, { pool, seats });
  const agreed = new Set(unseated);
  if (people.length !== agreed.size || !people.every(({ id }) => agreed.has(id)))
    throw new Problem('stale', 'capacity-people-changed');
  const { size, held } = seatsIn(room, pool);
  // Free seats go first: a person who is unseated while one is free would get it at once.
  if (held < size) await setPoolSize(world, event.id, { pool, path: pool }, held);
  const ledger = ledgerOf<Registration>(world);
  for (const person of people.reverse())
    await unseat(ledger, person as Registration & SeatedEntry, arrivalOf(person));
  await setPoolSize(world, event.id, { pool, path: pool }, seats);
};

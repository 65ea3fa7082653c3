import { invalid, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { setPoolSize } from '../../seats/capacity';
import { isWaitedFor, seatsIn } from '../../seats/ledger/room';
import type { Event } from '../event/event';
import { type EventRoom, readRoom } from '../event/room';
import type { Nomination } from './nomination';

/** The pool that gets unused seats: the open one, or the online room where there is no hall. */
export const sharedPoolOf = ({ mode }: Pick<Event, 'mode'>): 'open' | 'online' =>
  mode === 'online' ? 'online' : 'open';

/** A quota that is requested, and what is known of the one before it. */
export interface RequestedQuota {
  room: EventRoom & { event: Event };
  nomination: Pick<Nomination, 'pool' | 'name' | 'deadline'>;
  quota: number;
  /** How many people the link nominated that have a seat or wait. */
  used: number;
}

/** People whose seats are in the shared pool, since they were nominated before the seats went there. */
const seatedInShared = ({ room, nomination: { pool }, used }: RequestedQuota): number =>
  Math.max(0, used - seatsIn(room, pool).held);

/**
 * How many seats the quota's own pool needs.
 * @throws Problem invalid `capacity-below-held` at `quota` where more people have seats than requested
 */
export const ownSeats = (requested: RequestedQuota): number => {
  const held = seatedInShared(requested) + seatsIn(requested.room, requested.nomination.pool).held;
  if (requested.quota < held) throw invalid('quota', 'capacity-below-held', { held });
  return requested.quota - seatedInShared(requested);
};

/**
 * After the deadline a quota's free seats belong to the shared pool. Moves them back as far as they are still
 * free there; no seats are added, since the room's capacity stays. The shared pool shrinks first: a crash in
 * between leaves one seat too few, never one too many.
 * @throws Problem invalid `quota-seats-taken` at `quota`, with the largest possible quota
 */
export const takeBack = async (world: World, requested: RequestedQuota): Promise<void> => {
  const { room, nomination, quota } = requested;
  if (nomination.deadline > iso(world.now())) return;
  const { pool, name: label } = nomination;
  const shared = sharedPoolOf(room.event);
  const own = ownSeats(requested);
  const missing = own - seatsIn(room, pool).size;
  if (missing <= 0) return;
  const { size, free } = seatsIn(room, shared);
  const toHave = isWaitedFor(room, shared) ? 0 : free;
  const taken = (left: number) => invalid('quota', 'quota-seats-taken', { most: quota - missing + left });
  if (missing > toHave) throw taken(toHave);
  try {
    await setPoolSize(world, room.event.id, { pool: shared, path: 'quota' }, size - missing);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // One of the seats was taken in the meantime: the shared pool gets its size back.
    await setPoolSize(world, room.event.id, { pool: shared, path: 'quota' }, size);
    throw taken(seatsIn(await readRoom(world, room.event.id), shared).free);
  }
  await setPoolSize(world, room.event.id, { pool, label, path: 'quota' }, own);
};

import { invalid, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { isWaitedFor, type Room, readRoom, seatsIn } from '../../seats/ledger/room';
import { setPoolSize } from '../../seats/protocol/capacity';
import type { Event } from '../event/event';
import type { Nomination } from './nomination';

/** The pool to which unused seats fall: where there is no hall, the online room. */
export const sharedPoolOf = ({ mode }: Pick<Event, 'mode'>): 'open' | 'online' =>
  mode === 'online' ? 'online' : 'open';

/** Seats of the quota's own that a quota of so many people needs. */
export interface QuotaSeats {
  room: Room & { event: Event };
  nomination: Pick<Nomination, 'pool' | 'name' | 'deadline'>;
  quota: number;
  /** Whom the link has named, seated or waiting. */
  used: number;
}

/** Whoever was named before the seats fell to everybody sits there, and counts all the same. */
const elsewhere = ({ room, nomination: { pool }, used }: QuotaSeats): number =>
  Math.max(0, used - seatsIn(room, pool).held);

/** @throws Problem `capacity-below-held` at `quota` where more people sit there than asked for */
export const ownSeats = (asked: QuotaSeats): number => {
  const held = elsewhere(asked) + seatsIn(asked.room, asked.nomination.pool).held;
  if (asked.quota < held) throw invalid('quota', 'capacity-below-held', { held });
  return asked.quota - elsewhere(asked);
};

/**
 * Once its deadline has passed, the free seats of a quota are everybody's. They come back as far as nobody
 * took them; none is made anew, since the room holds no more people than it was said to. The shared pool
 * gives first: a crash in between leaves a seat too few, never one too many.
 * @throws Problem `quota-seats-taken` at `quota`, naming how many people it can be at most
 */
export const takeBack = async (world: World, asked: QuotaSeats): Promise<void> => {
  const { room, nomination, quota } = asked;
  if (nomination.deadline > iso(world.now())) return;
  const { pool, name: label } = nomination;
  const shared = sharedPoolOf(room.event);
  const own = ownSeats(asked);
  const missing = own - seatsIn(room, pool).size;
  if (missing <= 0) return;
  const { size, free } = seatsIn(room, shared);
  const toHave = isWaitedFor(room, shared) ? 0 : free;
  const taken = (left: number) => invalid('quota', 'quota-seats-taken', { most: quota - missing + left });
  if (missing > toHave) throw taken(toHave);
  try {
    await setPoolSize(world, room.event.id, { pool: shared }, size - missing, 'quota');
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // Somebody took one of them meanwhile: what was given already goes back.
    await setPoolSize(world, room.event.id, { pool: shared }, size, 'quota');
    throw taken(seatsIn(await readRoom(world, room.event.id), shared).free);
  }
  await setPoolSize(world, room.event.id, { pool, label }, own, 'quota');
};

import type { Event } from '../../../functions/events/event/event';
import type { AnyEventRoom } from '../../../functions/events/event/room';
import { isWaitedFor, seatsIn } from '../../../functions/seats/ledger/room';

/** The pools that are open to all, by the event's mode. */
const sharedPools = (event: Event): ('open' | 'online')[] =>
  event.mode === 'both' ? ['open', 'online'] : event.mode === 'online' ? ['online'] : ['open'];

/** Seats of a shared pool. Where people wait, no seat is free. */
const poolSeats = (room: AnyEventRoom, pool: string) => {
  const { size, free } = seatsIn(room, pool);
  return { pool, size, free: isWaitedFor(room, pool) ? 0 : free };
};

export const sharedSeats = (event: Event, room: AnyEventRoom) =>
  sharedPools(event)
    .map((pool) => poolSeats(room, pool))
    .filter((p) => p.size > 0);

/** Seats of the shared pools that are not held and that no queue waits for. */
export const freeSeats = (event: Event, room: AnyEventRoom): number =>
  sharedSeats(event, room).reduce((sum, pool) => sum + pool.free, 0);

import { type Block, type Event, EventInput, eventsTable, type Pool } from '../../events/event/event';
import type { Db } from '../../platform/store/db';
import { ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Room, SeatCount } from './ledger';

export type { Room, SeatCount } from './ledger';

/** Everything of an event, its pools and its blocks, but for the claims that the blocks hold. */
const ATTRIBUTES = [
  ...new Set([
    ...Object.keys(EventInput.shape),
    ...(
      'pk sk id status shelf lead coordinating placeName turn schedule reason sections seats version createdAt updatedAt by undated formerStartsAt turnAt scheduleAt ' +
      'link linkAt pool label asked wait size count stopped'
    ).split(' '),
  ]),
].filter((name) => !['capacity', 'pools', 'leadBodyId', 'coordinatingBodyIds'].includes(name));

export const queryRoom = async (db: Db, eventId: string, consistent: boolean): Promise<Room> => {
  const items = await db.all(eventsTable, {
    where: 'pk = :pk',
    values: { ':pk': eventId },
    only: ATTRIBUTES,
    consistent,
  });
  return {
    event: items.find((i): i is Event => i.sk === 'event'),
    pools: items.filter((i): i is Pool => i.sk.startsWith('pool#')),
    blocks: items.filter((i): i is Block => i.sk.startsWith('block#')),
  };
};

/** The event and its seats in one call: what the event's page and a registration read. */
export const readRoom = (world: World, eventId: string): Promise<Room> => queryRoom(world.db, eventId, true);

const ofPool = (room: Room, pool?: string): SeatCount[] =>
  pool === undefined ? room.blocks : room.blocks.filter((b) => b.pool === pool);

/** Seats of one pool, or of the whole room. */
export const seatsIn = (room: Room, pool?: string): { size: number; held: number; free: number } => {
  const blocks = ofPool(room, pool);
  const size = blocks.reduce((sum, b) => sum + b.size, 0);
  const held = blocks.reduce((sum, b) => sum + b.count, 0);
  return { size, held, free: Math.max(0, size - held) };
};

/** Somebody may be waiting for the pool: its seats are not to be taken directly. */
export const isWaitedFor = (room: Room, pool: string): boolean =>
  room.pools.some((p) => p.pool === pool && p.wait !== undefined);

/** Blocks of a pool in which a seat can be claimed now. */
export const blocksWithRoom = (room: Room, pool: string): SeatCount[] =>
  ofPool(room, pool).filter((b) => b.count < b.size && !b.stopped);

/** Cancelled, postponed or over: nobody is given a seat, and nobody is promoted. */
export const standsStill = (event: Pick<Event, 'status' | 'endsAt'>, now: number): boolean =>
  event.status === 'cancelled' ||
  event.status === 'postponed' ||
  (event.endsAt !== undefined && ms(event.endsAt) <= now);

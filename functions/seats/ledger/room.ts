import { ms } from '../../platform/time/dates';
import type { EventRef } from './entry';
import type { Block, Pool } from './seats';

/** What the protocol must know of an event. */
export const ROOM_EVENT = ['id', 'sections', 'status', 'endsAt'] as const;
export interface RoomEvent extends EventRef {
  status: 'draft' | 'published' | 'postponed' | 'cancelled';
  endsAt?: string;
}

/** A block's seats as the room shows them: how many there are and how many are held, without the claims. */
export const SEAT_COUNT = ['sk', 'pool', 'size', 'count', 'stopped'] as const;
export type SeatCount = Pick<Block, (typeof SEAT_COUNT)[number]>;

/** An event and its seats, read in one call. */
export interface Room<E extends RoomEvent = RoomEvent> {
  event?: E;
  pools: Pool[];
  blocks: SeatCount[];
}

const ofPool = (room: Room, pool?: string): SeatCount[] =>
  pool === undefined ? room.blocks : room.blocks.filter((b) => b.pool === pool);

/** Seats of one pool, or of the whole room. */
export const seatsIn = (room: Room, pool?: string): { size: number; held: number; free: number } => {
  const blocks = ofPool(room, pool);
  const size = blocks.reduce((sum, b) => sum + b.size, 0);
  const held = blocks.reduce((sum, b) => sum + b.count, 0);
  return { size, held, free: Math.max(0, size - held) };
};

/** Whether the pool has a waiting mark: its seats are not to be taken directly. */
export const isWaitedFor = (room: Room, pool: string): boolean =>
  room.pools.some((p) => p.pool === pool && p.wait !== undefined);

/** Blocks of a pool in which a seat can be claimed now. */
export const blocksWithRoom = (room: Room, pool: string): SeatCount[] =>
  ofPool(room, pool).filter((b) => b.count < b.size && !b.stopped);

/** Cancelled, postponed or over: no seats are given and the queue does not move. */
export const isHalted = ({ status, endsAt }: RoomEvent, now: number): boolean =>
  status === 'cancelled' || status === 'postponed' || (endsAt !== undefined && ms(endsAt) <= now);

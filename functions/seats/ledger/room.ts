import { HOUR, ms } from '../../platform/time/dates';
import type { EventRef } from './entry';
import type { Block, Pool } from './seats';

/** What the protocol must know of an event. */
export const ROOM_EVENT = ['id', 'sections', 'status', 'startsAt', 'endsAt', 'promotionHours'] as const;
export interface RoomEvent extends EventRef {
  status: 'draft' | 'published' | 'postponed' | 'cancelled';
  startsAt?: string;
  endsAt?: string;
  /** From so many hours before the beginning a free seat is not given to the queue by itself. */
  promotionHours?: number | undefined;
}

/** A block's seats as the room shows them: how many there are and how many are held, without the claims. */
export const SEAT_COUNT = ['sk', 'pool', 'size', 'count', 'stopped', 'lateFrom'] as const;
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

/** A person who hears of a seat in the afternoon before can still arrange the next morning. */
export const PROMOTION_HOURS = 18;

/** From when (ms) the organizer decides who gets a free seat; never where the event has no beginning. */
export const lateFrom = ({
  startsAt,
  promotionHours = PROMOTION_HOURS,
}: Pick<RoomEvent, 'startsAt' | 'promotionHours'>): number | undefined =>
  startsAt === undefined ? undefined : ms(startsAt) - promotionHours * HOUR;

/** So shortly before the beginning, or after it, that no person is given a seat without being asked. */
export const isLate = (event: Pick<RoomEvent, 'startsAt' | 'promotionHours'>, now: number): boolean => {
  const from = lateFrom(event);
  return from !== undefined && now >= from;
};

/** Cancelled, postponed or over: no seats are given and the queue does not move. */
export const isHalted = ({ status, endsAt }: RoomEvent, now: number): boolean =>
  status === 'cancelled' || status === 'postponed' || (endsAt !== undefined && ms(endsAt) <= now);

import { HOUR, ms } from '../../platform/time/dates';
import type { EventRef } from './entry';
import { type Block, blockName, type Pool } from './seats';

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

interface EventAndPools<E extends RoomEvent> {
  event?: E;
  pools: Pool[];
}

/** An event and its seats, read in one call. */
export interface Room<E extends RoomEvent = RoomEvent> extends EventAndPools<E> {
  blocks: SeatCount[];
  summary?: undefined;
}

/**
 * What a large event's room was some seconds ago, in one small item: a request of the public reads it in place of all
 * blocks. It is a hint. The condition of a claim decides whether a seat is free, the pools themselves say where people
 * wait, and only the blocks say that no seat is left.
 */
export interface RoomSummary {
  /** When (ms) the room was read. */
  at: number;
  /** How many blocks there are: their names are numbered from 1. */
  blocks: number;
  pools: Record<string, PoolSummary>;
  /** How many seats are counted by the name of a share, for those with many. */
  counted: Record<string, number>;
}

interface PoolSummary {
  size: number;
  held: number;
  /** The numbers of the blocks that had room. */
  open: number[];
}

/** A large event with its pools as they are now, and its seats as the summary has them: some seconds old. */
export interface SummarisedRoom<E extends RoomEvent = RoomEvent> extends EventAndPools<E> {
  blocks?: undefined;
  summary: RoomSummary;
}

/** What a request of the public reads: exact for most events, a summary for a large one. */
export type AnyRoom<E extends RoomEvent = RoomEvent> = Room<E> | SummarisedRoom<E>;

/** Seats of one pool, or of the whole room. */
export const seatsIn = (room: AnyRoom, pool?: string): { size: number; held: number; free: number } => {
  const all: readonly { size: number; held: number }[] = room.summary
    ? Object.values(
        pool === undefined ? room.summary.pools : { [pool]: room.summary.pools[pool] ?? NO_SEATS },
      )
    : ofPool(room, pool).map(({ size, count: held }) => ({ size, held }));
  const size = all.reduce((sum, one) => sum + one.size, 0);
  const held = all.reduce((sum, one) => sum + one.held, 0);
  return { size, held, free: Math.max(0, size - held) };
};
const NO_SEATS = { size: 0, held: 0 };

const ofPool = (room: Room, pool?: string): SeatCount[] =>
  pool === undefined ? room.blocks : room.blocks.filter((b) => b.pool === pool);

/** Whether the pool has a waiting mark: its seats are not to be taken directly. */
export const isWaitedFor = (room: AnyRoom, pool: string): boolean =>
  room.pools.some((p) => p.pool === pool && p.wait !== undefined);

/** Blocks of a pool in which a seat can be claimed now, or could be when the summary was made. */
export const blocksWithRoom = (room: AnyRoom, pool: string): Pick<Block, 'sk'>[] =>
  room.summary
    ? (room.summary.pools[pool]?.open ?? []).map((n) => ({ sk: blockName(n) }))
    : ofPool(room, pool).filter(hasRoom);

export const hasRoom = (block: SeatCount): boolean => block.count < block.size && !block.stopped;

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

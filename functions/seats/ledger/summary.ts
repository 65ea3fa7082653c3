import { hasRoom, type Room } from './room';
import { blockNumber } from './seats';

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

/** So many blocks (2,500 seats) cost 14 read units: an event with more has a summary. */
export const LARGE_BLOCKS = 100;
/** A share with fewer seats is not in the summary: it is far from any bound. */
const COUNTED_FROM = 20;

const SHARE = /^n_/;

/** The summary of a room that was read with all attributes of its blocks. Pure. @param at when it was read, in ms */
export const summaryOf = (room: Room, at: number): RoomSummary => {
  const pools: Record<string, PoolSummary> = {};
  const counted: Record<string, number> = {};
  let last = 0;
  for (const block of room.blocks) {
    pools[block.pool] ??= { size: 0, held: 0, open: [] };
    const pool = pools[block.pool]!;
    pool.size += block.size;
    pool.held += block.count;
    if (hasRoom(block)) pool.open.push(blockNumber(block));
    last = Math.max(last, blockNumber(block));
    for (const [name, n] of Object.entries(block))
      if (SHARE.test(name)) counted[name] = (counted[name] ?? 0) + Number(n);
  }
  const many = Object.entries(counted).filter(([, n]) => n >= COUNTED_FROM);
  return { at, blocks: last, pools, counted: Object.fromEntries(many) };
};

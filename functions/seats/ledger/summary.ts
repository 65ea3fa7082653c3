import { hasRoom, type Room, type RoomSummary } from './room';
import { blockNumber } from './seats';

/** So many blocks (2,500 seats) cost 14 read units: an event with more has a summary. */
export const LARGE_BLOCKS = 100;
/** A share with fewer seats is not in the summary: it is far from any bound. */
const COUNTED_FROM = 20;

const SHARE = /^n_/;

/** The summary of a room that was read with all attributes of its blocks. Pure. @param at when it was read, in ms */
export const summaryOf = (room: Room, at: number): RoomSummary => {
  const pools: RoomSummary['pools'] = {};
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

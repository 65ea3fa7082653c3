import { invalid } from '../../platform/problem/problem';
import type { Ledger } from '../ledger/ledger';
import { isHalted, lateFrom, type Room, seatsIn } from '../ledger/room';
import { BLOCK_SEATS, blockName, blockNumber } from '../ledger/seats';
import { settle } from './give-up';

const ROUNDS = 50;

export interface PoolAsked {
  pool: string;
  label?: string;
  /** The input's field at which a refusal is shown; `capacity` where the caller names none. */
  path?: string;
}

/**
 * Gives a pool its number of seats. Up: blocks grow to 25 seats, then blocks are added, then the queue
 * moves. Down: only seats that are free. Sizes are set, never added to, so that a repeat is harmless.
 * @throws Problem `capacity-below-held` where more seats are held than asked for
 */
export const resizePool = async (
  ledger: Ledger,
  eventId: string,
  { path = 'capacity', ...pool }: PoolAsked,
  seats: number,
): Promise<void> => {
  for (let round = 0; round < ROUNDS; round++) {
    const room = await ledger.room(eventId);
    if (!room.pools.some((p) => p.pool === pool.pool && (p.label === pool.label || !pool.label)))
      await ledger.addPool(eventId, pool);
    const { size, held } = seatsIn(room, pool.pool);
    if (seats < held) throw invalid(path, 'capacity-below-held', { held });
    if (seats === size) {
      if (room.event) await settle(ledger, room.event, [pool.pool]);
      return;
    }
    const agreed = await changeBlocks(ledger, eventId, room, { pool: pool.pool, change: seats - size });
    ledger.note(agreed ? 'resized' : 'resize refused');
    // Round again: what was refused is read again, and what was agreed is settled.
  }
  throw invalid(path, 'capacity-contended');
};

/** @returns whether every block took its new size */
const changeBlocks = async (
  ledger: Ledger,
  eventId: string,
  room: Room,
  { pool, change }: { pool: string; change: number },
): Promise<boolean> => {
  let agreed = true;
  let left = change;
  for (const block of room.blocks.filter((b) => b.pool === pool)) {
    const to =
      left > 0
        ? Math.max(block.size, Math.min(BLOCK_SEATS, block.size + left))
        : Math.max(block.count, block.size + left);
    if (to === block.size) continue;
    agreed = (await ledger.resize(eventId, block, to)) && agreed;
    left -= to - block.size;
  }
  const stopped = room.event !== undefined && isHalted(room.event, ledger.now());
  const from = room.event && lateFrom(room.event);
  for (let n = nextBlock(room.blocks); left > 0; n++) {
    const size = Math.min(BLOCK_SEATS, left);
    agreed =
      (await ledger.addBlock(eventId, {
        sk: blockName(n),
        pool,
        size,
        stopped,
        ...(from !== undefined && { lateFrom: from }),
      })) && agreed;
    left -= size;
  }
  return agreed;
};

export const nextBlock = (blocks: readonly { sk: string }[]) => Math.max(0, ...blocks.map(blockNumber)) + 1;

/** Gives the blocks of a pool the label of another one, whose queue then moves. */
export const relabelPool = async (
  ledger: Ledger,
  eventId: string,
  from: string,
  to: string,
): Promise<void> => {
  const room = await ledger.room(eventId);
  if (!room.event) return;
  if (!room.pools.some((p) => p.pool === to)) await ledger.addPool(eventId, { pool: to });
  for (const block of room.blocks.filter((b) => b.pool === from))
    ledger.note((await ledger.relabel(eventId, block.sk, from, to)) ? 'relabelled' : 'relabel refused');
  await settle(ledger, room.event, [to]);
};

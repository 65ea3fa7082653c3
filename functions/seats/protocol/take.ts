import type { EventRef } from '../ledger/entry';
import type { Ledger } from '../ledger/ledger';
import { blocksWithRoom, isWaitedFor, type Room } from '../ledger/room';
import type { Claim } from '../ledger/seats';
import { roomForShare, type Share, shareInBlock } from '../ledger/share';
import { claimSeat } from './certain';

/** After so many refusals by a crowd at the same blocks the person queues instead: settling finds the seat. */
const TRIES = 12;

/**
 * A seat in the first pool that has room and no queue.
 * @param room as read at the start of the request, so that the common case costs one write; with the share's counts
 * @param share where the seat is counted: blocks whose part of it is used are passed over
 * @returns the claim, or nothing where the person has to wait, with the room as last seen
 */
export const take = async (
  ledger: Ledger,
  event: EventRef,
  pools: readonly string[],
  { room, share }: { room: Room; share?: Share | undefined },
): Promise<{ claim?: Claim; room: Room }> => {
  let seen = room;
  for (let i = 0; i < TRIES; i++) {
    const open = share ? roomForShare(seen, share) : seen;
    const pool = await openPool(ledger, event, pools, open);
    if (pool === undefined) return { room: seen };
    const block = ledger.pick(blocksWithRoom(open, pool)).sk;
    const claim = { id: ledger.newClaim(), block, pool };
    if (await claimSeat(ledger, event.id, claim, share && shareInBlock(seen, share, block)))
      return { claim, room: seen };
    ledger.note('claim refused');
    seen = await ledger.room(event.id, share?.attribute);
  }
  ledger.note('too many claims refused', { event: event.id });
  return { room: seen };
};

/**
 * The first pool with room and without a queue. Without a mark there is none. A mark outlives its queue until
 * reconciliation, so where a seat is free the queue itself is read.
 */
const openPool = async (
  ledger: Ledger,
  event: EventRef,
  pools: readonly string[],
  room: Room,
): Promise<string | undefined> => {
  for (const pool of pools) {
    if (!blocksWithRoom(room, pool).length) continue;
    if (!isWaitedFor(room, pool)) return pool;
    if (!(await ledger.first(event, pool))) {
      ledger.note('mark outlived its queue');
      return pool;
    }
  }
  return undefined;
};

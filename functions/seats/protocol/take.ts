import type { EventRef } from '../ledger/entry';
import type { Ledger } from '../ledger/ledger';
import { type AnyRoom, blocksWithRoom, isWaitedFor, type Room } from '../ledger/room';
import type { Claim } from '../ledger/seats';
import { roomForShare, type Share, shareInBlock } from '../ledger/share';
import { claimSeat } from './certain';

/** After so many refusals by a crowd at the same blocks the person queues instead: settling finds the seat. */
const TRIES = 12;
/** After so many refusals a summary is too old: the room is read. */
const HINTS = 3;

interface Taking<R extends AnyRoom> {
  room: R;
  share?: Share | undefined;
}

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
  { room, share }: Taking<AnyRoom>,
): Promise<{ claim?: Claim; room: AnyRoom }> => {
  if (!room.summary) return takeInRoom(ledger, event, pools, { room, share });
  const closed = await Promise.all(pools.map((pool) => isClosed(ledger, event, room, pool)));
  const open = pools.filter((_, i) => !closed[i]);
  if (!open.length) {
    ledger.note('all wait, as far as the summary shows');
    return { room };
  }
  const claim = await takeByHint(ledger, event, open, { room, share });
  if (claim) return { claim, room };
  // A summary never says that no seat is left.
  return takeInRoom(ledger, event, pools, { room: await ledger.roomAnew(event.id, share?.attribute), share });
};

/** A seat of a block that had room when the summary was made. */
const takeByHint = async (
  ledger: Ledger,
  event: EventRef,
  pools: readonly string[],
  { room, share }: Taking<AnyRoom>,
): Promise<Claim | undefined> => {
  const pool = pools.find((p) => blocksWithRoom(room, p).length > 0);
  if (pool === undefined) return undefined;
  let left = blocksWithRoom(room, pool);
  for (let i = 0; i < HINTS && left.length; i++) {
    const block = ledger.pick(left).sk;
    const claim = { id: ledger.newClaim(), block, pool };
    if (await claimSeat(ledger, event.id, claim, share && shareInBlock(room, share, block))) {
      ledger.note('taken by the summary');
      return claim;
    }
    ledger.note('the summary was wrong');
    left = left.filter(({ sk }) => sk !== block);
  }
  return undefined;
};

const takeInRoom = async (
  ledger: Ledger,
  event: EventRef,
  pools: readonly string[],
  { room, share }: Taking<Room>,
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

/** The first pool with room that is not closed. */
const openPool = async (
  ledger: Ledger,
  event: EventRef,
  pools: readonly string[],
  room: Room,
): Promise<string | undefined> => {
  for (const pool of pools)
    if (blocksWithRoom(room, pool).length && !(await isClosed(ledger, event, room, pool))) return pool;
  return undefined;
};

/**
 * Whether people wait for a pool, so that its seats are not taken directly. Without a mark there are none. A mark outlives
 * its queue until reconciliation, so the queue itself is read.
 */
const isClosed = async (ledger: Ledger, event: EventRef, room: AnyRoom, pool: string): Promise<boolean> => {
  if (!isWaitedFor(room, pool)) return false;
  if (await ledger.first(event, pool)) return true;
  ledger.note('mark outlived its queue');
  return false;
};

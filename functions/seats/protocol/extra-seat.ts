import type { EventRef } from '../ledger/entry';
import type { Ledger } from '../ledger/ledger';
import { blocksWithRoom, isHalted, isLate, lateFrom, type Room } from '../ledger/room';
import { BLOCK_SEATS, blockName, type Claim } from '../ledger/seats';
import { nextBlock } from './capacity';
import { claimSeat, growSeat, shrinkSeat } from './certain';
import { orGiveUp } from './give-up';

const TRIES = 12;

/**
 * A seat beyond the number, for a person that the organizer lets in. The pool has one seat more from now on, and the
 * seat is never free in between, so it can pass over the queue and takes nothing from it.
 * @returns nothing where the event gives no seats
 */
export const addSeat = async (ledger: Ledger, event: EventRef, pool: string): Promise<Claim | undefined> => {
  for (let i = 0; i < TRIES; i++) {
    const room = await ledger.room(event.id);
    if (!room.event || isHalted(room.event, ledger.now())) return undefined;
    const block = await blockFor(ledger, room, pool);
    if (!block) continue;
    const claim = { id: ledger.newClaim(), block, pool };
    if (await growSeat(ledger, event, claim)) {
      ledger.note('seat added');
      return claim;
    }
    ledger.note('grow refused');
  }
  return undefined;
};

/**
 * A free seat that the queue no longer gets by itself, for a person that the organizer chose: it may pass over the
 * queue. Before that time a free seat is the queue's.
 */
export const takeLate = async (
  ledger: Ledger,
  event: EventRef,
  pools: readonly string[],
): Promise<Claim | undefined> => {
  for (let i = 0; i < TRIES; i++) {
    const room = await ledger.room(event.id);
    if (!room.event || !isLate(room.event, ledger.now())) return undefined;
    const pool = pools.find((p) => blocksWithRoom(room, p).length > 0);
    if (pool === undefined) return undefined;
    const claim = { id: ledger.newClaim(), block: ledger.pick(blocksWithRoom(room, pool)).sk, pool };
    ledger.note('late seat chosen', { event: event.id, claim: claim.id });
    if (await claimSeat(ledger, event.id, claim)) return claim;
  }
  return undefined;
};

/** A block of the pool that is not at its full size; a new one without seats where there is none. */
const blockFor = async (ledger: Ledger, room: Room, pool: string): Promise<string | undefined> => {
  const blocks = room.blocks.filter((b) => b.pool === pool && b.size < BLOCK_SEATS && !b.stopped);
  if (blocks.length) return ledger.pick(blocks).sk;
  const event = room.event!.id;
  if (!room.pools.some((p) => p.pool === pool)) await ledger.addPool(event, { pool });
  const sk = blockName(nextBlock(room.blocks));
  const from = lateFrom(room.event!);
  const block = { sk, pool, size: 0, ...(from !== undefined && { lateFrom: from }) };
  return (await ledger.addBlock(event, block)) ? sk : undefined;
};

/**
 * Takes a claim away together with its seat, whatever the block's pool is by now. Where the write certainly failed,
 * the claim is given up instead: the seat stays, and the queue gets it.
 */
export const removeSeat = (ledger: Ledger, event: EventRef, claim: Claim): Promise<void> =>
  orGiveUp(ledger, event, claim, async () => {
    ledger.note((await shrinkSeat(ledger, event, claim)) ? 'seat removed' : 'seat was passed on');
  });

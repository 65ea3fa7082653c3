import { verdict } from '../../platform/store/outcome';
import type { EventRef } from '../ledger/entry';
import type { Ledger, Newcomer, Noted, Waiting } from '../ledger/ledger';
import { blocksWithRoom, isLate } from '../ledger/room';
import type { Claim } from '../ledger/seats';
import { claimSeat, confirmFirst, removeClaim, swapClaim } from './certain';

/** The claim that one request holds. After a swap it is a new one. */
interface Held {
  claim: Claim;
  /** The name of the share that counts it (`ledger/share.ts`): removed, it counts no more; passed on, it still does. */
  counted?: string | undefined;
}

/**
 * Gives up a claim that no confirmed registration names. Where people wait, the claim is swapped for a new one
 * in one update, so that no free seat is ever visible to others, and the first in line is confirmed with it.
 * Where the queue is empty, or the event begins soon, the seat becomes free.
 * @returns the seat that the newcomer was given by this request
 */
export const giveUp = (
  ledger: Ledger,
  event: EventRef,
  claim: Claim,
  { newcomer, counted }: { newcomer?: Newcomer | undefined; counted?: string | undefined } = {},
): Promise<Claim | undefined> => {
  const held = { claim, counted };
  return orFree(ledger, event, held, () => passOn(ledger, event, held, newcomer));
};

/**
 * The write that gives a claim to a registration. Where it certainly failed the claim is given up again; after
 * a lost answer the registration may name it, and reconciliation decides.
 */
export const orGiveUp = <T>(
  ledger: Ledger,
  event: EventRef,
  claim: Claim,
  write: () => Promise<T>,
): Promise<T> =>
  orUndo(ledger, { event: event.id, claim: claim.id }, () => giveUp(ledger, event, claim), write);

/** The same with another way to undo what the request did before. */
export const orUndo = async <T>(
  ledger: Ledger,
  of: Noted,
  undo: () => Promise<unknown>,
  write: () => Promise<T>,
): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    if (verdict(error) === 'lost') throw error;
    ledger.note('claim undone', of);
    // The first failure is the one to report; reconciliation finds what is still held.
    await undo().catch(() => undefined);
    throw error;
  }
};

/**
 * Passing a claim on. Where a write of it certainly failed, the seat becomes free without a handover (the same
 * handover could fail for ever). The queue keeps its mark, so the seat is not taken past it, and the next
 * settling gives it.
 */
const orFree = async <T>(ledger: Ledger, event: EventRef, held: Held, pass: () => Promise<T>): Promise<T> => {
  try {
    return await pass();
  } catch (error) {
    if (verdict(error) === 'lost') throw error;
    const of = { event: event.id, claim: held.claim.id };
    await free(ledger, event, held).catch(() => ledger.note('claim left to reconciliation', of));
    throw error;
  }
};

const free = async (ledger: Ledger, event: EventRef, { claim, counted }: Held): Promise<void> => {
  for (;;) {
    const block = await ledger.block(event.id, claim.block);
    if (block?.held[claim.id] === undefined) return;
    if (!(await removeClaim(ledger, event, { ...claim, pool: block.pool }, counted))) continue;
    return ledger.note('freed without a handover', { event: event.id, claim: claim.id });
  }
};

const passOn = async (
  ledger: Ledger,
  event: EventRef,
  held: Held,
  newcomer?: Newcomer,
): Promise<Claim | undefined> => {
  for (;;) {
    const { claim } = held;
    const first = await ledger.first(event, claim.pool);
    if (first) {
      const fresh = { ...claim, id: ledger.newClaim() };
      if (await swapClaim(ledger, event, claim, fresh)) {
        held.claim = fresh;
        held.counted = undefined;
        if (await confirmFirst(ledger, first, fresh, newHow(first, newcomer))) {
          ledger.note('handed over');
          return isNewcomer(first, newcomer) ? fresh : undefined;
        }
        ledger.note('handover refused');
        continue;
      }
    } else if (await removeClaim(ledger, event, claim, held.counted)) {
      ledger.note('seat freed');
      return settleIfWaited(ledger, event, claim.pool, newcomer);
    }
    // Refused: another request was first, the block changed its pool, or the event is halted.
    const block = await ledger.block(event.id, claim.block);
    if (block?.held[claim.id] === undefined) {
      ledger.note('another request was first');
      return undefined;
    }
    const late = block.lateFrom !== undefined && block.lateFrom <= ledger.now();
    if (block.stopped || late) {
      ledger.note(block.stopped ? 'freed while stopped' : 'freed while late');
      // The event may go on in between, and have settled while this seat was still held.
      if (await removeClaim(ledger, event, { ...claim, pool: block.pool }, held.counted))
        return settleIfWaited(ledger, event, block.pool, newcomer);
    }
    ledger.note(block.pool === claim.pool ? 'give-up looked again' : 'give-up followed the label');
    held.claim = { ...claim, pool: block.pool };
  }
};

/** After a seat became free: most often no person waits, and the room need not be read. */
const settleIfWaited = async (
  ledger: Ledger,
  event: EventRef,
  pool: string,
  newcomer?: Newcomer,
): Promise<Claim | undefined> => {
  if (await ledger.first(event, pool)) return settle(ledger, event, [pool], newcomer);
  ledger.note('freed for nobody');
  return undefined;
};

/**
 * Settles the pools of a newcomer to a large event, whose room is costly to read. Not a pool where a person waits ahead of
 * them: that person has settled it after they entered, or saw another one ahead, and so on to one who saw none. A seat that
 * becomes free later is given by the request that freed it. A queue that begins with a later person has lost the newcomer
 * meanwhile: they settle it all the same, because the later person has perhaps relied on them.
 * @returns the seat that the newcomer was given
 */
export const settleNewcomer = async (
  ledger: Ledger,
  event: EventRef,
  pools: readonly string[],
  newcomer?: Newcomer,
): Promise<Claim | undefined> => {
  const firsts = await Promise.all(pools.map((pool) => ledger.first(event, pool)));
  const own = pools.filter((_, i) => firsts[i] && !(newcomer && firsts[i].queuedAt < newcomer.queuedAt));
  if (own.length) return settle(ledger, event, own, newcomer);
  ledger.note('left to a person ahead');
  return undefined;
};

/**
 * While a seat of these pools is free and people wait for it: claims it and confirms the first in line. Once it is
 * late, only the newcomer is, who has just asked for it.
 * @returns the seat that the newcomer was given by this request
 */
export const settle = async (
  ledger: Ledger,
  event: EventRef,
  pools: readonly string[],
  newcomer?: Newcomer,
): Promise<Claim | undefined> => {
  let theirs: Claim | undefined;
  for (let moved = true; moved; ) {
    moved = false;
    const room = await ledger.room(event.id);
    const late = room.event !== undefined && isLate(room.event, ledger.now());
    for (const pool of pools) {
      const free = blocksWithRoom(room, pool);
      const first = free.length ? await ledger.first(event, pool) : undefined;
      if (!first) continue;
      if (late && !isNewcomer(first, newcomer)) {
        ledger.note('left to the organizer');
        continue;
      }
      moved = true;
      const claim = { id: ledger.newClaim(), block: ledger.pick(free).sk, pool };
      if (!(await claimSeat(ledger, event.id, claim))) {
        ledger.note('settle claim refused');
        continue;
      }
      const confirm = () => confirmFirst(ledger, first, claim, newHow(first, newcomer));
      if (await orFree(ledger, event, { claim }, confirm)) {
        ledger.note('settled');
        if (isNewcomer(first, newcomer)) theirs = claim;
      } else {
        ledger.note('settle confirm refused');
        theirs = (await giveUp(ledger, event, claim, { newcomer })) ?? theirs;
      }
    }
  }
  return theirs;
};

/** A newcomer who gets a seat within their own request never waited. */
const newHow = (first: Waiting, newcomer?: Newcomer) =>
  isNewcomer(first, newcomer) ? newcomer?.how : 'promoted';

const isNewcomer = (waiting: Waiting, newcomer?: Newcomer): boolean =>
  waiting.pk === newcomer?.pk && waiting.sk === newcomer.sk && waiting.queuedAt === newcomer.queuedAt;

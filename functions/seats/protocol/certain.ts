import { LostAnswer } from '../../platform/store/outcome';
import { type EventRef, holdsClaim, type SeatEntry } from '../ledger/entry';
import type { Ledger, Waiting } from '../ledger/ledger';
import type { Claim } from '../ledger/seats';
import type { Share } from '../ledger/share';

/**
 * A write whose answer may be lost. A lost answer is not a refusal: the caller reads what happened, and only a
 * write that can be seen to have landed counts. Otherwise `LostAnswer` goes on up (503), nothing is given up,
 * and reconciliation finds the rest.
 */
export const certain = async (
  write: () => Promise<boolean>,
  landed: () => Promise<boolean>,
): Promise<boolean> => {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof LostAnswer)) throw error;
    if (await readBack(landed)) return true;
    throw error;
  }
};

/**
 * Reads what became of a write whose answer was lost. Where the read fails as well, in whatever way, the write
 * stays lost: an error that says "certainly not done" would make the caller undo what may have landed.
 */
export const readBack = async <T>(read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    throw error instanceof LostAnswer ? error : new LostAnswer('read back', { cause: error });
  }
};

const isHeld = async (ledger: Ledger, event: string, claim: Claim): Promise<boolean> =>
  (await ledger.block(event, claim.block))?.held[claim.id] !== undefined;

/** Claims a seat in one block. @returns whether this request has it. @throws LostAnswer */
export const claimSeat = (ledger: Ledger, event: string, claim: Claim, share?: Share): Promise<boolean> =>
  certain(
    () => ledger.claim(event, claim, share),
    () => isHeld(ledger, event, claim),
  );

export const swapClaim = (ledger: Ledger, event: EventRef, claim: Claim, fresh: Claim): Promise<boolean> =>
  certain(
    () => ledger.swap(event.id, claim, fresh),
    () => isHeld(ledger, event.id, fresh),
  );

export const removeClaim = (
  ledger: Ledger,
  event: EventRef,
  claim: Claim,
  counted?: string,
): Promise<boolean> =>
  certain(
    () => ledger.remove(event.id, claim, counted),
    async () => !(await isHeld(ledger, event.id, claim)),
  );

/** Adds a seat and takes it. @returns whether this request has it. @throws LostAnswer */
export const growSeat = (ledger: Ledger, event: EventRef, claim: Claim): Promise<boolean> =>
  certain(
    () => ledger.grow(event.id, claim),
    () => isHeld(ledger, event.id, claim),
  );

/** Removes a claim with its seat. @throws LostAnswer */
export const shrinkSeat = (ledger: Ledger, event: EventRef, claim: Claim): Promise<boolean> =>
  certain(
    () => ledger.shrink(event.id, claim),
    async () => !(await isHeld(ledger, event.id, claim)),
  );

export const confirmFirst = (
  ledger: Ledger,
  first: Waiting,
  claim: Claim,
  how: SeatEntry['how'],
): Promise<boolean> =>
  certain(
    () => ledger.confirm(first, claim, how),
    async () => holdsClaim(await ledger.registration(first), claim),
  );

import { LostAnswer } from '../../platform/store/outcome';
import { eventOf, type RegistrationRef, type SeatEntry } from '../ledger/entry';
import type { Leaving, Ledger, Left } from '../ledger/ledger';
import { GUESTS } from '../ledger/queue';
import { removeSeat } from './extra-seat';
import { giveUp } from './give-up';

/**
 * Ends a registration: the write to it is the commit, and its old image names the claim; then the seat is given
 * up. A crash in between leaves a claim that reconciliation finds.
 */
export const leave = async <R extends SeatEntry>(
  ledger: Ledger<R>,
  ref: RegistrationRef,
  leaving: Leaving,
): Promise<Left<R>> => {
  const left = await leaveCertainly(ledger, ref, leaving);
  if (!left.ok) return left;
  const { claim, status } = left.before;
  if (status !== 'confirmed' || !claim) return left;
  // A seat beyond the number leaves with its guest, so that answers to and fro add no seats.
  if (claim.pool === GUESTS) await removeSeat(ledger, eventOf(left.before), claim);
  else await giveUp(ledger, eventOf(left.before), claim);
  return left;
};

const leaveCertainly = async <R extends SeatEntry>(
  ledger: Ledger<R>,
  ref: RegistrationRef,
  leaving: Leaving,
): Promise<Left<R>> => {
  try {
    return await ledger.leave(ref, leaving);
  } catch (error) {
    if (!(error instanceof LostAnswer)) throw error;
    const found = await ledger.registration(ref);
    if (!found || 'pointsTo' in found || found.exit !== leaving.exit) throw error;
    ledger.note('exit found after a lost answer', { registration: found.id });
    return { ok: true, before: { ...found, status: found.was ?? found.status } };
  }
};

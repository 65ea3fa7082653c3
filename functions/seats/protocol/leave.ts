import type { Registration } from '../../events/registrations/registration';
import { LostAnswer } from '../../platform/store/outcome';
import type { Leaving, Ledger, Left, RegistrationRef } from '../ledger/ledger';
import { giveUp } from './give-up';

/**
 * Takes somebody out: the write to the registration is the commit, and its old image names the claim;
 * then the seat is given up. A crash in between leaves a claim that reconciliation finds.
 */
export const leave = async (ledger: Ledger, ref: RegistrationRef, leaving: Leaving): Promise<Left> => {
  const left = await leaveCertainly(ledger, ref, leaving);
  if (!left.ok) return left;
  const { claim, status, eventId, sections = 1 } = left.before;
  if (status === 'confirmed' && claim) await giveUp(ledger, { id: eventId, sections }, claim);
  return left;
};

const leaveCertainly = async (ledger: Ledger, ref: RegistrationRef, leaving: Leaving): Promise<Left> => {
  try {
    return await ledger.leave(ref, leaving);
  } catch (error) {
    if (!(error instanceof LostAnswer)) throw error;
    const found = (await ledger.registration(ref)) as Registration | undefined;
    if (found?.exit !== leaving.exit) throw error;
    ledger.note('exit found after a lost answer', { registration: found.id });
    return { ok: true, before: { ...found, status: found.was ?? found.status } };
  }
};

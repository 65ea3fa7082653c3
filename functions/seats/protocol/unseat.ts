import { eventOf, type SeatEntry } from '../ledger/entry';
import type { Ledger } from '../ledger/ledger';
import type { Claim } from '../ledger/seats';
import { markPools } from './admit';
import { certain } from './certain';
import { removeSeat } from './extra-seat';
import { settle } from './give-up';

/** A confirmed registration with its seat. */
export type SeatedEntry = SeatEntry & { claim: Claim };

/**
 * Takes a person's seat away, out of the room, and puts the person into the queue by the time at which they came. The
 * mark is set first, so that no later request passes them; the seat leaves with the claim, so it is never free.
 * @param queuedAt their place: those who came earlier stand before those who came later
 * @returns whether they still had this seat
 */
export const unseat = async (ledger: Ledger, seated: SeatedEntry, queuedAt: string): Promise<boolean> => {
  const event = eventOf(seated);
  const { claim, pools } = seated;
  await markPools(ledger, event, await ledger.room(event.id), pools);
  const unseated = await certain(
    () => ledger.unseat(seated, claim.id, { queuedAt, pools }),
    async () => {
      const found = await ledger.registration(seated);
      return found !== undefined && 'status' in found && found.queuedAt === queuedAt && !found.claim;
    },
  );
  if (!unseated) {
    ledger.note('unseat refused');
    return false;
  }
  ledger.note('unseated');
  await removeSeat(ledger, event, claim);
  await settle(ledger, event, pools);
  return true;
};

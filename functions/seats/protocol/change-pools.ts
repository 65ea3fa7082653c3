import { eventOf, holdsClaim, type SeatEntry } from '../ledger/entry';
import type { Ledger } from '../ledger/ledger';
import type { AnyRoom } from '../ledger/room';
import { certain } from './certain';
import { giveUp, orGiveUp } from './give-up';
import { take } from './take';

/** Where a registration is to sit, and what changes with it. */
export interface NewPools<R extends SeatEntry> {
  pools: string[];
  set?: Partial<R>;
}

/**
 * Gives a person a seat of other pools instead of the seat, or the place in the queue, that they have: a seat there
 * first, then the old one is given up. So they never lose what they have, and nothing changes where there is no seat.
 * @param entry the registration as it was read: `confirmed` or `waitlisted`
 * @returns `refused`: it changed since it was read
 */
export const changePools = async <R extends SeatEntry>(
  ledger: Ledger<R>,
  room: AnyRoom,
  entry: R,
  to: NewPools<R>,
): Promise<'changed' | 'no-seat' | 'refused'> => {
  const event = eventOf(entry);
  const { claim } = await take(ledger, event, to.pools, { room });
  if (!claim) return 'no-seat';
  const changed = await orGiveUp(ledger, event, claim, () =>
    certain(
      () => ledger.sitElsewhere(entry, claim, to),
      async () => holdsClaim(await ledger.registration(entry), claim),
    ),
  );
  if (!changed) {
    ledger.note('change of pools refused');
    await giveUp(ledger, event, claim);
    return 'refused';
  }
  ledger.note('pools changed');
  if (entry.status === 'confirmed' && entry.claim) await giveUp(ledger, event, entry.claim);
  return 'changed';
};

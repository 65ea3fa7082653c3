import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import { eventOf, holdsClaim, type SeatEntry } from '../ledger/entry';
import type { Ledger } from '../ledger/ledger';
import { newQueuedAt } from '../ledger/queue';
import { markPools } from './admit';
import { certain } from './certain';
import { giveUp, orGiveUp, settle } from './give-up';
import { take } from './take';

/**
 * The organizer approves: a seat where there is one, else a place in the queue from now on.
 * @throws Problem `registration-not-pending`
 */
export const decide = async (ledger: Ledger, pending: SeatEntry): Promise<void> => {
  const room = await ledger.room(pending.eventId);
  if (!room.event) throw new Problem('missing', 'event-missing');
  const event = eventOf(pending);
  const taken = await take(ledger, event, pending.pools, { room });
  if (taken.claim) {
    const { claim } = taken;
    const decided = await orGiveUp(ledger, event, claim, () =>
      certain(
        () => ledger.decide(pending, pending.turn, { claim }),
        async () => holdsClaim(await ledger.registration(pending), claim),
      ),
    );
    if (decided) return ledger.note('approved to a seat');
    await giveUp(ledger, event, claim);
  } else {
    await markPools(ledger, event, taken.room, pending.pools);
    const queuedAt = newQueuedAt(iso(ledger.now()), ledger.newClaim().slice(0, 4));
    const decided = await certain(
      () => ledger.decide(pending, pending.turn, { queuedAt, pools: pending.pools }),
      async () => {
        const found = await ledger.registration(pending);
        return found !== undefined && 'queuedAt' in found && found.queuedAt === queuedAt;
      },
    );
    if (decided) {
      ledger.note('approved to the queue');
      const { pk, sk } = pending;
      await settle(ledger, event, pending.pools, { pk, sk, queuedAt, how: 'approved' });
      return;
    }
  }
  throw new Problem('conflict', 'registration-not-pending');
};

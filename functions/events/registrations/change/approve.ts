import { Problem } from '../../../platform/problem/problem';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import type { Ledger } from '../../../seats/ledger/ledger';
import { newQueuedAt } from '../../../seats/ledger/queue';
import { markPools } from '../../../seats/protocol/admit';
import { refOf } from '../../../seats/protocol/capacity';
import { certain } from '../../../seats/protocol/certain';
import { giveUp, names, orGiveUp, settle } from '../../../seats/protocol/give-up';
import { take } from '../../../seats/protocol/take';
import { ledgerOf } from '../../../seats/tables/ledger-tables';
import { getEvent } from '../../event/get';
import { isApproved } from '../already-done';
import { mustStand } from '../eligibility';
import { getRegistration } from '../find';
import type { Registration } from '../registration';

/**
 * The organizer says yes: a seat where there is one, else a place in the queue from now on. Said twice, once is
 * enough.
 */
export const approve = async (world: World, id: string): Promise<void> => {
  const registration = await getRegistration(world, id);
  if (isApproved(registration)) return;
  if (registration.status !== 'pending') throw new Problem('conflict', 'registration-not-pending');
  mustStand(await getEvent(world, registration.eventId), world.now());
  try {
    await decideFor(ledgerOf(world), registration);
  } catch (error) {
    if (!(error instanceof Problem) || !isApproved(await getRegistration(world, id))) throw error;
  }
};

/** The protocol's part of approving. @throws Problem where it is pending no more */
export const decideFor = async (ledger: Ledger, pending: Registration): Promise<void> => {
  const room = await ledger.room(pending.eventId);
  if (!room.event) throw new Problem('missing', 'event-missing');
  const event = refOf(room.event);
  const taken = await take(ledger, event, pending.pools, room);
  if (taken.claim) {
    const { claim } = taken;
    const decided = await orGiveUp(ledger, event, claim, () =>
      certain(
        () => ledger.decide(pending, pending.turn, { claim }),
        async () => names(await ledger.registration(pending), claim),
      ),
    );
    if (decided) return ledger.note('approved to a seat');
    await giveUp(ledger, event, claim);
  } else {
    await markPools(ledger, event, taken.room, pending.pools);
    const queuedAt = newQueuedAt(iso(ledger.now()), ledger.newClaim().slice(0, 4));
    const decided = await certain(
      () => ledger.decide(pending, pending.turn, { queuedAt, pools: pending.pools }),
      async () => ((await ledger.registration(pending)) as Registration | undefined)?.queuedAt === queuedAt,
    );
    if (decided) {
      ledger.note('approved to the queue');
      await settle(ledger, event, pending.pools, {
        pk: pending.pk,
        sk: pending.sk,
        queuedAt,
        how: 'approved',
      });
      return;
    }
  }
  throw new Problem('conflict', 'registration-not-pending');
};

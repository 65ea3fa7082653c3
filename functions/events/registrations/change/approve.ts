import { Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import { decide } from '../../../seats/protocol/decide';
import { ledgerOf } from '../../../seats/tables/ledger-tables';
import { getEvent } from '../../event/get';
import { isApproved } from '../already-done';
import { mustTakePlace } from '../eligibility';
import { getRegistration } from '../find';

/**
 * The organizer says yes: a seat where there is one, else a place in the queue from now on. Idempotent.
 * @throws Problem `registration-not-pending`
 */
export const approve = async (world: World, id: string): Promise<void> => {
  const registration = await getRegistration(world, id);
  if (isApproved(registration)) return;
  if (registration.status !== 'pending') throw new Problem('conflict', 'registration-not-pending');
  mustTakePlace(await getEvent(world, registration.eventId), world.now());
  try {
    await decide(ledgerOf(world), registration);
  } catch (error) {
    if (!(error instanceof Problem) || !isApproved(await getRegistration(world, id))) throw error;
  }
};

import { Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import { letInWaiting } from '../../../seats/protocol/let-in';
import { ledgerOf } from '../../../seats/tables/ledger-tables';
import { getEvent } from '../../event/get';
import { mustTakePlace } from '../eligibility';
import { getRegistration } from '../find';
import type { Registration } from '../registration';

/**
 * Gives a free seat to a person who waits, chosen by the organizer: shortly before the event the queue no longer moves
 * by itself. The person is told. Idempotent.
 * @throws Problem conflict `seat-none-left` where no seat is free for the organizer to give, `registration-not-active`
 */
export const seatWaiting = async (world: World, id: string): Promise<Registration> => {
  const registration = await getRegistration(world, id);
  if (registration.status === 'confirmed') return registration;
  if (registration.status !== 'waitlisted') throw new Problem('conflict', 'registration-not-active');
  mustTakePlace(await getEvent(world, registration.eventId), world.now());
  const waiting = { ...registration, queuedAt: registration.queuedAt! };
  const seated = await letInWaiting(ledgerOf<Registration>(world), waiting, {
    how: 'promoted',
    beyond: false,
  });
  const now = await getRegistration(world, id);
  // Another request may have been first; it gave them the same seat or ended the registration.
  if (!seated && now.status !== 'confirmed') throw new Problem('conflict', 'seat-none-left');
  return now;
};

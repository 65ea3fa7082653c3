import { getEvent } from '../events/get';
import { Problem } from '../problem';
import { ledgerOf } from '../seats/ledger-tables';
import type { World } from '../world';
import { leaveEvent } from './cancel';
import { mustStand } from './eligibility';
import { getRegistration } from './find';
import { admitPerson } from './register';
import { particularsOf, type Registration } from './registration';

/**
 * Moves somebody to a parallel class: a seat there first, then the old one is given up. Where the other
 * class is full nothing changes. A repeat after a crash finishes the move.
 * @throws Problem `no-seat-there`
 */
export const move = async (world: World, id: string, toEventId: string): Promise<Registration> => {
  const old = await getRegistration(world, id);
  if (old.eventId === toEventId) throw new Problem('conflict', 'same-event');
  if (old.status === 'cancelled' || old.status === 'declined')
    throw new Problem('conflict', 'registration-not-active');
  await getEvent(world, toEventId);
  const { registration } = await admitPerson(
    world,
    ledgerOf(world),
    toEventId,
    particularsOf(old),
    // Several persons of one phone may be moved one after another; who stands there is known by name.
    true,
    (event) => mustStand(event, world.now()),
    {
      basis: old.basis,
      channel: old.channel,
      how: 'moved',
      movedFrom: old.id,
      // The same for a repeat after a crash, whatever became of the old one meanwhile.
      nonce: `move-${old.id}-${old.createdAt}`,
      ...(old.online && { online: true }),
      ...(old.nominationId && { nominationId: old.nominationId }),
      ...(old.consent && { consent: old.consent }),
      ...(old.attestedBy && { attestedBy: old.attestedBy }),
    },
    { seatOnly: true, approved: true },
  );
  await leaveEvent(world, id, {
    from: ['confirmed', 'waitlisted', 'pending'],
    to: 'cancelled',
    how: 'moved',
  });
  return registration;
};

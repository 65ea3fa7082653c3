import { Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import { ledgerOf } from '../../../seats/tables/ledger-tables';
import { getEvent } from '../../event/get';
import { mustStand } from '../eligibility';
import { getRegistration } from '../find';
import { particularsOf } from '../person-fields';
import { nonceHash } from '../register/entry';
import { findPlace } from '../register/existing';
import { admitPerson } from '../register/register';
import { hasLeft, type Registration } from '../registration';
import { leaveEvent } from './cancel';

/**
 * Moves somebody to a parallel class: a seat there first, then the old one is given up. Where the other
 * class is full nothing changes. A repeat after a crash finishes the move; after it has ended, it is answered
 * with the seat that it gave.
 * @throws Problem `no-seat-there`, `already-on-list`
 */
export const move = async (world: World, id: string, toEventId: string): Promise<Registration> => {
  const old = await getRegistration(world, id);
  if (old.eventId === toEventId) throw new Problem('conflict', 'same-event');
  // The same for a repeat, whatever became of the old one meanwhile.
  const nonce = `move-${old.id}-${old.createdAt}`;
  const event = await getEvent(world, toEventId);
  if (hasLeft(old)) {
    const there = (await findPlace(world, ledgerOf(world), event, old))?.standing;
    if (old.how === 'moved' && there?.kind === 'same' && there.registration.nonce === nonceHash(nonce))
      return there.registration;
    throw new Problem('conflict', 'registration-not-active');
  }
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
      nonce,
      ...(old.online && { online: true }),
      ...(old.nominationId && { nominationId: old.nominationId }),
      ...(old.consent && { consent: old.consent }),
      ...(old.attestedBy && { attestedBy: old.attestedBy }),
    },
    { seatOnly: true, approved: true, taken: 'already-on-list' },
  );
  await leaveEvent(world, id, {
    from: ['confirmed', 'waitlisted', 'pending'],
    to: 'cancelled',
    how: 'moved',
  });
  return registration;
};

import { isSameSecret } from '../../../platform/keys/is-same-secret';
import { Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import { isPresent } from '../../../seats/ledger/entry';
import { ledgerOf } from '../../../seats/tables/ledger-tables';
import { getEvent } from '../../event/get';
import { particularsOf } from '../../person/person-fields';
import { consentOf } from '../consent';
import { mustTakePlace } from '../eligibility';
import { getRegistration } from '../find';
import { admitPerson } from '../register/admit-person';
import { nonceHash, type RegistrationSource } from '../register/entry';
import { findSlot } from '../register/existing';
import { hasLeft, mustNotBeRestricted, type Registration } from '../registration';
import { leaveEvent } from './cancel';
import { type Asked, markedPresent } from './present';

/**
 * Moves a person to a parallel class: a seat there first, then the old one is given up. Where the other
 * class is full nothing changes. A repeat after a crash finishes the move; later it is answered with the seat
 * that the move gave.
 * @throws Problem `no-seat-there`, `already-on-list`; `marked-present` where they were seen at the old class
 */
export const move = async (
  world: World,
  id: string,
  toEventId: string,
  { evenIfPresent = false }: Asked = {},
): Promise<Registration> => {
  const old = await getRegistration(world, id);
  if (old.eventId === toEventId) throw new Problem('conflict', 'same-event');
  mustNotBeRestricted(old);
  // The same for a repeat, whatever happened to the old registration meanwhile.
  const nonce = `move-${old.id}-${old.createdAt}`;
  const event = await getEvent(world, toEventId);
  if (hasLeft(old)) {
    const there = (await findSlot({ world, ledger: ledgerOf<Registration>(world), event, person: old }))
      ?.existing;
    if (
      old.how === 'moved' &&
      there?.kind === 'same' &&
      isSameSecret(there.registration.nonce ?? '', nonceHash(nonce))
    )
      return there.registration;
    throw new Problem('conflict', 'registration-not-active');
  }
  if (isPresent(old) && !evenIfPresent) throw markedPresent(old);
  const { registration } = await admitPerson(world, toEventId, {
    particulars: particularsOf(old),
    source: movedSource(old, nonce),
    rule: (event) => mustTakePlace(event, world.now()),
    // Several people with one phone may be moved one after another; their full names are known.
    isDifferentPerson: true,
    seatOnly: true,
    approved: true,
    taken: 'already-on-list',
  });
  await leaveEvent(world, id, {
    from: ['confirmed', 'waitlisted', 'pending'],
    to: 'cancelled',
    how: 'moved',
  });
  return registration;
};

const movedSource = (old: Registration, nonce: string): RegistrationSource => ({
  basis: old.basis,
  channel: old.channel,
  how: 'moved',
  movedFrom: old.id,
  nonce,
  recorded: old,
  ...(old.online && { online: true }),
  ...(old.nominationId && { nominationId: old.nominationId }),
  consent: consentOf(old),
  ...(old.attestedBy && { attestedBy: old.attestedBy }),
});

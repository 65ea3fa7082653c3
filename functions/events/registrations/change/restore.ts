import { Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import { particularsOf } from '../../person/person-fields';
import { consentOf } from '../consent';
import { mustTakePlace } from '../eligibility';
import { getRegistration } from '../find';
import { mayBeRestored } from '../may';
import { admitPerson } from '../register/admit-person';
import type { RegistrationSource } from '../register/entry';
import { hasLeft, mustNotBeRestricted, type Registration } from '../registration';

/**
 * Takes back a cancellation or a refusal that was a slip: the person has the same code again, and a seat where there is
 * one, else a place at the end of the queue, since the seat was given on. A person who was not decided about yet is
 * asked about again. Idempotent.
 * @throws Problem conflict `registration-not-restorable` where they were replaced or moved, or an import was taken back;
 *   `no-seat-there` where the quota by which they were named has no seat
 */
export const restore = async (world: World, id: string): Promise<Registration> => {
  const old = await getRegistration(world, id);
  if (!hasLeft(old)) return old;
  mustNotBeRestricted(old);
  if (!mayBeRestored(old)) throw new Problem('conflict', 'registration-not-restorable');
  const { registration } = await admitPerson(world, old.eventId, {
    particulars: particularsOf(old),
    source: sourceOf(old),
    rule: (event) => mustTakePlace(event, world.now()),
    isDifferentPerson: true,
    approved: old.was !== 'pending',
    // A quota does not spill over: the seat is within it, or there is none.
    ...(old.nominationId && { within: old.pools[0]!, seatOnly: true }),
    isRepeat: ({ code }) => code === old.code,
  });
  return registration;
};

const sourceOf = (old: Registration): RegistrationSource => ({
  basis: old.basis,
  channel: old.channel,
  how: old.nominationId ? 'nominator' : 'restored',
  code: old.code,
  recorded: old,
  // An import that did something to the person must not be taken back as if they had never left.
  ...(old.imports && { imports: old.imports }),
  ...(old.online && { online: true }),
  ...(old.nominationId && { nominationId: old.nominationId, pool: old.pools[0]! }),
  consent: consentOf(old),
  ...(old.attestedBy && { attestedBy: old.attestedBy }),
});

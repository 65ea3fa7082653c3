import { readUnits } from '../../directory/units/list';
import { Problem } from '../../platform/problem/problem';
import { as, type World } from '../../platform/world/world';
import { seatsIn } from '../../seats/ledger/room';
import type { Event } from '../event/event';
import { readRoom } from '../event/room';
import { admitPerson } from '../registrations/register/admit-person';
import { CONSENT_VERSION, type Registration } from '../registrations/registration';
import type { Nomination } from './nomination';
import { isSameNominee, mustBelong, mustTakeNominees, type NomineeInput, withAffiliation } from './nominee';
import { nominationOf } from './read';

/**
 * Nominates one person within the quota, by the link's token. A person without a unit or body gets the
 * nomination's. Idempotent: nominating the same person again returns the existing registration.
 * @throws Problem `quota-full`, `nomination-closed`, `unit-outside`, `body-outside`, `already-on-list`,
 *   `named-otherwise`
 * @example const registration = await nominate(world, token, parse(NomineeInput, body));
 */
export const nominate = async (world: World, token: string, input: NomineeInput): Promise<Registration> => {
  const nomination = await nominationOf(world, token);
  return nominateFor(as(world, nomination.id), nomination, input);
};

/** `nominate` for a nomination that was read already. */
export const nominateFor = async (
  world: World,
  nomination: Nomination,
  { basis, another, online, ...person }: NomineeInput,
): Promise<Registration> => {
  const units = await readUnits(world);
  const particulars = withAffiliation(nomination, units, person);
  const isInForce = units.inForce.some(({ id }) => id === nomination.unitId);
  const attendance = online !== undefined && { online };
  try {
    const { registration } = await admitPerson(world, nomination.eventId, {
      particulars,
      isDifferentPerson: another,
      source: {
        basis,
        channel: 'nomination',
        how: 'nominator',
        nominationId: nomination.id,
        pool: nomination.pool,
        consent: CONSENT_VERSION,
        ...attendance,
        ...(basis !== 'person' && { attestedBy: nomination.id }),
      },
      // The deadline is checked first: after it the quota is empty, since unused seats went to the open pool.
      rule: (event: Event) => {
        mustTakeNominees(nomination, event, world.now());
        mustBelong(nomination, units, person);
      },
      seatOnly: true,
      approved: true,
      within: nomination.pool,
      isRepeat: (registered) => {
        if (registered.nominationId !== nomination.id) return false;
        // Where the quota's unit has ended since, the record keeps it.
        const unitId = person.unitId || isInForce ? particulars.unitId : undefined;
        if (!isSameNominee({ ...particulars, unitId, ...attendance }, registered))
          throw new Problem('conflict', 'named-otherwise');
        return true;
      },
      taken: 'already-on-list',
    });
    return registration;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'no-seat-there') throw error;
    const { size } = seatsIn(await readRoom(world, nomination.eventId), nomination.pool);
    throw new Problem('conflict', 'quota-full', { quota: size });
  }
};

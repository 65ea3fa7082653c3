import { readUnits } from '../../../directory/units/list';
import { Problem } from '../../../platform/problem/problem';
import { sameName } from '../../../platform/text/person-name';
import type { World } from '../../../platform/world/world';
import { seatsIn } from '../../../seats/ledger/room';
import type { Event } from '../../event/event';
import { readRoom } from '../../event/room';
import { isReserve } from '../../registrations/nominees';
import { type Admission, admitPerson } from '../../registrations/register/admit-person';
import type { Registration } from '../../registrations/registration';
import { byLink, type Filling } from '../filling';
import { viewNomination } from '../read';
import { isSameNominee, mustBelong, mustTakeNominees, type NomineeInput, withAffiliation } from './nominee';
import { registeredBy } from './registered-by';

/**
 * Nominates one person within the quota, by the link's token. A person without a unit or body gets the
 * nomination's. Idempotent: nominating the same person again returns the existing registration.
 * @throws Problem `quota-full`, `nomination-closed`, `unit-outside`, `body-outside`, `already-on-list`,
 *   `named-otherwise`
 * @example const registration = await nominate(world, token, parse(NomineeInput, body));
 */
export const nominate = async (world: World, token: string, input: NomineeInput): Promise<Registration> => {
  const hands = await byLink(world, token);
  return nominateFor(hands.world, hands.filling, input);
};

/** `nominate` for a quota that was read already. @param world of the one who names: the link, or an officer */
export const nominateFor = async (
  world: World,
  filling: Filling,
  input: NomineeInput,
): Promise<Registration> => {
  const { eventId, pool } = filling.nomination;
  try {
    return await admitNominee(world, filling, input, { seatOnly: true, within: pool });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'no-seat-there') throw error;
    const { size } = seatsIn(await readRoom(world, eventId), pool);
    throw new Problem('conflict', 'quota-full', { quota: size });
  }
};

/**
 * Names a person beyond the quota (dự bị). They wait in the queue of the quota's pool alone: the ledger gives them the seat
 * of the first nominee who leaves, in the order in which they were named. While the quota has a free seat they get it.
 * @throws Problem `reserve-full` where as many wait as the quota has seats, and as `nominate` but for `quota-full`
 */
export const nameReserve = async (
  world: World,
  filling: Filling,
  input: NomineeInput,
): Promise<Registration> => {
  const { quota, people } = await viewNomination(world, filling.nomination);
  const waiting = people.filter(isReserve);
  const isOneOf = waiting.some((r) => r.phone === input.phone && sameName(r.fullName, input.fullName));
  if (waiting.length >= quota && !isOneOf) throw new Problem('conflict', 'reserve-full', { most: quota });
  return admitReserve(world, filling, input);
};

/** `nameReserve` where the caller knows that the reserve has a place. */
export const admitReserve = (world: World, filling: Filling, input: NomineeInput): Promise<Registration> =>
  admitNominee(world, filling, input, { pools: [filling.nomination.pool] });

const admitNominee = async (
  world: World,
  { nomination, reader }: Filling,
  { basis, another, online, ...person }: NomineeInput,
  seating: Pick<Admission, 'seatOnly' | 'within' | 'pools'>,
): Promise<Registration> => {
  const units = await readUnits(world, person.unitId);
  const particulars = withAffiliation(nomination, units, person);
  const isInForce = units.inForce.some(({ id }) => id === nomination.unitId);
  const attendance = online !== undefined && { online };
  const { registration } = await admitPerson(world, nomination.eventId, {
    particulars,
    isDifferentPerson: another,
    source: {
      basis,
      channel: 'nomination',
      how: 'nominator',
      nominationId: nomination.id,
      pool: nomination.pool,
      ...attendance,
      ...(basis !== 'person' && { attestedBy: world.db.actor }),
    },
    // The deadline is checked first: after it the quota is empty, since unused seats went to the open pool.
    rule: (event: Event) => {
      mustTakeNominees(nomination, event, world.now());
      mustBelong(nomination, units, person);
    },
    approved: true,
    isRepeat: (registered) => {
      if (registered.nominationId !== nomination.id) return false;
      // Where the quota's unit has ended since, the record keeps it.
      const unitId = person.unitId || isInForce ? particulars.unitId : undefined;
      if (!isSameNominee({ ...particulars, unitId, ...attendance }, registered))
        throw new Problem('conflict', 'named-otherwise');
      return true;
    },
    taken: (registered) =>
      new Problem('conflict', 'already-on-list', registeredBy(registered, units, reader)),
    ...seating,
  });
  return registration;
};

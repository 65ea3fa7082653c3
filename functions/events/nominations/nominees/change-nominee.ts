import * as z from 'zod';
import { readUnits } from '../../../directory/units/list';
import { line, optional, versionField } from '../../../platform/input/fields';
import { invalid, Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import { getEvent } from '../../event/get';
import { Particulars, particularsOf } from '../../person/person-fields';
import { cancelByStaff } from '../../registrations/change/cancel';
import { correctByStaff } from '../../registrations/change/correct';
import { type Asked, evenIfPresent } from '../../registrations/change/present';
import { replace } from '../../registrations/change/replace';
import { seatWaiting } from '../../registrations/change/seat';
import { mustBePublished } from '../../registrations/eligibility';
import { getRegistration } from '../../registrations/find';
import type { Registration } from '../../registrations/registration';
import { byLink, type Filling } from '../filling';
import { mayNominate } from '../may';
import type { Nomination } from '../nomination';
import { mustBelong, type NomineeInput, withAffiliation } from './nominee';

/**
 * Thay người: the seat passes to the substitute in one step. Allowed until the event begins.
 * @throws Problem `registration-missing`, `nomination-over`, `unit-outside`, `body-outside`,
 *   `substitute-already-registered`, `substitute-is-the-same`, `other-person`, `marked-present`
 */
export const replaceNominee = async (
  world: World,
  token: string,
  registrationId: string,
  substitute: NomineeInput & Asked,
): Promise<Registration> => {
  const hands = await byLink(world, token);
  return replaceFor(hands.world, hands.filling, registrationId, substitute);
};

/** `replaceNominee` for a quota that was read already. @param world of the one who acts: the link, or an officer */
export const replaceFor = async (
  world: World,
  { nomination }: Filling,
  registrationId: string,
  { basis, another, online, evenIfPresent = false, ...substitute }: NomineeInput & Asked,
): Promise<Registration> => {
  await mustChange(world, nomination, registrationId, 'replace');
  const units = await readUnits(world, substitute.unitId);
  mustBelong(nomination, units, substitute);
  return replace(world, registrationId, withAffiliation(nomination, units, substitute), {
    basis,
    channel: 'nomination',
    nominationId: nomination.id,
    another,
    evenIfPresent,
    // The seat is the quota's, in the hall or online; left out, it stays as it was.
    ...(online !== undefined && { online }),
    ...(basis !== 'person' && { attestedBy: world.db.actor }),
  });
};

/**
 * Corrects the name and the phone of a nominated person; what else they said stays. Allowed until the event begins.
 * @throws Problem `registration-missing`, `nomination-over`, `already-on-list` where that person is registered
 */
export const renameNominee = async (
  world: World,
  { nomination }: Filling,
  registrationId: string,
  { fullName, phone }: Pick<NomineeInput, 'fullName' | 'phone'>,
): Promise<Registration> => {
  const registration = await mustChange(world, nomination, registrationId, 'correct');
  const particulars = { ...particularsOf(registration), fullName, phone };
  return correctByStaff(world, registrationId, particulars, registration.version);
};

/** What an officer says anew of a person of the quota, and the version of the record that was seen. */
export const NomineeCorrection = z.strictObject({ ...Particulars.shape, version: versionField });
export type NomineeCorrection = z.output<typeof NomineeCorrection>;

/**
 * Corrects all that was said of a nominated person. They stay within the unit that has the quota. The basis and the way of
 * taking part stay. Allowed until the event begins.
 * @throws Problem as `renameNominee`; `unit-outside`; stale `registration-changed`
 */
export const correctNominee = async (
  world: World,
  { nomination }: Filling,
  registrationId: string,
  { version, ...person }: NomineeCorrection,
): Promise<Registration> => {
  const { unitId, bodyId } = await mustChange(world, nomination, registrationId, 'correct');
  const units = await readUnits(world, person.unitId);
  const isOnFile = person.unitId === unitId && person.bodyId === bodyId;
  if (!isOnFile) mustBelong(nomination, units, person);
  return correctByStaff(world, registrationId, withAffiliation(nomination, units, person), version);
};

/**
 * Takes a person off the list: the seat goes to the first of the reserve, else back to the quota. Allowed until the event
 * begins.
 * @throws Problem `registration-missing`, `nomination-over`, `marked-present`; `reason-required` unless they asked for it
 */
export const withdrawNominee = async (
  world: World,
  token: string,
  registrationId: string,
  asked: Withdrawal,
): Promise<void> => {
  const hands = await byLink(world, token);
  await withdrawFor(hands.world, hands.filling, registrationId, asked);
};

/** How a person is taken off the list. The rule between reason and request is asked by `withdrawFor`. */
export const Withdrawal = z.strictObject({
  reason: optional(line(300)),
  atOwnRequest: z
    .boolean()
    .default(false)
    .describe('The person said so: they need no reason and are not told'),
  evenIfPresent,
});
type Withdrawal = Partial<z.output<typeof Withdrawal>>;

/** `withdrawNominee` for a quota that was read already. */
export const withdrawFor = async (
  world: World,
  { nomination }: Filling,
  registrationId: string,
  { reason, ...asked }: Withdrawal,
): Promise<void> => {
  if (!reason && !asked.atOwnRequest) throw invalid('reason', 'reason-required');
  await mustChange(world, nomination, registrationId, 'cancel');
  await cancelByStaff(world, registrationId, reason, { ...asked, how: 'nominator' });
};

/**
 * Gives a free seat of the quota to a person of the reserve: shortly before the event the queue no longer moves by itself.
 * The person is told. Idempotent.
 * @throws Problem `registration-missing`, `nomination-over`, `seat-none-left`
 */
export const seatReserve = async (
  world: World,
  { nomination }: Filling,
  registrationId: string,
): Promise<Registration> => {
  await mustChange(world, nomination, registrationId, 'replace');
  return seatWaiting(world, registrationId);
};

/** @throws Problem where this quota did not name the person, or the event has begun */
const mustChange = async (
  world: World,
  nomination: Nomination,
  registrationId: string,
  what: 'replace' | 'correct' | 'cancel',
): Promise<Registration> => {
  const registration = await getRegistration(world, registrationId);
  if (registration.nominationId !== nomination.id) throw new Problem('missing', 'registration-missing');
  const event = await getEvent(world, nomination.eventId);
  mustBePublished(event);
  if (!mayNominate(nomination, event, world.now())[what]) throw new Problem('conflict', 'nomination-over');
  return registration;
};

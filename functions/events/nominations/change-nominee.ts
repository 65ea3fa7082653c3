import { readUnits } from '../../directory/units/list';
import { Problem } from '../../platform/problem/problem';
import { as, type World } from '../../platform/world/world';
import { getEvent } from '../event/get';
import { particularsOf } from '../person/person-fields';
import { cancelByStaff } from '../registrations/change/cancel';
import { correctByStaff } from '../registrations/change/correct';
import type { Asked } from '../registrations/change/present';
import { replace } from '../registrations/change/replace';
import { mustBePublished } from '../registrations/eligibility';
import { getRegistration } from '../registrations/find';
import { CONSENT_VERSION, type Registration } from '../registrations/registration';
import { mayNominate } from './may';
import type { Nomination } from './nomination';
import { mustBelong, type NomineeInput, withAffiliation } from './nominee';
import { nominationOf } from './read';

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
): Promise<Registration> => replaceFor(world, await nominationOf(world, token), registrationId, substitute);

/** `replaceNominee` for a nomination that was read already. */
export const replaceFor = async (
  world: World,
  nomination: Nomination,
  registrationId: string,
  { basis, another, online, evenIfPresent = false, ...substitute }: NomineeInput & Asked,
): Promise<Registration> => {
  await mustChange(world, nomination, registrationId, 'replace');
  const units = await readUnits(world);
  mustBelong(nomination, units, substitute);
  return replace(as(world, nomination.id), registrationId, withAffiliation(nomination, units, substitute), {
    basis,
    consent: CONSENT_VERSION,
    channel: 'nomination',
    nominationId: nomination.id,
    another,
    evenIfPresent,
    // The seat is the quota's, in the hall or online; left out, it stays as it was.
    ...(online !== undefined && { online }),
    ...(basis !== 'person' && { attestedBy: nomination.id }),
  });
};

/**
 * Corrects the name and the phone of a nominated person; what else they said stays. Allowed until the event begins.
 * @throws Problem `registration-missing`, `nomination-over`, `already-on-list` where that person is registered
 */
export const correctNominee = async (
  world: World,
  nomination: Nomination,
  registrationId: string,
  { fullName, phone }: Pick<NomineeInput, 'fullName' | 'phone'>,
): Promise<Registration> => {
  const registration = await mustChange(world, nomination, registrationId, 'replace');
  const particulars = { ...particularsOf(registration), fullName, phone };
  return correctByStaff(as(world, nomination.id), registrationId, particulars, registration.version);
};

/**
 * Takes a person off the list: the seat goes back to the quota. Allowed until the event begins.
 * @throws Problem `registration-missing`, `nomination-over`, `marked-present`
 */
export const withdrawNominee = async (
  world: World,
  token: string,
  registrationId: string,
  { reason, ...asked }: { reason: string } & Asked,
) => {
  const nomination = await nominationOf(world, token);
  await mustChange(world, nomination, registrationId, 'cancel');
  await cancelByStaff(as(world, nomination.id), registrationId, reason, { ...asked, how: 'nominator' });
};

/** @throws Problem where this link did not nominate the person, or the event has begun */
const mustChange = async (
  world: World,
  nomination: Nomination,
  registrationId: string,
  what: 'replace' | 'cancel',
): Promise<Registration> => {
  const registration = await getRegistration(world, registrationId);
  if (registration.nominationId !== nomination.id) throw new Problem('missing', 'registration-missing');
  const event = await getEvent(world, nomination.eventId);
  mustBePublished(event);
  if (!mayNominate(nomination, event, world.now())[what]) throw new Problem('conflict', 'nomination-over');
  return registration;
};

import * as z from 'zod';
import { liesIn, listUnits } from '../../directory/units/list';
import type { Unit } from '../../directory/units/unit';
import { invalid, Problem } from '../../platform/problem/problem';
import { as, type World } from '../../platform/world/world';
import { seatsIn } from '../../seats/ledger/room';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { readRoom } from '../event/room';
import { cancelByStaff } from '../registrations/change/cancel';
import { replace } from '../registrations/change/replace';
import { getRegistration } from '../registrations/find';
import { Particulars } from '../registrations/person-fields';
import { admitPerson } from '../registrations/register/admit-person';
import { BASES, CONSENT_VERSION, type Registration } from '../registrations/registration';
import type { Nomination } from './nomination';
import { mayNominate, nominationOf } from './read';
import { isSameNominee } from './same-nominee';

/** One person as the officer names them, with the ground on which the data may be used. */
export const NomineeInput = z.strictObject({
  ...Particulars.shape,
  /** `paper`: the person signed, the officer attests it. `legal`: another configured basis. */
  basis: z.enum(BASES),
  another: z.boolean().default(false),
  /** Where the event is held both ways: takes part online, on a seat of the quota all the same. */
  online: z.boolean().optional(),
});
export type NomineeInput = z.output<typeof NomineeInput>;

/**
 * Names one person within the quota. Everybody without a unit or body of their own gets the
 * nomination's. Whom this link named already, with the same particulars, is answered as the first time.
 * @throws Problem `quota-full`, `nomination-closed`, `unit-outside`, `body-outside`, `already-on-list`,
 *   `named-otherwise`
 */
export const nominate = async (world: World, token: string, input: NomineeInput): Promise<Registration> => {
  const nomination = await nominationOf(world, token);
  return nominateFor(as(world, nomination.id), nomination, input);
};

export const nominateFor = async (
  world: World,
  nomination: Nomination,
  { basis, another, online, ...particulars }: NomineeInput,
): Promise<Registration> => {
  const way = online !== undefined && { online };
  const room = await readRoom(world, nomination.eventId);
  // The deadline before the quota: once it has passed, unused seats have fallen to the open pool.
  if (room.event) mustName(nomination, room.event, world.now());
  const affiliated = await withAffiliation(world, nomination, particulars);
  const quota = seatsIn(room, nomination.pool);
  const ours = (r: Registration) => {
    if (r.nominationId !== nomination.id) return false;
    if (!isSameNominee({ ...affiliated, ...way }, r)) throw new Problem('conflict', 'named-otherwise');
    return true;
  };
  try {
    const { registration } = await admitPerson(world, nomination.eventId, {
      particulars: affiliated,
      isDifferentPerson: another,
      rule: (event) => mustName(nomination, event, world.now()),
      source: {
        basis,
        channel: 'nomination',
        how: 'nominator',
        nominationId: nomination.id,
        pool: nomination.pool,
        consent: CONSENT_VERSION,
        ...way,
        ...(basis !== 'person' && { attestedBy: nomination.id }),
      },
      seatOnly: true,
      approved: true,
      within: nomination.pool,
      isRepeat: ours,
      taken: 'already-on-list',
    });
    return registration;
  } catch (error) {
    if (error instanceof Problem && error.code === 'no-seat-there')
      throw new Problem('conflict', 'quota-full', { quota: quota.size });
    throw error;
  }
};

/**
 * Thay người: one step, the seat passes to the substitute. Goes on until the event begins.
 * @throws Problem `nomination-over`, `substitute-already-registered`
 */
export const replaceNominee = async (
  world: World,
  token: string,
  registrationId: string,
  { basis, another: _another, online, ...substitute }: NomineeInput,
): Promise<Registration> => {
  const nomination = await nominationOf(world, token);
  await ownNominee(world, nomination, registrationId);
  await mustChange(world, nomination, 'replace');
  const affiliated = await withAffiliation(world, nomination, substitute);
  return replace(as(world, nomination.id), registrationId, affiliated, {
    basis,
    consent: CONSENT_VERSION,
    channel: 'nomination',
    nominationId: nomination.id,
    // The seat is the quota's, in the hall or not; left out, it is as it was.
    ...(online !== undefined && { online }),
    ...(basis !== 'person' && { attestedBy: nomination.id }),
  });
};

/** Takes a person off the list: the seat goes back to the quota. */
export const withdrawNominee = async (
  world: World,
  token: string,
  registrationId: string,
  reason: string,
) => {
  const nomination = await nominationOf(world, token);
  await ownNominee(world, nomination, registrationId);
  await mustChange(world, nomination, 'cancel');
  await cancelByStaff(as(world, nomination.id), registrationId, reason, 'nominator');
};

/** @throws Problem missing where the person was not named by this link */
export const ownNominee = async (world: World, nomination: Nomination, id: string): Promise<Registration> => {
  const registration = await getRegistration(world, id);
  if (registration.nominationId !== nomination.id) throw new Problem('missing', 'registration-missing');
  return registration;
};

/** Everybody belongs to whom the quota was given: a body's people may say besides where they live. */
const withAffiliation = async (
  world: World,
  nomination: Nomination,
  p: Particulars,
): Promise<Particulars> => {
  const { unitId, bodyId } = nomination;
  mustBelong(nomination, await listUnits(world), p);
  return bodyId ? { ...p, bodyId } : { ...p, unitId: p.unitId ?? unitId };
};

/**
 * A unit's link names people of the unit and of what lies below it, a body's link people of the body.
 * @throws Problem invalid `unit-outside`, `body-outside`
 */
export const mustBelong = (
  { unitId, bodyId }: Nomination,
  units: readonly Unit[],
  p: Pick<Particulars, 'unitId' | 'bodyId'>,
): void => {
  if (p.bodyId && p.bodyId !== bodyId) throw invalid('bodyId', 'body-outside');
  if (unitId && p.unitId && p.unitId !== unitId)
    if (!liesIn(units, p.unitId, unitId)) throw invalid('unitId', 'unit-outside');
};

const mustStand = (event: Event) => {
  if (event.status !== 'published') throw new Problem('conflict', `event-${event.status}`);
};

/** @throws Problem `nomination-closed`, or what became of the event */
export const mustName = (nomination: Nomination, event: Event, now: number) => {
  mustStand(event);
  if (!mayNominate(nomination, event, now).name) throw new Problem('conflict', 'nomination-closed');
};

/** Whom the link named may be replaced or taken off until the event begins. */
const mustChange = async (world: World, nomination: Nomination, what: 'replace' | 'cancel') => {
  const event = await getEvent(world, nomination.eventId);
  mustStand(event);
  if (!mayNominate(nomination, event, world.now())[what]) throw new Problem('conflict', 'nomination-over');
};

import * as z from 'zod';
import type { Event } from '../events/event';
import { Problem } from '../problem';
import { cancelByStaff } from '../registrations/cancel';
import { getRegistration } from '../registrations/find';
import { admitPerson } from '../registrations/register';
import { BASES, CONSENT_VERSION, Particulars, type Registration } from '../registrations/registration';
import { replace } from '../registrations/replace';
import { ledgerOf } from '../seats/ledger-tables';
import { seatsIn } from '../seats/room';
import { as, type World } from '../world';
import type { Nomination } from './nomination';
import { mayNominate, nominationOf } from './read';

/** One person as the officer names them, with the ground on which the data may be used. */
export const NomineeInput = z.strictObject({
  ...Particulars.shape,
  /** `paper`: the person signed, the officer attests it. `legal`: another configured basis. */
  basis: z.enum(BASES),
  another: z.boolean().default(false),
});
export type NomineeInput = z.output<typeof NomineeInput>;

/**
 * Names one person within the quota. Everybody without a unit or body of their own gets the
 * nomination's.
 * @throws Problem `quota-full`, `nomination-closed`, `already-registered`
 */
export const nominate = async (world: World, token: string, input: NomineeInput): Promise<Registration> => {
  const nomination = await nominationOf(world, token);
  return nominateFor(as(world, nomination.id), nomination, input);
};

export const nominateFor = async (
  world: World,
  nomination: Nomination,
  { basis, another, ...particulars }: NomineeInput,
): Promise<Registration> => {
  const ledger = ledgerOf(world);
  const room = await ledger.room(nomination.eventId);
  const quota = seatsIn(room, nomination.pool);
  if (quota.free === 0) throw new Problem('conflict', 'quota-full', { quota: quota.size });
  try {
    const { registration } = await admitPerson(
      world,
      ledger,
      nomination.eventId,
      withAffiliation(nomination, particulars),
      another,
      (event) => mustName(nomination, event, world.now()),
      {
        basis,
        channel: 'nomination',
        how: 'nominator',
        nominationId: nomination.id,
        pool: nomination.pool,
        consent: CONSENT_VERSION,
        ...(basis !== 'person' && { attestedBy: nomination.id }),
      },
      { seatOnly: true, approved: true, within: nomination.pool },
    );
    return registration;
  } catch (error) {
    if (error instanceof Problem && error.code === 'no-seat-there')
      throw new Problem('conflict', 'quota-full', { quota: quota.size });
    throw error;
  }
};

/** Thay người: one step, the seat passes to the substitute. Goes on until the event begins. */
export const replaceNominee = async (
  world: World,
  token: string,
  registrationId: string,
  { basis, another: _another, ...substitute }: NomineeInput,
): Promise<Registration> => {
  const nomination = await nominationOf(world, token);
  await ownNominee(world, nomination, registrationId);
  return replace(as(world, nomination.id), registrationId, withAffiliation(nomination, substitute), {
    basis,
    consent: CONSENT_VERSION,
    channel: 'nomination',
    nominationId: nomination.id,
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
  await cancelByStaff(as(world, nomination.id), registrationId, reason, 'nominator');
};

/** @throws Problem missing where the person was not named by this link */
export const ownNominee = async (world: World, nomination: Nomination, id: string): Promise<Registration> => {
  const registration = await getRegistration(world, id);
  if (registration.nominationId !== nomination.id) throw new Problem('missing', 'registration-missing');
  return registration;
};

const withAffiliation = (nomination: Nomination, p: Particulars): Particulars =>
  p.unitId || p.bodyId
    ? p
    : { ...p, ...(nomination.unitId ? { unitId: nomination.unitId } : { bodyId: nomination.bodyId }) };

const mustName = (nomination: Nomination, event: Event, now: number) => {
  if (event.status === 'cancelled' || event.status === 'postponed')
    throw new Problem('conflict', `event-${event.status}`);
  if (!mayNominate(nomination, event, now).name) throw new Problem('conflict', 'nomination-closed');
};

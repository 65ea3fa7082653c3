import * as z from 'zod';
import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { letIn, letInWaiting } from '../../seats/protocol/let-in';
import { ledgerOf } from '../../seats/tables/ledger-tables';
import { getEvent } from '../event/get';
import { Particulars, particularsOf } from '../person/person-fields';
import { approve } from '../registrations/change/approve';
import { mustTakePlace } from '../registrations/eligibility';
import { getRegistration } from '../registrations/find';
import { admitPerson } from '../registrations/register/admit-person';
import type { Registration } from '../registrations/registration';
import { type CheckedIn, checkIn, DayFields, mustBeDay, mustHaveDay } from './check-in';

/** A person who stands at the door and is not registered: who they are, and where they come from. */
export const WalkInInput = z.strictObject({
  fullName: Particulars.shape.fullName,
  phone: Particulars.shape.phone,
  unitId: Particulars.shape.unitId,
  bodyId: Particulars.shape.bodyId,
  ...DayFields,
  beyond: z.boolean().default(false).describe('Where no seat is free: the class gets one seat more'),
  another: z.boolean().default(false).describe('Not the person with the same phone and nearly the same name'),
  /** Random, one per form: a form that is sent twice is answered as the first time. */
  nonce: z.string().min(8).max(64).optional(),
});
export type WalkInInput = z.output<typeof WalkInInput>;
/** On which day: as `rightDay` found it. */
type WalkIn = Omit<WalkInInput, 'day' | 'otherDay'> & { day: number };

/**
 * Registers a person at the door and records that they came, in one write. A free seat that no person waits for, else
 * one more with `beyond`. A person who is registered already is checked in; one who waits is let in past the others.
 * @example await registerAtDoor(world, event.id, { fullName, phone, unitId, day: 1, beyond: false, another: false });
 * @throws Problem conflict `door-full` where no seat is free and `beyond` is not set; invalid `day-unknown`
 */
export const registerAtDoor = async (
  world: World,
  eventId: string,
  { day, beyond, another, nonce, ...person }: WalkIn,
): Promise<CheckedIn> => {
  await mustBeDay(world, eventId, day);
  const at = iso(world.now());
  try {
    const { registration, repeated } = await admitPerson(world, eventId, {
      particulars: particularsOf(person),
      isDifferentPerson: another,
      rule: (event) => mustTakePlace(event, world.now()),
      source: {
        basis: 'person',
        channel: 'door',
        how: 'door',
        ...(nonce && { nonce }),
      },
      approved: true,
      isRepeat: () => true,
      seat: (ledger, room, entry, replaces) =>
        letIn(ledger, room, { ...entry, came: { [day]: at, ...entry.came } }, { beyond, replaces }),
    });
    return repeated
      ? await seatAndCheckIn(world, registration, { day, beyond })
      : { registration, at, repeated };
  } catch (error) {
    if (error instanceof Problem && error.code === 'no-seat-there')
      throw new Problem('conflict', 'door-full');
    throw error;
  }
};

/**
 * Lets a registered person in who has no seat, and records that they came: one who waits, or whose registration is
 * still to be decided.
 * @throws Problem conflict `door-full` where they wait and `beyond` is not set, `check-in-not-confirmed`
 */
export const letInRegistered = async (
  world: World,
  id: string,
  options: { day: number; beyond: boolean },
): Promise<CheckedIn> => {
  const registration = await getRegistration(world, id);
  const event = await getEvent(world, registration.eventId);
  mustHaveDay(event, options.day);
  mustTakePlace(event, world.now());
  return seatAndCheckIn(world, registration, options);
};

const seatAndCheckIn = async (
  world: World,
  registration: Registration,
  { day, beyond }: { day: number; beyond: boolean },
): Promise<CheckedIn> => {
  const { id, eventId } = registration;
  if (registration.status === 'pending') await approve(world, id);
  const approved = registration.status === 'pending' ? await getRegistration(world, id) : registration;
  if (approved.status === 'waitlisted') {
    if (!beyond) throw new Problem('conflict', 'door-full');
    // Refused: another request gave them a seat, or ended the registration. The check-in tells.
    await letInWaiting(ledgerOf<Registration>(world), { ...approved, queuedAt: approved.queuedAt! });
  }
  return checkIn(world, eventId, { registrationId: id, day });
};

import * as z from 'zod';
import { optional } from '../../platform/input/fields';
import { invalid, missing, Problem } from '../../platform/problem/problem';
import { Refused } from '../../platform/store/outcome';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { registrationId as idOf, locate } from '../../seats/ledger/ids';
import { daysOf, MOST_DAYS } from '../event/days';
import { getEvent } from '../event/get';
import { type Registration, registrationsTable } from '../registrations/registration';

/** Whom somebody at the door has before them: from the list, or by the code on their slip. */
export const CheckInInput = z
  .strictObject({
    registrationId: optional(z.string().max(120)),
    code: optional(z.string().max(20)).describe('Nine digits, however they are grouped'),
    day: z.number().int().min(1).max(MOST_DAYS).default(1).describe('Which day of the event, from 1'),
  })
  .superRefine((input, context) => {
    if (!input.registrationId === !input.code)
      context.addIssue({ code: 'custom', path: ['code'], message: 'code-or-registration' });
  });
export type CheckInInput = z.output<typeof CheckInInput>;

export interface CheckedIn {
  registration: Registration;
  /** When they were first seen on that day. */
  at: string;
  /** They had been seen before: nothing was written. */
  repeated: boolean;
}

/**
 * Records that somebody came, on one day of the event. One call where the list leads to them; a typed
 * code asks the index first. Saying it twice keeps the first time.
 * @throws Problem `check-in-not-confirmed` where they hold no seat, `code-unknown-here`,
 *   `code-of-other-event`, `day-unknown`
 */
export const checkIn = async (
  world: World,
  eventId: string,
  { registrationId, code, day }: CheckInInput,
): Promise<CheckedIn> => {
  const id = registrationId ?? (await idOfCode(world, eventId, code!));
  await mustBeDay(world, eventId, day);
  return see(world, keyWithin(eventId, id), day, iso(world.now()));
};

/** It was somebody else: takes the mark away again. Saying it twice is no error. */
export const undoCheckIn = async (
  world: World,
  eventId: string,
  registrationId: string,
  day: number,
): Promise<void> => {
  const key = keyWithin(eventId, registrationId);
  try {
    await world.db.update(registrationsTable, key, {
      remove: ['came.#day'],
      if: 'attribute_exists(came.#day)',
      names: { '#day': String(day) },
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (!error.found) throw missing('registration');
  }
};

/** On which days they came, in order. */
export const daysCame = ({ came = {} }: Pick<Registration, 'came'>): { day: number; at: string }[] =>
  Object.entries(came)
    .map(([day, at]) => ({ day: Number(day), at }))
    .sort((a, b) => a.day - b.day);

const keyWithin = (eventId: string, registrationId: string) => {
  const at = locate(registrationId);
  if (at?.eventId !== eventId) throw missing('registration');
  return { pk: at.pk, sk: at.sk };
};

/** Every event has a first day, so that the door of most of them asks nobody. */
const mustBeDay = async (world: World, eventId: string, day: number): Promise<void> => {
  if (day > 1 && day > daysOf(await getEvent(world, eventId)).length) throw invalid('day', 'day-unknown');
};

const see = async (
  world: World,
  key: { pk: string; sk: string },
  day: number,
  at: string,
): Promise<CheckedIn> => {
  const seated = {
    names: { '#status': 'status' },
    values: { ':confirmed': 'confirmed' },
    returns: 'ALL_NEW' as const,
  };
  // A map must stand before something can be put into it: the first time brings it, later ones find it.
  const first = {
    ...seated,
    set: { came: { [day]: at } },
    if: '#status = :confirmed AND attribute_not_exists(came)',
  };
  const later = {
    ...seated,
    set: { 'came.#day': at },
    if: '#status = :confirmed AND attribute_exists(came) AND attribute_not_exists(came.#day)',
    names: { ...seated.names, '#day': String(day) },
  };
  for (const change of [first, later])
    try {
      const registration = (await world.db.update(registrationsTable, key, change)) as Registration;
      return { registration, at, repeated: false };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const found = error.found as unknown as Registration | undefined;
      if (!found || 'pointsTo' in found) throw missing('registration');
      if (found.status !== 'confirmed')
        throw new Problem('conflict', 'check-in-not-confirmed', { name: found.fullName });
      const before = found.came?.[day];
      if (before) return { registration: found, at: before, repeated: true };
    }
  throw new Problem('conflict', 'registration-changed');
};

/** Staff stand before the person: the code alone is enough for them. */
const idOfCode = async (world: World, eventId: string, code: string): Promise<string> => {
  const digits = code.replace(/\D/g, '');
  if (digits.length !== 9) throw invalid('code', 'code-malformed');
  const { items } = await world.db.query(registrationsTable, {
    index: 'code',
    where: '#code = :code',
    names: { '#code': 'code' },
    values: { ':code': digits },
  });
  const hit = items.find((i) => i.pk.startsWith(`${eventId}#`));
  if (!hit) throw invalid('code', items.length ? 'code-of-other-event' : 'code-unknown-here');
  return idOf(eventId, Number(hit.pk.slice(eventId.length + 1)), hit.sk);
};

import * as z from 'zod';
import { optional } from '../../platform/input/fields';
import { invalid, missing, Problem } from '../../platform/problem/problem';
import type { Change, Conditional } from '../../platform/store/expressions';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { RegistrationRef } from '../../seats/ledger/entry';
import { idOf, locate } from '../../seats/ledger/ids';
import { daysOf, MOST_DAYS } from '../event/days';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { substituteOf } from '../registrations/find';
import { hasLeft, type Registration, registrationsTable } from '../registrations/registration';

/** For which day a person is recorded (`rightDay`). */
export const DayFields = {
  day: z
    .number()
    .int()
    .min(1)
    .max(MOST_DAYS)
    .optional()
    .describe('Which day of the event, from 1; left out, the day that it is now'),
  otherDay: z
    .boolean()
    .default(false)
    .describe(
      'Meant, although it is not the day of today: before the event, after it, or another of its days',
    ),
};

/** The person at the door: chosen from the list, or by the code on their slip. */
export const CheckInInput = z
  .strictObject({
    registrationId: optional(z.string().max(120)),
    code: optional(z.string().max(20)).describe('Nine digits, however they are grouped'),
    ...DayFields,
  })
  .superRefine((input, context) => {
    if (!input.registrationId === !input.code)
      context.addIssue({ code: 'custom', path: ['code'], message: 'code-or-registration' });
  });
export type CheckInInput = z.output<typeof CheckInInput>;

export interface CheckedIn {
  registration: Registration;
  /** When they were first checked in on that day. */
  at: string;
  /** They had been checked in before: nothing was written. */
  repeated: boolean;
}

/** The person of a check-in, and the day. */
interface Coming extends Pick<CheckInInput, 'registrationId' | 'code'> {
  day: number;
}

/**
 * Records that a person came, on one day of the event; callers ask `rightDay` first. One call from the list; a typed code costs a look at the
 * index first. Idempotent: the first time is kept.
 * @example await checkIn(world, event.id, { code: '472 915 608', day: 1 });
 * @throws Problem `check-in-not-confirmed` where they hold no seat, `check-in-left` where they cancelled,
 *   `check-in-replaced` where another person goes in their place; `code-unknown-here`, `code-of-other-event`,
 *   `code-of-several`, `day-unknown`
 */
export const checkIn = async (
  world: World,
  eventId: string,
  { registrationId, code, day }: Coming,
): Promise<CheckedIn> => {
  const id = registrationId ?? (await idOfCode(world, eventId, code!));
  await mustBeDay(world, eventId, day);
  return record(world, keyWithin(eventId, id), day);
};

/** The wrong person was checked in: removes the record of that day. Idempotent. */
export const undoCheckIn = async (
  world: World,
  eventId: string,
  registrationId: string,
  day: number,
): Promise<void> => {
  const undone = await world.db.updateIf(registrationsTable, keyWithin(eventId, registrationId), {
    remove: ['came.#day'],
    if: 'attribute_exists(came.#day)',
    names: { '#day': String(day) },
  });
  if (!undone.ok && !undone.found) throw missing('registration');
};

/** The days on which they came, in order. */
export const daysCame = ({ came = {} }: Pick<Registration, 'came'>): { day: number; at: string }[] =>
  Object.entries(came)
    .map(([day, at]) => ({ day: Number(day), at }))
    .sort((a, b) => a.day - b.day);

const keyWithin = (eventId: string, registrationId: string): { pk: string; sk: string } => {
  const at = locate(registrationId);
  if (at?.eventId !== eventId) throw missing('registration');
  return { pk: at.pk, sk: at.sk };
};

/** Every event has a first day, so most check-ins need not read the event. @throws Problem invalid `day-unknown` */
export const mustBeDay = async (world: World, eventId: string, day: number): Promise<void> => {
  if (day > 1) mustHaveDay(await getEvent(world, eventId), day);
};

/** @throws Problem invalid `day-unknown` */
export const mustHaveDay = (event: Pick<Event, 'startsAt' | 'endsAt'>, day: number): void => {
  if (day > daysOf(event).length) throw invalid('day', 'day-unknown');
};

const record = async (world: World, key: { pk: string; sk: string }, day: number): Promise<CheckedIn> => {
  const at = iso(world.now());
  for (const change of recordings(day, at)) {
    const written = await world.db.updateIf(registrationsTable, key, change);
    if (written.ok) return { registration: written.item as Registration, at, repeated: false };
    const { found } = written;
    if (!found || 'pointsTo' in found) throw missing('registration');
    if (found.status !== 'confirmed') throw await notComing(world, found);
    const before = found.came?.[day];
    if (before) return { registration: found, at: before, repeated: true };
  }
  throw new Problem('conflict', 'registration-changed');
};

/** Why a person is not checked in: they have no seat, or none any more. */
const notComing = async (world: World, r: Registration): Promise<Problem> => {
  const name = r.fullName;
  if (!hasLeft(r)) return new Problem('conflict', 'check-in-not-confirmed', { name });
  const substitute = await substituteOf(world, r);
  if (!substitute) return new Problem('conflict', 'check-in-left', { name, at: r.updatedAt });
  const { fullName, id } = substitute;
  return new Problem('conflict', 'check-in-replaced', { name, substitute: fullName, registrationId: id });
};

/** An update cannot put a key into a map that is missing: the first check-in writes the map, later ones the key. */
const recordings = (day: number, at: string): Conditional<Change>[] => {
  const seated = {
    names: { '#status': 'status' },
    values: { ':confirmed': 'confirmed' },
    returns: 'ALL_NEW' as const,
  };
  return [
    {
      ...seated,
      set: { came: { [day]: at } },
      if: '#status = :confirmed AND attribute_not_exists(came)',
    },
    {
      ...seated,
      set: { 'came.#day': at },
      if: '#status = :confirmed AND attribute_exists(came) AND attribute_not_exists(came.#day)',
      names: { ...seated.names, '#day': String(day) },
    },
  ];
};

/**
 * Whose code it is. Staff see the person: the code alone is enough for them. Codes are drawn at random, so two people of a
 * large event may have the same one: then staff choose the person.
 * @throws Problem invalid `code-malformed`, `code-unknown-here`, `code-of-other-event`, `code-of-several` at `code`
 */
export const idOfCode = async (world: World, eventId: string, code: string): Promise<string> => {
  const digits = code.replace(/\D/g, '');
  if (digits.length !== 9) throw invalid('code', 'code-malformed');
  const { items } = await world.db.query(registrationsTable, {
    index: 'code',
    where: '#code = :code',
    names: { '#code': 'code' },
    values: { ':code': digits },
  });
  const hits = items.filter((i) => i.pk.startsWith(`${eventId}#`));
  if (hits.length === 1) return idOf(hits[0]!);
  const people = await whoHave(world, hits, digits);
  if (people.length > 1)
    throw invalid('code', 'code-of-several', {
      names: people.map((r) => r.fullName).join(', '),
    });
  if (!people[0])
    throw invalid('code', items.length > hits.length ? 'code-of-other-event' : 'code-unknown-here');
  return people[0].id;
};

/** The index is behind by a moment: where it names several, the items themselves tell who has the code. */
const whoHave = async (world: World, keys: RegistrationRef[], code: string): Promise<Registration[]> => {
  const found = await world.db.getMany(
    registrationsTable,
    keys.map(({ pk, sk }) => ({ pk, sk })),
    { consistent: true },
  );
  return found.filter((r): r is Registration => !('pointsTo' in r) && r.code === code);
};

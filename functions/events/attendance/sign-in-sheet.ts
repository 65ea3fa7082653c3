import { inSentence } from '../../directory/units/words';
import { recordTaken } from '../../platform/audit/taken';
import { givenNameOrder, vietnameseOrder } from '../../platform/text/given-name';
import type { World } from '../../platform/world/world';
import { dayNow, daysOf } from '../event/days';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { oldAnswersOf } from '../invitations/list';
import { everyRegistration } from '../registrations/find';
import { isDelegate, type Registration, UNNAMED } from '../registrations/registration';

/** One line to sign on. */
export interface SheetRow {
  fullName: string;
  yearOfBirth?: number;
  /** Position, then unit or body, as the column "Chức vụ, đơn vị" wants them. */
  from: string;
  phone?: string;
  /** The body answered for this beginning, before the event moved: whether the delegate comes is not known. */
  forOldDate?: string;
}

export interface SignInSheet {
  event: Event;
  /** The event's days in Vietnam, `2026-12-03`: one sheet is signed on each. */
  days: string[];
  /** The number of the day that is shown, from 1. */
  day: number;
  rows: SheetRow[];
}

interface Person extends SheetRow {
  /** People first, unit by unit; then the delegates, body by body; last those of an answer for an old date. */
  group: [part: number, from: string];
}

/** Whether a person signs on a day: who has a seat, and who was there and left again. */
const signs = (event: Event, r: Registration, day: number): boolean =>
  !(r.online && event.mode === 'both') && (r.status === 'confirmed' || r.came?.[day] !== undefined);

const rowOf = (r: Registration, forOldDate: string | undefined): Person => {
  const from = r.bodyName ?? r.unitName ?? '';
  return {
    // An empty line for a delegate without a name yet.
    fullName: r.fullName === UNNAMED ? '' : r.fullName,
    ...(r.yearOfBirth && { yearOfBirth: r.yearOfBirth }),
    from: [r.position, r.position ? inSentence(from) : from].filter(Boolean).join(', '),
    ...(r.phone && { phone: r.phone }),
    ...(forOldDate && { forOldDate }),
    group: [forOldDate ? 2 : isDelegate(r) ? 1 : 0, from],
  };
};

/**
 * The people expected in the hall on a day: who has a seat, unit by unit, then the invited bodies' delegates; last, those
 * whose body has not answered for the new date. People who join online do not sign.
 * @param asked the number of the day; left out, the event's day of now, or its first
 */
export const signInSheet = async (world: World, eventId: string, asked?: number): Promise<SignInSheet> => {
  const event = await getEvent(world, eventId);
  const days = daysOf(event);
  const day =
    asked !== undefined && asked >= 1 && asked <= days.length ? asked : dayOfNow(event, world.now());
  const people: Person[] = [];
  const old = await oldAnswersOf(world, event);
  for await (const r of everyRegistration(world, event))
    if (signs(event, r, day)) people.push(rowOf(r, r.came ? undefined : old.get(r.invitationId ?? '')));
  const byGroup = vietnameseOrder(people.map(({ group }) => group[1]));
  const byName = givenNameOrder(people.map(({ fullName }) => fullName));
  people.sort(
    (a, b) => a.group[0] - b.group[0] || byGroup(a.group[1], b.group[1]) || byName(a.fullName, b.fullName),
  );
  await recordTaken(world, { pk: eventId, table: 'events', as: 'sign-in-sheet', people: people.length });
  return { event, days, day, rows: people.map(({ group: _group, ...row }) => row) };
};

/** Sheets are printed before the event: its first day then. */
const dayOfNow = (event: Event, now: number): number => {
  const { when, day } = dayNow(event, now);
  return when === 'during' ? day : 1;
};

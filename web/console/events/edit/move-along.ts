import type { Event } from '../../../../functions/events/event/event';
import { movedDates } from '../../../../functions/events/scheduling/move-dates';
import { Problem } from '../../../../functions/platform/problem/problem';
import { localDate } from '../../../../functions/platform/time/dates';
import type { Fields, Values } from '../../../ui/form';
import { typedInstant } from '../parts/date-time';
import { dateAndTime } from '../parts/words';
import { sessionField, textAt } from './values';

/** What moves along with a new date, and what stays because it was changed in the same form. */
export interface MovedAlong {
  values: Values;
  moved: string[];
  kept: string[];
  /** The new beginning, which the form names when it is sent again. */
  startsAt: string;
  endsAt: string;
}

type Times = Pick<Event, 'startsAt' | 'endsAt' | 'sessions' | 'registrationOpensAt' | 'registrationClosesAt'>;
const DATES = ['endsAt', 'registrationOpensAt', 'registrationClosesAt'] as const;

const movedTo = (event: Event, startsAt: string, endsAt?: string): Times | undefined => {
  try {
    return movedDates(event, { startsAt, ...(endsAt && { endsAt }) });
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
};

/** The values of a date's two inputs, or of a session's row. */
const dateValues = (name: string, at: string | undefined): Values => {
  const { date, time } = dateAndTime(at);
  return { [`${name}.date`]: date, [`${name}.time`]: time };
};
const rowValues = (row: number, s: { startsAt: string; endsAt: string }): Values => ({
  [sessionField(row, 'date')]: dateAndTime(s.startsAt).date,
  [sessionField(row, 'start')]: dateAndTime(s.startsAt).time,
  [sessionField(row, 'end')]: dateAndTime(s.endsAt).time,
});

const isAs = (typed: Values, values: Values | undefined): boolean =>
  values !== undefined &&
  Object.entries(values).every(([name, value]) => textAt(typed, name) === (value ?? ''));

/**
 * After the day of the beginning was edited: the end, the programme and the times of registration as they are with the
 * new day. What differs from the stored event was changed on purpose and stays.
 * @param seen the beginning for which the form already showed this: its values count as unchanged too
 * @returns undefined where the day stays, nothing moves along, or the dates cannot be read
 */
export const moveAlong = (
  event: Event,
  { fields, typed }: { fields: Fields; typed: Values },
  seen?: string,
): MovedAlong | undefined => {
  const startsAt = typedInstant(fields, 'startsAt');
  if (!startsAt || startsAt === 'x' || startsAt === seen) return undefined;
  if (localDate(startsAt) === localDate(event.startsAt) && !seen) return undefined;
  const before = [event, seen ? movedTo(event, seen) : undefined];
  const isUnchanged = (of: (times: Times) => Values | undefined) =>
    before.some((times) => times && isAs(typed, of(times)));
  const endStays = !isUnchanged((t) => dateValues('endsAt', t.endsAt));
  const end = endStays ? typedInstant(fields, 'endsAt', { date: localDate(startsAt) }) : undefined;
  const after = movedTo(event, startsAt, end === 'x' ? undefined : end) ?? movedTo(event, startsAt);
  if (!after) return undefined;
  const out: MovedAlong = { values: { ...typed }, moved: [], kept: [], startsAt, endsAt: after.endsAt };
  const take = (name: string, of: (times: Times) => Values | undefined) => {
    const values = of(after);
    if (!values || isAs(typed, values)) return;
    if (isUnchanged(of)) {
      Object.assign(out.values, values);
      out.moved.push(name);
    } else out.kept.push(name);
  };
  for (const name of DATES) if (event[name]) take(name, (t) => dateValues(name, t[name]));
  event.sessions.forEach((_, row) => {
    take(`sessions.${row}`, (t) => t.sessions[row] && rowValues(row, t.sessions[row]));
  });
  return out.moved.length > 0 ? out : undefined;
};

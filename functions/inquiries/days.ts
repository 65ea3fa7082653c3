import { DAY, HOUR, iso, localDate, ms } from '../platform/time/dates';

/** On which days a body is reminded, counted from the last day on which it may answer. */
export interface Reminding {
  before: readonly number[];
  after: readonly number[];
}

/** Office hours have begun. */
const HOUR_OF_REMINDERS = 8;
/** A body that was asked so shortly before needs no reminder. */
const NOT_WITHIN = 2 * DAY;

const midnight = (day: string): number => ms(`${day}T00:00:00+07:00`);

/** The day so many days after another: `2026-11-17` and 1 give `2026-11-18`. */
export const daysAfter = (day: string, days: number): string => localDate(midnight(day) + days * DAY);

/** How many days an answer is late on the day of `now` in Vietnam. On the last day itself none. */
export const lateBy = (dueOn: string, now: number): number =>
  Math.max(0, Math.round((midnight(localDate(now)) - midnight(dueOn)) / DAY));

/** How many days have passed since `at`, by the calendar of Vietnam. */
export const ageInDays = (at: string, now: number): number => lateBy(localDate(at), now);

export interface Reminder {
  /** Days after the last day; negative before it. */
  day: number;
  /** When it is due (ms). */
  at: number;
}

/** Every reminder of a turn, in time. Those before the last day that would follow the question too closely are left out. */
export const remindersOf = (
  { askedAt, dueOn }: { askedAt: string; dueOn: string },
  { before, after }: Reminding,
): Reminder[] =>
  [...before.map((n) => -n), ...after]
    .sort((a, b) => a - b)
    .map((day) => ({ day, at: midnight(daysAfter(dueOn, day)) + HOUR_OF_REMINDERS * HOUR }))
    .filter(({ day, at }) => at > ms(askedAt) && (day > 0 || at - ms(askedAt) >= NOT_WITHIN));

/** The reminder that is due now: the latest one, so that a stop of the clock brings one mail and not three. */
export const reminderDue = (
  inquiry: { askedAt: string; dueOn: string },
  reminding: Reminding,
  now: number,
): Reminder | undefined => remindersOf(inquiry, reminding).findLast(({ at }) => at <= now);

/** The next moment at which a reminder is due after `now`. */
export const nextLook = (
  inquiry: { askedAt: string; dueOn: string },
  reminding: Reminding,
  now: number,
): string | undefined => {
  const next = remindersOf(inquiry, reminding).find(({ at }) => at > now);
  return next && iso(next.at);
};

/** Days without the answer that it waits for; 0 where it does not wait. */
export const daysLate = ({ status, dueOn }: { status: string; dueOn: string }, now: number): number =>
  status === 'asked' ? lateBy(dueOn, now) : 0;

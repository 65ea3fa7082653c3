import { DAY, iso, localDate, ms } from '../../platform/time/dates';
import type { Event } from './event';

/** The earlier of two instants. */
export const earlier = (a: string, b: string): string => iso(Math.min(ms(a), ms(b)));

/** From one day in Vietnam to another, in whole days. */
const daysBetween = (from: string, to: string): number => (ms(localDate(to)) - ms(localDate(from))) / DAY;

/** What goes with an event's beginning: as many whole days later or earlier, at its own time of day. */
export const daysAlong = (at: string, from: string, to: string): string =>
  iso(ms(at) + daysBetween(from, to) * DAY);

/** A deadline before an event, with the beginning that it was reckoned from: once it moves, so does this. */
export interface Reckoned {
  deadline: string;
  reckonedFrom?: string;
}

/**
 * Where a deadline stands now that its event moved, or goes on after it stood still. It is never moved into
 * the past; what passed while nobody could use it is given anew. Derived again, it moves no further.
 * @param usual the deadline where nobody says otherwise
 * @returns undefined where it stands as it is; without a date, or once it is off, an event moves nothing
 */
export const deadlineAlong = (
  event: Pick<Event, 'status' | 'undated' | 'startsAt' | 'turnAt'>,
  { deadline, reckonedFrom }: Reckoned,
  now: number,
  usual: () => string,
): Required<Reckoned> | undefined => {
  if (!reckonedFrom || event.undated || event.status === 'cancelled') return undefined;
  const { startsAt } = event;
  const anotherDay = localDate(startsAt) !== localDate(reckonedFrom);
  const stoodStill = event.status === 'published' && event.turnAt !== undefined && deadline <= event.turnAt;
  const along = earlier(daysAlong(deadline, reckonedFrom, startsAt), startsAt);
  const next = along <= iso(now) && (anotherDay || stoodStill) ? usual() : along;
  if (next <= iso(now) && !anotherDay) return undefined;
  return anotherDay || next !== deadline ? { deadline: next, reckonedFrom: startsAt } : undefined;
};

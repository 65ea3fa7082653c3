import { DAY, iso, localDate, ms } from '../../platform/time/dates';
import type { Event } from './event';

/** The earlier of two instants. */
export const earlier = (a: string, b: string): string => iso(Math.min(ms(a), ms(b)));

/** From one day in Vietnam to another, in whole days. */
const daysBetween = (from: string, to: string): number => (ms(localDate(to)) - ms(localDate(from))) / DAY;

/** Moves an instant by as many whole days as the event's beginning moved; it keeps its time of day. */
export const shiftDays = (at: string, from: string, to: string): string =>
  iso(ms(at) + daysBetween(from, to) * DAY);

/** A deadline before an event, and the event's beginning when the deadline was set. */
export interface Deadline {
  deadline: string;
  basedOnStart?: string;
}

/**
 * The new deadline after the event moved, or resumed after a postponement. A deadline never moves into the
 * past; one that passed during the postponement is replaced by the usual one. Idempotent.
 * @param usual the deadline that an event gets by default
 * @returns undefined where the deadline stays; an event that is undated or cancelled moves nothing
 */
export const movedDeadline = (
  event: Pick<Event, 'status' | 'undated' | 'startsAt' | 'turnAt'>,
  { deadline, basedOnStart }: Deadline,
  now: number,
  usual: () => string,
): Required<Deadline> | undefined => {
  if (!basedOnStart || event.undated || event.status === 'cancelled') return undefined;
  const { startsAt } = event;
  const anotherDay = localDate(startsAt) !== localDate(basedOnStart);
  const passedWhilePostponed =
    event.status === 'published' && event.turnAt !== undefined && deadline <= event.turnAt;
  const shifted = earlier(shiftDays(deadline, basedOnStart, startsAt), startsAt);
  const next = shifted <= iso(now) && (anotherDay || passedWhilePostponed) ? usual() : shifted;
  if (next <= iso(now) && !anotherDay) return undefined;
  return anotherDay || next !== deadline ? { deadline: next, basedOnStart: startsAt } : undefined;
};

import { DAY, localDate, ms } from '../../platform/time/dates';
import type { Event } from './event';

/** An event of more days than this is a series: it gets events of its own. */
export const MOST_DAYS = 31;

/** Lists look back for as long as an event may last: a longer one would be missing from them. */
export const tooLong = ({ startsAt, endsAt }: Pick<Event, 'startsAt' | 'endsAt'>): boolean =>
  ms(endsAt) - ms(startsAt) > MOST_DAYS * DAY;

/** The event's days in Vietnam, `2026-12-03`, in order; one at least. */
export const daysOf = ({ startsAt, endsAt }: Pick<Event, 'startsAt' | 'endsAt'>): string[] => {
  const days: string[] = [];
  const last = localDate(ms(endsAt) - 1);
  for (let at = ms(startsAt); days.length < MOST_DAYS; at += DAY) {
    const day = localDate(at);
    if (day > last) break;
    days.push(day);
  }
  return days.length ? days : [localDate(startsAt)];
};

/** Which of the event's days it is now, from 1; the first where it is none of them. */
export const dayNow = (event: Pick<Event, 'startsAt' | 'endsAt'>, now: number): number =>
  Math.max(1, daysOf(event).indexOf(localDate(now)) + 1);

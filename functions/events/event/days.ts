import { DAY, localDate, ms } from '../../platform/time/dates';

/** From when to when something lasts: instants. */
interface Span {
  startsAt: string;
  endsAt: string;
}

/** A longer event is a series, which is scheduled as several events. */
export const MOST_DAYS = 31;

/** Lists look back as far as an event may last; a longer event would be missing from them. */
export const tooLong = ({ startsAt, endsAt }: Span): boolean => ms(endsAt) - ms(startsAt) > MOST_DAYS * DAY;

/** The event's days in Vietnam, `2026-12-03`, in order; one at least. */
export const daysOf = ({ startsAt, endsAt }: Span): string[] => {
  const days: string[] = [];
  const last = localDate(ms(endsAt) - 1);
  for (let at = ms(startsAt); days.length < MOST_DAYS; at += DAY) {
    const day = localDate(at);
    if (day > last) break;
    days.push(day);
  }
  return days.length ? days : [localDate(startsAt)];
};

/** The number of the event's day that it is now, from 1; 1 on any other day. */
export const dayNow = (event: Span, now: number): number =>
  Math.max(1, daysOf(event).indexOf(localDate(now)) + 1);

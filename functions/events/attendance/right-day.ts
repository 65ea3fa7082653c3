import { invalid, Problem } from '../../platform/problem/problem';
import { instant } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { dayNow, daysOf } from '../event/days';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { mustBePublished } from '../registrations/eligibility';

/** The day for which people are recorded. */
export interface DayAsked {
  /** From 1; left out, the day that it is now. */
  day?: number | undefined;
  /** It is meant, although it is not the event's day of today: the answer to a question. */
  otherDay?: boolean | undefined;
}

type Dated = Pick<Event, 'startsAt' | 'endsAt' | 'undated' | 'status'>;

/**
 * The day to record: a page that was left open overnight, or a program with an old number, must not write another day
 * than it is unless that is meant.
 * @throws Problem invalid `day-unknown`, `day-required`; conflict `day-not-today`, `day-before-event`,
 *   `day-after-event`, which `otherDay` answers; conflict where the event is not published
 */
export const rightDay = (event: Dated, { day, otherDay = false }: DayAsked, now: number): number => {
  mustBePublished(event);
  const days = daysOf(event);
  if (day !== undefined && day > days.length) throw invalid('day', 'day-unknown');
  const today = dayNow(event, now);
  const wanted = day ?? today.day;
  if (today.when === 'during' && wanted === today.day) return wanted;
  if (otherDay) {
    if (day === undefined && days.length > 1) throw invalid('day', 'day-required');
    return wanted;
  }
  if (today.when === 'before')
    throw new Problem('conflict', 'day-before-event', { startsAt: event.startsAt });
  if (today.when === 'after') throw new Problem('conflict', 'day-after-event', { endsAt: event.endsAt });
  throw new Problem('conflict', 'day-not-today', {
    day: wanted,
    date: instant(days[wanted - 1]!)!,
    today: today.day,
    todayDate: instant(days[today.day - 1]!)!,
  });
};

/** The same for an event by its id. One call. */
export const rightDayOf = async (world: World, eventId: string, asked: DayAsked): Promise<number> =>
  rightDay(await getEvent(world, eventId), asked, world.now());

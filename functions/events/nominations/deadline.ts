import { invalid } from '../../platform/problem/problem';
import { DAY, instant, iso, localDate, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Event } from '../event/event';

/**
 * @param before the deadline until now: it may stay although it is past
 * @throws Problem invalid `deadline-after-start`, `deadline-passed` at `deadline`
 */
export const checkDeadline = (
  world: World,
  event: Pick<Event, 'startsAt'>,
  deadline: string,
  before?: string,
): void => {
  if (deadline > event.startsAt) throw invalid('deadline', 'deadline-after-start');
  if (deadline !== before && deadline <= iso(world.now())) throw invalid('deadline', 'deadline-passed');
};

/**
 * The default deadline: three days before the event, at the end of the office's day; if that is past, the
 * event's beginning.
 */
export const usualDeadline = (event: Pick<Event, 'startsAt'>, now: number): string => {
  const usual = instant(localDate(ms(event.startsAt) - 3 * DAY), '17:00')!;
  return ms(usual) > now ? usual : event.startsAt;
};

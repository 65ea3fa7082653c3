import { DAY, instant, localDate, vietnamese } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';

/** The same world at another moment, so that today's abilities can write the past year. */
export const at = (world: World, moment: number): World => ({ ...world, now: () => moment });

/** The date that many days from now; a weekend moves on to Monday. */
export const workday = (now: number, days: number): string => {
  const day = now + days * DAY;
  const { weekday } = vietnamese(day);
  return localDate(day + (weekday === 6 ? 2 * DAY : weekday === 0 ? DAY : 0));
};

export const dayAfter = (date: string): string => localDate(Date.parse(instant(date)!) + DAY);

/** @throws if there is no such moment */
export const moment = (date: string, time: string): string => {
  const found = instant(date, time);
  if (!found) throw new Error(`no such moment: ${date} ${time}`);
  return found;
};

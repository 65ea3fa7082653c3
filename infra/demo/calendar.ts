import { DAY, instant, localDate, vietnamese } from '../../functions/platform/time/dates';
import type { World } from '../../functions/platform/world/world';

/** The same world at another moment: the past year happens with the abilities of today. */
export const at = (world: World, moment: number): World => ({ ...world, now: () => moment });

/** The date so many days from now, moved on from a weekend to Monday. */
export const workday = (now: number, days: number): string => {
  const day = now + days * DAY;
  const { weekday } = vietnamese(day);
  return localDate(day + (weekday === 6 ? 2 * DAY : weekday === 0 ? DAY : 0));
};

export const dayAfter = (date: string): string => localDate(Date.parse(instant(date)!) + DAY);

/** @throws where the demo names a moment that does not exist */
export const moment = (date: string, time: string): string => {
  const found = instant(date, time);
  if (!found) throw new Error(`no such moment: ${date} ${time}`);
  return found;
};

/** Does the same for each, a few at a time: the embedded database answers one after the other anyway. */
export const each = async <T>(items: readonly T[], act: (item: T, i: number) => Promise<unknown>) => {
  const left = [...items.entries()];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let next = left.shift(); next; next = left.shift()) await act(next[1], next[0]);
    }),
  );
};

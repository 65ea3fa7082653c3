import type { Event } from '../events/event/event';
import { getEvent } from '../events/event/get';
import { Problem } from '../platform/problem/problem';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { type Minutes, type MinutesInput, minutesItems, minutesKey } from './minutes';

/** The minutes of an event; undefined before they are written. */
export const findMinutes = (world: World, eventId: string): Promise<Minutes | undefined> =>
  world.db.get(minutesItems, minutesKey(eventId), { consistent: true });

/** Minutes are written of an event that has begun. */
export const mayHaveMinutes = (
  { status, startsAt }: Pick<Event, 'status' | 'startsAt'>,
  now: number,
): boolean => status === 'published' && startsAt <= iso(now);

const holds = (minutes: Minutes, input: Omit<MinutesInput, 'version'>): boolean =>
  (Object.keys(input) as (keyof typeof input)[]).every((name) => minutes[name] === input[name]);

/**
 * Writes the minutes of an event. Idempotent: the same words again are no new version.
 * @throws Problem missing `event-missing`; conflict `minutes-too-early`; stale `minutes-stale`
 */
export const keepMinutes = async (
  world: World,
  eventId: string,
  { version, ...input }: MinutesInput,
): Promise<Minutes> => {
  const [event, before] = await Promise.all([getEvent(world, eventId), findMinutes(world, eventId)]);
  if (!mayHaveMinutes(event, world.now())) throw new Problem('conflict', 'minutes-too-early');
  if (before && before.version === version + 1 && holds(before, input)) return before;
  const item: Minutes = {
    ...minutesKey(eventId),
    eventId,
    ...input,
    version: version + 1,
    updatedAt: iso(world.now()),
  };
  const written = await world.db.putIf(
    minutesItems,
    item,
    version === 0
      ? { if: 'attribute_not_exists(pk)' }
      : { if: '#version = :version', names: { '#version': 'version' }, values: { ':version': version } },
  );
  if (!written.ok) throw new Problem('stale', 'minutes-stale');
  return item;
};

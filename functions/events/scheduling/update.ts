import { invalid } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { paceSeats } from '../../seats/stop';
import { changeEvent, hasMoved, mustBeIn } from '../event/change';
import type { Event } from '../event/event';
import type { EventInput, PoolOrQuota } from '../event/event-input';
import { readRoom } from '../event/room';
import { summarise } from '../event/summarise';
import { mustHoldSeated, poolsToSet, setPools } from './pools';
import { rescheduleDependents } from './reschedule-dependents';
import { resolveNames } from './resolve-names';

/**
 * Edits an event as it was at `version`. The event is written first and its seats after it, so that of
 * two editors only the first one touches the seats.
 * @throws Problem `event-changed` (stale), `event-cancelled`, `capacity-below-held` and
 *   `starts-moved-to-past` on their fields
 */
export const updateEvent = async (
  world: World,
  id: string,
  version: number,
  input: Omit<EventInput, 'pools'> & { pools?: readonly PoolOrQuota[] | undefined },
): Promise<Event> => {
  const room = await readRoom(world, id);
  const event = mustBeIn(room.event, { version, from: ['draft', 'published', 'postponed'] });
  const pools = poolsToSet(input, room);
  mustHoldSeated(pools, room);
  const { capacity, pools: _, leadBodyId, coordinatingBodyIds, ...fields } = input;
  const moved = hasMoved(event, fields);
  const tell = event.status !== 'draft' && moved;
  const tellLink = event.status !== 'draft' && !tell && fields.onlineUrl !== event.onlineUrl;
  const newStart = fields.startsAt !== event.startsAt;
  // People who registered would be expected on a past day, without a notice.
  if (event.status !== 'draft' && newStart && fields.startsAt <= iso(world.now()))
    throw invalid('startsAt', 'starts-moved-to-past');
  const names = await resolveNames(world, input, event);
  const after = await changeEvent(world, event, {
    ...blank,
    ...fields,
    ...names,
    ...(tell && { schedule: event.schedule + 1 }),
    ...(tellLink && { link: (event.link ?? 0) + 1 }),
    // While it is postponed, the day that people know is the one before the postponement.
    ...(tell && newStart && event.status !== 'postponed' && { formerStartsAt: event.startsAt }),
    ...(event.status === 'postponed' && newStart && { undated: undefined }),
    // The reason was that of an earlier move.
    ...(event.status === 'published' && tell && { reason: undefined }),
  });
  await setPools(world, id, pools);
  if (newStart || fields.promotionHours !== event.promotionHours) await paceSeats(world, id);
  if (moved) await rescheduleDependents(world, after);
  return pools.length ? { ...after, seats: await summarise(world, id) } : after;
};

/** An edit removes what it leaves out. */
const blank = {
  titleEn: undefined,
  summary: undefined,
  summaryEn: undefined,
  audience: undefined,
  venue: undefined,
  venueAddress: undefined,
  placeUnitId: undefined,
  mapUrl: undefined,
  onlineUrl: undefined,
  registrationOpensAt: undefined,
  registrationClosesAt: undefined,
  promotionHours: undefined,
  contactEmail: undefined,
  lunch: undefined,
  travel: undefined,
  bring: undefined,
  taskId: undefined,
} as const satisfies Partial<Record<keyof Event, undefined>>;

import { invalid } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { readRoom } from '../../seats/ledger/room';
import { changeEvent, meetsElsewhere, objection } from '../event/change';
import type { Event } from '../event/event';
import type { EventInput, PoolOrQuota } from '../event/event-input';
import { summarise } from '../event/summarise';
import { poolsToSet, refuseBelowHeld, setPools } from './pools';
import { moveAlong } from './reschedule-dependents';
import { named } from './resolve-names';

/**
 * Edits an event as it was at `version`. The event is written first and its seats after it, so that of
 * two editors only the first one touches the seats.
 * @throws Problem `event-changed` (stale), `event-is-cancelled`, `capacity-below-held` and
 *   `starts-moved-to-past` on their fields
 */
export const updateEvent = async (
  world: World,
  id: string,
  version: number,
  input: Omit<EventInput, 'pools'> & { pools?: readonly PoolOrQuota[] | undefined },
): Promise<Event> => {
  const room = await readRoom(world, id);
  const refusal = objection(room.event, { version, from: ['draft', 'published', 'postponed'] });
  if (refusal) throw refusal;
  const event = room.event!;
  const pools = poolsToSet(input, room);
  refuseBelowHeld(pools, room);
  const { capacity, pools: _, leadBodyId, coordinatingBodyIds, ...said } = input;
  const elsewhere = meetsElsewhere(event, said);
  const tell = event.status !== 'draft' && elsewhere;
  const tellLink = event.status !== 'draft' && !tell && said.onlineUrl !== event.onlineUrl;
  const moved = said.startsAt !== event.startsAt;
  // Whoever is registered would be expected at a day that has passed, and told of nothing.
  if (event.status !== 'draft' && moved && said.startsAt <= iso(world.now()))
    throw invalid('startsAt', 'starts-moved-to-past');
  const names = await named(world, input);
  const after = await changeEvent(world, event, {
    ...blank,
    ...said,
    ...names,
    ...(tell && { schedule: event.schedule + 1 }),
    ...(tellLink && { link: (event.link ?? 0) + 1 }),
    // While it is postponed, the day that people know is the one before the postponement.
    ...(tell && moved && event.status !== 'postponed' && { formerStartsAt: event.startsAt }),
    ...(event.status === 'postponed' && moved && { undated: undefined }),
  });
  await setPools(world, id, pools);
  if (elsewhere) await moveAlong(world, after);
  return pools.length ? { ...after, seats: await summarise(world, id) } : after;
};

/** What an edit leaves out is taken away. */
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
  contactEmail: undefined,
  lunch: undefined,
  travel: undefined,
  bring: undefined,
  taskId: undefined,
} as const satisfies Partial<Record<keyof Event, undefined>>;

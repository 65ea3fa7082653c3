import { readUnits } from '../../directory/units/list';
import { unitsNow } from '../../directory/units/successors';
import { missing } from '../../platform/problem/problem';
import { DAY, iso, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { seatsIn } from '../../seats/ledger/room';
import type { Event } from '../event/event';
import { EventInput } from '../event/event-input';
import { readRoom } from '../event/room';
import { createEvent } from './create';
import { movedDates } from './move-dates';
import type { DuplicateInput } from './transition-inputs';

const WEEK = 7 * DAY;
/** People need this much notice: a copy begins no sooner. */
const NOTICE = 2 * WEEK;

/** The same weekday and hour, whole weeks later: at least a week after the original, two from now. */
export const copyStartsAt = (startsAt: string, now: number): string => {
  const from = ms(startsAt);
  const weeks = Math.max(1, Math.ceil((now + NOTICE - from) / WEEK));
  return iso(from + weeks * WEEK);
};

/**
 * Copies an event as a draft on later dates. Not copied: its status, the quotas (they come with nominations),
 * when registration opens, and the online link, which belongs to one meeting. A place that was divided among
 * several units is left out: the draft says nothing wrong.
 * @throws Problem `event-missing`, invalid dates
 */
export const duplicateEvent = async (
  world: World,
  id: string,
  { startsAt }: DuplicateInput = {},
): Promise<Event> => {
  const room = await readRoom(world, id);
  const { event } = room;
  if (!event) throw missing('event');
  const dates = movedDates(event, {
    startsAt: startsAt ?? copyStartsAt(event.startsAt, world.now()),
  });
  const pools = (['open', 'online'] as const)
    .filter((pool) => room.pools.some((p) => p.pool === pool))
    .filter(
      (pool) => pool !== (event.mode === 'in-person' ? 'online' : event.mode === 'online' ? 'open' : ''),
    )
    .map((pool) => ({ kind: pool, seats: seatsIn(room, pool).size }));
  const fields = Object.fromEntries(
    Object.keys(EventInput.shape).map((name) => [name, event[name as keyof Event]]),
  ) as unknown as EventInput;
  return createEvent(world, {
    ...fields,
    ...dates,
    registrationOpensAt: undefined,
    onlineUrl: undefined,
    placeUnitId: await placeNow(world, event),
    leadBodyId: event.lead?.id,
    coordinatingBodyIds: event.coordinating.map((b) => b.id),
    capacity: undefined,
    pools,
  });
};

const placeNow = async (world: World, { placeUnitId }: Event): Promise<string | undefined> => {
  if (!placeUnitId) return undefined;
  const [place, another] = unitsNow(await readUnits(world), placeUnitId);
  return another ? undefined : place?.id;
};

import type { World } from '../../platform/world/world';
import { waitingItems } from '../../seats/tables/entry-tables';
import type { Event } from '../event/event';
import { everyoneWaiting } from './count-waiting';
import { isReserve } from './nominees';
import type { Listed, Registration } from './registration';

/**
 * A person's place in the queue of the shared pool; 1 is next. One query of the sparse index, which holds only
 * people who wait.
 * @returns nothing where they do not wait, or where the queue is spread over several sections
 */
export const queuePlace = async (world: World, r: Registration): Promise<number | undefined> => {
  const pool = r.place && /^wait#([^#]+)#/.exec(r.place)?.[1];
  if (r.status !== 'waitlisted' || !pool || (r.sections ?? 1) > 1) return undefined;
  const { items, next } = await world.db.query(waitingItems, {
    index: 'place',
    where: 'pk = :pk AND #place BETWEEN :first AND :mine',
    names: { '#place': 'place' },
    values: { ':pk': r.pk, ':first': `wait#${pool}#`, ':mine': r.place },
    only: ['sk'],
    consistent: true,
  });
  return next ? undefined : items.length;
};

/**
 * A person's place among all who wait for a seat in the hall or online, in the order of arrival, as lists number them. Reads
 * the queue alone, not the other registrations.
 */
export const queuePlaceAmongAll = async (
  world: World,
  event: Pick<Event, 'id' | 'sections'>,
  { status, place, queuedAt = '' }: Registration,
): Promise<number | undefined> => {
  if (status !== 'waitlisted' || !place?.startsWith('wait#')) return undefined;
  let before = 0;
  for await (const one of everyoneWaiting(world, event)) if ((one.queuedAt ?? '') < queuedAt) before++;
  return before + 1;
};

/** Places in the queue by registration id, from 1, in the order of arrival. A reserve of a quota has none: its queue is its own. */
export const queuePlaces = (
  all: readonly Pick<Listed, 'id' | 'status' | 'queuedAt' | 'how' | 'nominationId'>[],
): Map<string, number> =>
  new Map(
    all
      .filter((r) => r.status === 'waitlisted' && !isReserve(r))
      .sort((a, b) => ((a.queuedAt ?? '') < (b.queuedAt ?? '') ? -1 : 1))
      .map((r, i) => [r.id, i + 1]),
  );

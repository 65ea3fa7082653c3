import type { World } from '../../platform/world/world';
import { partitionsOf } from '../../seats/ledger/entry';
import { waitingItems } from '../../seats/tables/entry-tables';
import type { Event } from '../event/event';

/** Everybody who waits for a seat: each of them is in the queue of a shared pool, with or without a quota. */
export async function* everyoneWaiting(world: World, event: Pick<Event, 'id' | 'sections'>) {
  for (const pk of partitionsOf(event))
    yield* world.db.each(waitingItems, {
      index: 'place',
      where: 'pk = :pk AND begins_with(#place, :wait)',
      names: { '#place': 'place' },
      values: { ':pk': pk, ':wait': 'wait#' },
      only: ['queuedAt'],
      consistent: true,
    });
}

/** How many people wait for a seat. */
export const countWaiting = async (world: World, event: Pick<Event, 'id' | 'sections'>): Promise<number> => {
  let waiting = 0;
  for await (const _ of everyoneWaiting(world, event)) waiting++;
  return waiting;
};

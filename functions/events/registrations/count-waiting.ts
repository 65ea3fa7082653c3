import type { World } from '../../platform/world/world';
import { partitionsOf } from '../../seats/ledger/entry';
import { waitingItems } from '../../seats/tables/entry-tables';
import type { Event } from '../event/event';

/** How many people wait for a seat: each of them is in the queue of a shared pool, with or without a quota. */
export const countWaiting = async (world: World, event: Pick<Event, 'id' | 'sections'>): Promise<number> => {
  let waiting = 0;
  for (const pk of partitionsOf(event))
    for await (const _ of world.db.each(waitingItems, {
      index: 'place',
      where: 'pk = :pk AND begins_with(#place, :wait)',
      names: { '#place': 'place' },
      values: { ':pk': pk, ':wait': 'wait#' },
      only: ['sk'],
      consistent: true,
    }))
      waiting++;
  return waiting;
};

import type { World } from '../../platform/world/world';
import type { Event } from '../event/event';
import { registrationsTable } from './registration';

/** How many wait for a seat: everybody who waits stands in the queue of a shared pool, whatever quota they have. */
export const countWaiting = async (world: World, event: Pick<Event, 'id' | 'sections'>): Promise<number> => {
  let waiting = 0;
  for (let i = 0; i < event.sections; i++)
    for await (const _ of world.db.each(registrationsTable, {
      index: 'place',
      where: 'pk = :pk AND begins_with(#place, :wait)',
      names: { '#place': 'place' },
      values: { ':pk': `${event.id}#${i}`, ':wait': 'wait#' },
      only: ['sk'],
      consistent: true,
    }))
      waiting++;
  return waiting;
};

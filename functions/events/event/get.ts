import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Event, eventsTable } from './event';

/** An event by its id, strongly consistent. @throws Problem `event-missing` */
export const getEvent = async (world: World, id: string): Promise<Event> => {
  const event = await world.db.get(eventsTable, { pk: id, sk: 'event' }, { consistent: true });
  if (!event) throw missing('event');
  return event;
};

import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Event, eventsTable } from './event';

/** An event by its id, strongly consistent. @throws Problem `event-missing` */
export const getEvent = async (world: World, id: string): Promise<Event> => {
  const event = await world.db.get(eventsTable, { pk: id, sk: 'event' }, { consistent: true });
  if (!event) throw missing('event');
  return event;
};

/** Events by their ids; those that do not exist are absent. One call for a hundred. */
export const getEvents = async (world: World, ids: readonly string[]): Promise<Map<string, Event>> => {
  const keys = [...new Set(ids)].map((id) => ({ pk: id, sk: 'event' }));
  const events = keys.length ? await world.db.getMany(eventsTable, keys) : [];
  return new Map(events.map((event) => [event.id, event]));
};

import { newId } from '../../platform/keys/ids';
import { Refused } from '../../platform/store/outcome';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Event, eventsTable } from '../event/event';
import type { EventInput } from '../event/event-input';
import { summarise } from '../event/summarise';
import { poolsToSet, setPools } from './pools';
import { named } from './resolve-names';

/**
 * Schedules an event as a draft. The draft is written first, its seats after it: a crash in between
 * leaves a draft without seats, which the organizer sees and which cannot be published.
 * @param more.id makes a repeat of the same form land on the same event
 */
export const createEvent = async (
  world: World,
  input: EventInput,
  more: { id?: string } = {},
): Promise<Event> => {
  const { capacity, pools, leadBodyId, coordinatingBodyIds, ...said } = input;
  const names = await named(world, input);
  const now = iso(world.now());
  const id = more.id ?? newId('event', world.now());
  const event: Event = {
    pk: id,
    sk: 'event',
    id,
    ...said,
    ...names,
    status: 'draft',
    shelf: 'draft',
    turn: 0,
    schedule: 0,
    sections: 1,
    seats: { size: 0, held: 0, waiting: 0, at: now },
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  try {
    await world.db.put(eventsTable, event, { if: 'attribute_not_exists(pk)' });
  } catch (error) {
    const found = error instanceof Refused ? (error.found as unknown as Event) : undefined;
    if (found?.version !== 1 || found.by !== world.db.actor) throw error;
  }
  await setPools(world, id, poolsToSet(input, undefined));
  return { ...event, seats: await summarise(world, id) };
};

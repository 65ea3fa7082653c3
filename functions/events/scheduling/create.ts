import { newId } from '../../platform/keys/ids';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { changedMeanwhile } from '../event/change';
import { type Event, eventsTable } from '../event/event';
import type { EventInput } from '../event/event-input';
import { summarise } from '../event/summarise';
import { poolsToSet, setPools } from './pools';
import { resolveNames } from './resolve-names';

/**
 * Schedules an event as a draft. The draft is written first, its seats after it: a crash in between
 * leaves a draft without seats, which the organizer sees and which cannot be published.
 * @param more.id makes the same form, sent twice, create one event
 * @throws Problem invalid ids of bodies, place or task; stale `event-changed` where the id has a later version
 * @example const event = await createEvent(world, parse(EventInput, body));
 */
export const createEvent = async (
  world: World,
  input: EventInput,
  more: { id?: string } = {},
): Promise<Event> => {
  const { capacity, pools, leadBodyId, coordinatingBodyIds, ...fields } = input;
  const names = await resolveNames(world, input);
  const now = iso(world.now());
  const id = more.id ?? newId('event', world.now());
  const event: Event = {
    pk: id,
    sk: 'event',
    id,
    ...fields,
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
  const written = await world.db.putIf(eventsTable, event, {
    if: 'attribute_not_exists(pk)',
  });
  if (!written.ok) mustBeFirstVersion(world, written.found!);
  await setPools(world, id, poolsToSet(input, undefined));
  return { ...event, seats: await summarise(world, id) };
};

/** The same form sent twice finds its own draft, and goes on to the seats. */
const mustBeFirstVersion = (world: World, found: Event): void => {
  if (found.version !== 1 || found.by !== world.db.actor) throw changedMeanwhile(found);
};

import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { areAtOnce } from '../../event/days';
import type { EventInList } from '../../event/event';
import { getEvent } from '../../event/get';
import { listAll } from '../../event/list';
import { hasLeft, type Registration } from '../registration';
import { recognise } from './recognise';

type Held = Pick<EventInList, 'id' | 'startsAt' | 'endsAt' | 'status'>;
type Person = Pick<Registration, 'sk' | 'fullName' | 'phone' | 'status'>;

/** The events that take place at the same time as this one, while it is still to come. */
const eventsAtOnce = async (world: World, event: Held): Promise<EventInList[]> => {
  if (event.status !== 'published' || event.endsAt <= iso(world.now())) return [];
  const near = await listAll(world, { from: event.startsAt, to: event.endsAt });
  return near.filter(
    (other) => other.id !== event.id && other.status === 'published' && areAtOnce(event, other),
  );
};

/**
 * People of an event who are expected at another one at the same time. Nothing is refused for it: the one who acts is told.
 * Costs two calls where no other event is held; else one more for each hundred people and event.
 * @returns the other events, by the key (`sk`) of the person in this one
 */
export const expectedElsewhere = async (
  world: World,
  event: Held,
  people: readonly Person[],
): Promise<Map<string, EventInList[]>> => {
  const found = new Map<string, EventInList[]>();
  const coming = people.filter((r) => !hasLeft(r) && r.phone);
  if (coming.length === 0) return found;
  for (const other of await eventsAtOnce(world, event)) {
    const there = await recognise(world, await getEvent(world, other.id), coming);
    for (const [i, { sk }] of coming.entries())
      if (there[i]!.kind === 'same') found.set(sk, [...(found.get(sk) ?? []), other]);
  }
  return found;
};

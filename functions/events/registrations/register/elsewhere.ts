import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { areAtOnce } from '../../event/days';
import type { EventInList } from '../../event/event';
import { LARGE } from '../../event/event';
import { getEvent } from '../../event/get';
import { listAll } from '../../event/list';
import { hasLeft, type Registration } from '../registration';
import { readRoll } from '../roll/read-roll';
import type { Listing } from '../roll/rolls-table';
import { keyOf } from './existing';
import { recognise } from './recognise';

type Held = Pick<EventInList, 'id' | 'startsAt' | 'endsAt' | 'status'>;
/** So many are looked up by their keys, a call for each hundred. */
const FEW = LARGE;

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
 * Costs two calls where no other event is held; else one more for each hundred people and event. Of more than a thousand, only
 * those are looked up who may be at the other event, by its list of people.
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
    const there = await getEvent(world, other.id);
    const asked = coming.length > FEW ? await maybeAt(world, there, coming) : coming;
    const known = await recognise(world, there, asked);
    for (const [i, { sk }] of asked.entries())
      if (known[i]!.kind === 'same') found.set(sk, [...(found.get(sk) ?? []), other]);
  }
  return found;
};

/**
 * Those who may be registered at an event: one of its people stands under their key, or has their phone now. The second finds
 * people whose name or phone was corrected there: they keep the key that they came with.
 */
const maybeAt = async (
  world: World,
  event: Listing,
  people: readonly Person[],
): Promise<readonly Person[]> => {
  const there = (await readRoll(world, event)).people;
  const keys = new Set(there.map(({ sk }) => sk));
  const phones = new Set(there.map(({ phone }) => phone));
  return people.filter((person) => phones.has(person.phone) || keys.has(keyOf(world, event, person, 1).sk));
};

import { DAY, iso, MINUTE, ms } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { getEvents } from '../../event/get';
import { everyRegistration } from '../find';
import { type Registration, registrationsTable } from '../registration';
import {
  CHANGES_END,
  changeKey,
  expiryFrom,
  isLarge,
  type Listing,
  PARTS,
  pack,
  partKeys,
  partOf,
  rollChanges,
  rollsTable,
} from './rolls-table';

/** So many changes are read beside the parts; with more, the parts are written anew. */
const MOST_CHANGES = 500;
/** What was corrected or taken away does not stand in the parts for longer. */
const AFTER_CHANGE = 10 * MINUTE;

/**
 * Notes people of large events as they are now; called with those of a batch of the stream. What is written last is right,
 * whatever the order of the records.
 * @param changed keys of registrations, also of pointers
 */
export const noteChanges = async (
  world: World,
  changed: readonly { pk: string; sk: string; eventId: string }[],
): Promise<void> => {
  if (!changed.length) return;
  const events = await getEvents(
    world,
    changed.map(({ eventId }) => eventId),
  );
  const at = iso(world.now());
  const keys = new Map<string, { pk: string; sk: string }>();
  for (const { pk, sk, eventId } of changed) {
    const event = events.get(eventId);
    if (event && isLarge(event)) keys.set(`${pk} ${sk}`, { pk, sk });
  }
  if (!keys.size) return;
  const found = await world.db.getMany(registrationsTable, [...keys.values()], { consistent: true });
  const people = found.filter((r): r is Registration => !('pointsTo' in r));
  await world.db.putMany(
    rollChanges,
    people.map((r) => ({
      pk: r.eventId,
      sk: changeKey(at, r.id),
      people: pack([r]),
      expiresAt: expiryFrom(world.now()),
    })),
  );
};

/**
 * Writes the roll of a large event anew where it is missing, a day old, or much changed since; the clock calls it.
 * @returns whether it was written
 */
export const tendRoll = async (world: World, event: Listing): Promise<boolean> => {
  if (!isLarge(event) || !(await isDue(world, event.id))) return false;
  await writeRoll(world, event);
  return true;
};

const isDue = async (world: World, eventId: string): Promise<boolean> => {
  const first = await world.db.get(rollsTable, partKeys(eventId)[0]!, { only: ['at'] });
  if (!first || world.now() - ms(first.at) >= DAY) return true;
  const { items } = await world.db.query(rollChanges, {
    where: 'pk = :pk AND sk BETWEEN :since AND :end',
    values: { ':pk': eventId, ':since': changeKey(first.at), ':end': CHANGES_END },
    only: ['sk'],
    limit: MOST_CHANGES,
  });
  return items.length >= MOST_CHANGES || (items.length > 0 && world.now() - ms(first.at) >= AFTER_CHANGE);
};

const writeRoll = async (world: World, event: Listing): Promise<void> => {
  // Before the first is read: what changes meanwhile is noted later.
  const at = iso(world.now());
  const parts = Array.from({ length: PARTS }, (): Registration[] => []);
  for await (const r of everyRegistration(world, event)) parts[partOf(r.sk)]!.push(r);
  const keys = partKeys(event.id);
  await world.db.putMany(
    rollsTable,
    parts.map((people, n) => ({ ...keys[n]!, at, people: pack(people), expiresAt: expiryFrom(world.now()) })),
  );
};

/** Removes every copy of an event's people: for a person who is to be forgotten. The clock makes it again. */
export const dropRoll = async (world: World, eventId: string): Promise<void> => {
  for await (const { pk, sk } of world.db.each(rollsTable, {
    where: 'pk = :pk',
    values: { ':pk': eventId },
    only: ['pk', 'sk'],
  }))
    await world.db.delete(rollsTable, { pk, sk });
};

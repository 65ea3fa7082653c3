import type { World } from '../../platform/world/world';
import { partitionsOf } from '../../seats/ledger/entry';
import type { Event } from '../event/event';
import { hasLeft, type Registration, registrationsTable } from './registration';

/** What a list is compared with: ten thousand of them are in memory at once. */
const ATTRIBUTES = [
  'id',
  'fullName',
  'phone',
  'unitId',
  'bodyId',
  'yearOfBirth',
  'channel',
  'status',
] as const satisfies readonly (keyof Registration)[];
export type ActiveRegistration = Pick<Registration, (typeof ATTRIBUTES)[number]>;

/** The registrations of an event that are neither cancelled nor declined, without all that tells nothing of who they are. */
export async function* activeRegistrations(
  world: World,
  event: Pick<Event, 'id' | 'sections'>,
): AsyncGenerator<ActiveRegistration> {
  for (const pk of partitionsOf(event))
    for await (const item of world.db.each(registrationsTable, {
      where: 'pk = :pk',
      values: { ':pk': pk },
      only: [...ATTRIBUTES, 'pointsTo'],
    }))
      if (!('pointsTo' in item) && !hasLeft(item)) yield item;
}

import type { World } from '../../platform/world/world';
import type { Event } from '../event/event';
import { everyRegistration } from './find';
import { hasLeft, type Registration } from './registration';

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
  for await (const r of everyRegistration(world, event, ATTRIBUTES)) if (!hasLeft(r)) yield r;
}

import { getEvent } from '../../../functions/events/event/get';
import type { World } from '../../../functions/platform/world/world';

/** The titles of the events that are named; one that is gone has none. */
export const titlesOf = async (
  world: World,
  named: readonly { eventId?: string | undefined }[],
): Promise<Map<string, string>> => {
  const ids = [...new Set(named.flatMap(({ eventId }) => eventId ?? []))];
  const found = await Promise.all(ids.map((id) => getEvent(world, id).catch(() => undefined)));
  return new Map(found.flatMap((event) => (event ? [[event.id, event.title] as const] : [])));
};

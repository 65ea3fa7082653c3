import { getEvent } from '../../../functions/events/event/get';
import type { World } from '../../../functions/platform/world/world';
import type { Kept } from '../../../functions/privacy/places/place';

/** The titles of the events that are named; one that is gone has none. */
export const titlesOf = async (world: World, kept: readonly Kept[]): Promise<Map<string, string>> => {
  const ids = [...new Set(kept.flatMap(({ eventId }) => eventId ?? []))];
  const found = await Promise.all(ids.map((id) => getEvent(world, id).catch(() => undefined)));
  return new Map(found.flatMap((event) => (event ? [[event.id, event.title] as const] : [])));
};

import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Broadcast, broadcastKey, broadcastsTable, recipientParts } from './broadcast';

/** One broadcast, strongly consistent. */
export const findBroadcast = (world: World, id: string): Promise<Broadcast | undefined> =>
  world.db.get(broadcastsTable, broadcastKey(id), { consistent: true });

/** @throws Problem missing `broadcast-missing` */
export const getBroadcast = async (world: World, id: string): Promise<Broadcast> => {
  const found = await findBroadcast(world, id);
  if (!found) throw missing('broadcast');
  return found;
};

/** All broadcasts of an event, the latest first. */
export const listBroadcasts = (world: World, eventId: string): Promise<Broadcast[]> =>
  world.db.all(broadcastsTable, {
    index: 'event',
    where: 'eventId = :event',
    values: { ':event': eventId },
    backwards: true,
  });

/** Recipients in one part; a worker looks at one part in one go. */
export const PART = 200;

export const partKey = (id: string, from: number) => ({
  pk: id,
  sk: `to#${String(from / PART).padStart(5, '0')}`,
});

/** The part of the recipients that begins at a place, which is a multiple of `PART`. */
export const recipientsFrom = async (world: World, id: string, from: number): Promise<readonly string[]> =>
  (await world.db.get(recipientParts, partKey(id, from), { consistent: true }))?.ids ?? [];

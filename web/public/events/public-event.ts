import type { Event } from '../../../functions/events/event/event';
import { type AnyEventRoom, readAnyRoom } from '../../../functions/events/event/room';
import { missing } from '../../../functions/platform/problem/problem';
import type { World } from '../../../functions/platform/world/world';

/** An event that the public may see, with its seats, in one call. @throws Problem `event-missing` */
export const publicEvent = async (
  world: World,
  id: string,
): Promise<{ event: Event; room: AnyEventRoom }> => {
  const room = await readAnyRoom(world, id);
  if (room.event?.shelf !== 'public') throw missing('event');
  return { event: room.event, room };
};

import type { Event } from '../../../functions/events/event/event';
import { missing } from '../../../functions/platform/problem/problem';
import type { World } from '../../../functions/platform/world/world';
import { type Room, readRoom } from '../../../functions/seats/ledger/room';

/** An event that the public may see, with its seats, in one call. @throws Problem `event-missing` */
export const publicEvent = async (world: World, id: string): Promise<{ event: Event; room: Room }> => {
  const room = await readRoom(world, id);
  if (room.event?.shelf !== 'public') throw missing('event');
  return { event: room.event, room };
};

import type { Event } from '../../functions/events/event';
import { mayEvent } from '../../functions/events/may';
import { missing } from '../../functions/problem';
import { type Room, readRoom } from '../../functions/seats/room';
import type { Page } from '../env';

/** Reads an event that staff may see. @throws Problem `event-missing` */
export const readForStaff = async (c: Page, id: string): Promise<{ event: Event; room: Room }> => {
  const room = await readRoom(c.get('world'), id);
  if (!room.event || !mayEvent(c.get('account'), room.event, c.get('world').now()).see)
    throw missing('event');
  return { event: room.event, room };
};

import type { Event } from '../../../../functions/events/event/event';
import { mayEvent } from '../../../../functions/events/event/may';
import { type EventRoom, readRoom } from '../../../../functions/events/event/room';
import { missing } from '../../../../functions/platform/problem/problem';
import type { Page } from '../../../env';

/** Reads an event that staff may see. @throws Problem `event-missing` */
export const readForStaff = async (c: Page, id: string): Promise<{ event: Event; room: EventRoom }> => {
  const room = await readRoom(c.get('world'), id);
  if (!room.event || !mayEvent(c.get('account'), room.event, c.get('world').now()).see)
    throw missing('event');
  return { event: room.event, room };
};

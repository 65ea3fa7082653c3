import type { World } from '../../platform/world/world';
import type { Event } from '../event/event';
import { followEvent } from '../invitations/follow-event';
import { moveDeadlines } from '../nominations/move-deadlines';

/**
 * What others were asked to do before an event goes with its date, and what letters say of it with its time
 * and place. Comes after the event's own change; the clock repeats what a crash left.
 */
export const moveAlong = async (world: World, event: Event): Promise<void> => {
  await moveDeadlines(world, event.id);
  await followEvent(world, event);
};

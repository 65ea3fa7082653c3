import type { World } from '../../platform/world/world';
import type { Event } from '../event/event';
import { rescheduleInvitations } from '../invitations/reschedule';
import { rescheduleNominations } from '../nominations/reschedule';

/**
 * Moves what depends on the event's date, time and place: deadlines of quotas, respond-by days and the dated
 * lines of letters. Runs after the event's own change; the clock repeats it after a crash.
 */
export const rescheduleDependents = async (world: World, event: Event): Promise<void> => {
  await rescheduleNominations(world, event.id);
  await rescheduleInvitations(world, event);
};

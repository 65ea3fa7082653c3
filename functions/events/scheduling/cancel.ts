import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { stopSeats } from '../../seats/stop';
import { changeEvent, mustBeIn } from '../event/change';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import type { CancellationInput } from './transition-inputs';

/**
 * Cancels a published or postponed event. The event's status is the commit; then its seats stop. No
 * registration is written: who must be told follows from the stored registrations.
 * @throws Problem stale `event-changed`; conflict `event-over`, or what the status forbids
 */
export const cancelEvent = async (world: World, id: string, input: CancellationInput): Promise<Event> => {
  const event = mustBeIn(await getEvent(world, id), {
    version: input.version,
    from: ['published', 'postponed'],
  });
  if (event.status === 'published' && event.endsAt <= iso(world.now()))
    throw new Problem('conflict', 'event-over');
  const after = await changeEvent(world, event, {
    status: 'cancelled',
    turn: event.turn + 1,
    reason: input.reason,
  });
  await stopSeats(world, id);
  return after;
};

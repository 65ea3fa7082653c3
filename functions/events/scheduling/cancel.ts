import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { stopSeats } from '../../seats/protocol/stop';
import { changeEvent, objection } from '../event/change';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import type { CancellationInput } from './transition-inputs';

/**
 * Cancels a published or postponed event. The event's status is the commit; then its seats stop. No
 * registration is touched: everybody concerned is told from what stands there.
 */
export const cancelEvent = async (world: World, id: string, input: CancellationInput): Promise<Event> => {
  const event = await getEvent(world, id);
  const refusal = objection(event, { version: input.version, from: ['published', 'postponed'] });
  if (refusal) throw refusal;
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

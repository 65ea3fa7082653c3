import { invalid, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { stopSeats } from '../../seats/stop';
import { changeEvent, mustBeIn } from '../event/change';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { movedDates } from './move-dates';
import { rescheduleDependents } from './reschedule-dependents';
import type { PostponementInput } from './transition-inputs';

/**
 * Postpones a published event, to new dates or until further notice. The event's status is the commit;
 * then its seats stop, so that no seat is given for the old day; then the deadlines before it move. No
 * registration is written.
 * @throws Problem stale `event-changed`; conflict `event-over`, or what the status forbids; invalid dates
 */
export const postponeEvent = async (world: World, id: string, input: PostponementInput): Promise<Event> => {
  const event = mustBeIn(await getEvent(world, id), { version: input.version, from: ['published'] });
  if (event.endsAt <= iso(world.now())) throw new Problem('conflict', 'event-over');
  if (!input.startsAt && input.endsAt) throw invalid('startsAt', 'required');
  if (input.startsAt && input.startsAt <= iso(world.now())) throw invalid('startsAt', 'starts-in-past');

  const after = await changeEvent(world, event, {
    status: 'postponed',
    turn: event.turn + 1,
    reason: input.reason,
    formerStartsAt: event.startsAt,
    ...(input.startsAt
      ? { ...movedDates(event, input), schedule: event.schedule + 1, undated: undefined }
      : { undated: true }),
  });
  await stopSeats(world, id);
  await rescheduleDependents(world, after);
  return after;
};

import { invalid } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { resumeSeats } from '../../seats/stop';
import { changeEvent, mustBeIn } from '../event/change';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { movedDates } from './move-dates';
import { rescheduleDependents } from './reschedule-dependents';
import type { PublicationInput } from './transition-inputs';

/**
 * Publishes a postponed event again, on the given dates or on those it was postponed to.
 * @throws Problem stale `event-changed`; conflict; invalid `new-date-required`, `starts-in-past` at `startsAt`
 */
export const resumeEvent = async (world: World, id: string, input: PublicationInput): Promise<Event> => {
  const event = mustBeIn(await getEvent(world, id), { version: input.version, from: ['postponed'] });
  if (event.undated && !input.startsAt) throw invalid('startsAt', 'new-date-required');
  const dates = movedDates(event, input);
  if (dates.startsAt <= iso(world.now())) throw invalid('startsAt', 'starts-in-past');

  const moved = dates.startsAt !== event.startsAt || dates.endsAt !== event.endsAt;
  const after = await changeEvent(world, event, {
    ...dates,
    status: 'published',
    turn: event.turn + 1,
    ...(moved && { schedule: event.schedule + 1 }),
    reason: undefined,
    undated: undefined,
  });
  await resumeSeats(world, id);
  await rescheduleDependents(world, after);
  return after;
};

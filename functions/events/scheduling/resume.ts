import { invalid } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { resumeSeats } from '../../seats/protocol/stop';
import { changeEvent, objection } from '../event/change';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { movedDates } from './move-dates';
import { moveAlong } from './reschedule-dependents';
import type { PublicationInput } from './transition-inputs';

/** A postponed event goes on, on the dates given or on those it was postponed to. */
export const resumeEvent = async (world: World, id: string, input: PublicationInput): Promise<Event> => {
  const event = await getEvent(world, id);
  const refusal = objection(event, { version: input.version, from: ['postponed'] });
  if (refusal) throw refusal;
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
  await moveAlong(world, after);
  return after;
};

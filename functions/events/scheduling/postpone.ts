import { invalid, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { paceSeats, stopSeats } from '../../seats/stop';
import { changeEvent, mustBeIn } from '../event/change';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { movedDates } from './move-dates';
import { rescheduleDependents } from './reschedule-dependents';
import type { PostponementInput } from './transition-inputs';

/**
 * Postpones a published event, to new dates or until further notice. With `reopen` it stays published and only moves:
 * people are told old and new date by one notice. The event's own item is the commit; then its seats stop, so that no
 * seat is given for the old day, or, where it only moves, take their pace from the new one; then the deadlines before it
 * move. No registration is written.
 * @throws Problem stale `event-changed`; conflict `event-over`, or what the status forbids; invalid dates
 */
export const postponeEvent = async (world: World, id: string, input: PostponementInput): Promise<Event> => {
  const event = mustBeIn(await getEvent(world, id), { version: input.version, from: ['published'] });
  if (event.endsAt <= iso(world.now())) throw new Problem('conflict', 'event-over');
  if (!input.startsAt && (input.endsAt || input.reopen)) throw invalid('startsAt', 'required');
  if (input.startsAt && input.startsAt <= iso(world.now())) throw invalid('startsAt', 'starts-in-past');
  return input.reopen ? move(world, event, input) : postpone(world, event, input);
};

const postpone = async (world: World, event: Event, input: PostponementInput): Promise<Event> => {
  const after = await changeEvent(world, event, {
    status: 'postponed',
    turn: event.turn + 1,
    reason: input.reason,
    formerStartsAt: event.startsAt,
    ...placeOf(event, input),
    ...(input.startsAt
      ? { ...movedDates(event, input), schedule: event.schedule + 1, undated: undefined }
      : { undated: true }),
  });
  await stopSeats(world, event.id);
  await rescheduleDependents(world, after);
  return after;
};

const move = async (world: World, event: Event, input: PostponementInput): Promise<Event> => {
  const dates = movedDates(event, input);
  const place = placeOf(event, input);
  if (dates.startsAt === event.startsAt && dates.endsAt === event.endsAt)
    throw invalid('startsAt', 'date-unchanged');
  const after = await changeEvent(world, event, {
    ...dates,
    ...place,
    schedule: event.schedule + 1,
    reason: input.reason,
    ...(dates.startsAt !== event.startsAt && { formerStartsAt: event.startsAt }),
  });
  await paceSeats(world, event.id);
  await rescheduleDependents(world, after);
  return after;
};

/** The new place, if one was given. The map shows the old one, so it goes. */
const placeOf = (event: Event, { venue, venueAddress }: PostponementInput): Partial<Event> => {
  if (event.mode === 'online' || (!venue && !venueAddress)) return {};
  if ((venue ?? event.venue) === event.venue && (venueAddress ?? event.venueAddress) === event.venueAddress)
    return {};
  return { venue: venue ?? event.venue, venueAddress, mapUrl: undefined };
};

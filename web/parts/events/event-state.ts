import type { Event } from '../../../functions/events/event/event';
import { iso } from '../../../functions/platform/time/dates';

/** What an event is to a person who would like to come, in the order in which it is decided. */
export type EventState =
  | 'cancelled'
  | 'postponed'
  | 'past'
  | 'underway'
  | 'invitation'
  | 'nomination'
  | 'not-yet'
  | 'closed'
  | 'full'
  | 'open';

type Asked = Pick<
  Event,
  'status' | 'admission' | 'startsAt' | 'endsAt' | 'registrationOpensAt' | 'registrationClosesAt'
>;

/**
 * Without a deadline of its own, registration closes when the event begins.
 * @param now milliseconds  @param free seats that are not held and that no queue waits for
 */
export const eventState = (event: Asked, now: number, free: number): EventState => {
  const at = iso(now);
  const closes = event.registrationClosesAt ?? event.startsAt;
  if (event.status === 'cancelled' || event.status === 'postponed') return event.status;
  if (event.endsAt <= at) return 'past';
  if (event.admission !== 'open') return event.startsAt <= at ? 'underway' : event.admission;
  if (event.registrationOpensAt && at < event.registrationOpensAt) return 'not-yet';
  if (at >= closes) return event.startsAt <= at ? 'underway' : 'closed';
  return free > 0 ? 'open' : 'full';
};

/** States in which the form takes a name: for a seat, or for the queue. */
export const takesNames = (state: EventState): boolean => state === 'open' || state === 'full';

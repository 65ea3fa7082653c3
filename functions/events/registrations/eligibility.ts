import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { Event } from '../event/event';

/** Whether the public may register now, each rule under its plain name. Pure. */
export const registrationState = (
  event: Pick<
    Event,
    'status' | 'admission' | 'startsAt' | 'endsAt' | 'registrationOpensAt' | 'registrationClosesAt'
  >,
  now: number,
):
  | 'open'
  | 'not-yet'
  | 'closed'
  | 'by-nomination'
  | 'by-invitation'
  | 'cancelled'
  | 'postponed'
  | 'draft' => {
  const at = iso(now);
  if (event.status === 'draft' || event.status === 'cancelled' || event.status === 'postponed')
    return event.status;
  if (event.admission === 'nomination') return 'by-nomination';
  if (event.admission === 'invitation') return 'by-invitation';
  if (event.registrationOpensAt && at < event.registrationOpensAt) return 'not-yet';
  if (at >= (event.registrationClosesAt ?? event.startsAt)) return 'closed';
  return 'open';
};

/** @throws Problem with the reason */
export const mustBeOpen = (event: Event, now: number): void => {
  const state = registrationState(event, now);
  switch (state) {
    case 'open':
      return;
    case 'draft':
      throw new Problem('missing', 'event-missing');
    case 'by-nomination':
      throw new Problem('forbidden', 'by-nomination-only');
    case 'by-invitation':
      throw new Problem('forbidden', 'by-invitation-only');
    case 'not-yet':
      throw new Problem('conflict', 'registration-not-open');
    case 'closed':
      throw new Problem('conflict', 'registration-closed');
    default:
      throw new Problem('conflict', `event-${state}`);
  }
};

/** @throws Problem conflict that names the status of an event that is a draft, postponed or cancelled */
export const mustBePublished = ({ status }: Pick<Event, 'status'>): void => {
  if (status !== 'published') throw new Problem('conflict', `event-${status}`);
};

/** Staff may act on a published event until it is over. @throws Problem conflict */
export const mustTakePlace = (event: Event, now: number): void => {
  mustBePublished(event);
  if (iso(now) >= event.endsAt) throw new Problem('conflict', 'event-over');
};

/** Whether people may still correct or withdraw their answer: a postponed event has no end yet. Pure. */
export const isAhead = (event: Pick<Event, 'status' | 'undated' | 'endsAt'>, now: number): boolean =>
  event.status !== 'cancelled' && (event.undated === true || event.endsAt > iso(now));

/** @throws Problem `event-cancelled`, `event-over`: answers can no longer change */
export const mustBeAhead = (event: Event, now: number): void => {
  if (isAhead(event, now)) return;
  throw new Problem('conflict', event.status === 'cancelled' ? 'event-cancelled' : 'event-over');
};

import { invalid } from '../../platform/problem/problem';
import { iso, ms } from '../../platform/time/dates';
import { tooLong } from '../event/days';
import { daysAlong, earlier } from '../event/deadlines';
import type { Event } from '../event/event';

export interface NewDates {
  startsAt?: string;
  endsAt?: string;
  registrationClosesAt?: string;
}

type Dated = Pick<Event, 'startsAt' | 'endsAt' | 'sessions' | 'registrationOpensAt' | 'registrationClosesAt'>;

/**
 * The event's times after a move. The sessions move with the beginning, and so does the closing of
 * registration, by whole days; without a new end the event keeps its length. Registration that was open stays
 * open.
 * @throws Problem naming the field, where the sessions no longer fit
 */
export const movedDates = (event: Dated, to: NewDates): Dated => {
  const startsAt = to.startsAt ?? event.startsAt;
  const shift = ms(startsAt) - ms(event.startsAt);
  const along = (at: string) => iso(ms(at) + shift);
  const endsAt = to.endsAt ?? along(event.endsAt);
  if (endsAt <= startsAt) throw invalid('endsAt', 'ends-before-start');
  if (tooLong({ startsAt, endsAt })) throw invalid('endsAt', 'event-too-long');
  const sessions = event.sessions.map((s) => ({
    ...s,
    startsAt: along(s.startsAt),
    endsAt: along(s.endsAt),
  }));
  if (sessions.some((s) => s.startsAt < startsAt || s.endsAt > endsAt))
    throw invalid('endsAt', 'session-outside-event');
  const { registrationClosesAt: closed } = event;
  const registrationClosesAt = to.registrationClosesAt ?? (closed && closingAlong(event, closed, startsAt));
  if (registrationClosesAt && registrationClosesAt > endsAt)
    throw invalid('registrationClosesAt', 'closes-after-end');
  const { registrationOpensAt: opens } = event;
  return {
    startsAt,
    endsAt,
    sessions,
    registrationOpensAt:
      opens && opens >= (registrationClosesAt ?? startsAt) ? undefined : event.registrationOpensAt,
    registrationClosesAt,
  };
};

/** A day's end stays a day's end; what closes only as the event begins goes with its hour too. */
const closingAlong = (event: Pick<Dated, 'startsAt'>, closes: string, startsAt: string): string => {
  if (closes >= event.startsAt) return iso(ms(closes) + ms(startsAt) - ms(event.startsAt));
  return earlier(daysAlong(closes, event.startsAt, startsAt), startsAt);
};

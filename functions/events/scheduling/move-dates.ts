import { invalid } from '../../platform/problem/problem';
import { iso, ms } from '../../platform/time/dates';
import { tooLong } from '../event/days';
import { earlier, shiftDays } from '../event/deadlines';
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
 * @throws Problem invalid at the field, where the sessions no longer fit
 */
export const movedDates = (event: Dated, to: NewDates): Dated => {
  const startsAt = to.startsAt ?? event.startsAt;
  const shift = ms(startsAt) - ms(event.startsAt);
  const shifted = (at: string) => iso(ms(at) + shift);
  const endsAt = to.endsAt ?? shifted(event.endsAt);
  if (endsAt <= startsAt) throw invalid('endsAt', 'ends-before-start');
  if (tooLong({ startsAt, endsAt })) throw invalid('endsAt', 'event-too-long');
  const sessions = event.sessions.map((s) => ({
    ...s,
    startsAt: shifted(s.startsAt),
    endsAt: shifted(s.endsAt),
  }));
  if (sessions.some((s) => s.startsAt < startsAt || s.endsAt > endsAt))
    throw invalid('endsAt', 'session-outside-event');
  const { registrationClosesAt: closes } = event;
  const registrationClosesAt = to.registrationClosesAt ?? (closes && movedClosing(event, closes, startsAt));
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

/** The end of a day stays the end of a day; a closing at the event's beginning moves with its hour too. */
const movedClosing = (event: Pick<Dated, 'startsAt'>, closes: string, startsAt: string): string => {
  if (closes >= event.startsAt) return iso(ms(closes) + ms(startsAt) - ms(event.startsAt));
  return earlier(shiftDays(closes, event.startsAt, startsAt), startsAt);
};

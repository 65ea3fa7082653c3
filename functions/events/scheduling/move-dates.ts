import { invalid } from '../../platform/problem/problem';
import { HOUR, instant, iso, localDate, ms } from '../../platform/time/dates';
import { daysOf, tooLong } from '../event/days';
import { earlier, shiftDays } from '../event/deadlines';
import type { Event } from '../event/event';

export interface NewDates {
  startsAt?: string;
  endsAt?: string;
  registrationClosesAt?: string;
}

type Dated = Pick<Event, 'startsAt' | 'endsAt' | 'sessions' | 'registrationOpensAt' | 'registrationClosesAt'>;

/**
 * The event's times after a move. All of it moves by whole days and keeps its hours. Where the event begins at another
 * hour, its first day follows, unless that would lead into the night: then the hours stay, and what is before the new
 * beginning begins with it. The closing of registration moves by whole days. Registration that was open stays open.
 * @throws Problem invalid at the field, where the sessions no longer fit
 */
export const movedDates = (event: Dated, to: NewDates): Dated => {
  const startsAt = to.startsAt ?? event.startsAt;
  const endsAt = to.endsAt ?? movedEnd(event, startsAt);
  if (endsAt <= startsAt) throw invalid('endsAt', 'ends-before-start');
  if (tooLong({ startsAt, endsAt })) throw invalid('endsAt', 'event-too-long');
  const sessions = movedSessions(event, { startsAt, endsAt });
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

/** From here on a day is in the evening, and an event that was not in the evening does not move there. */
const EVENING = 18 * HOUR;
const NIGHT = 22 * HOUR;

const plus = (at: string, span: number): string => iso(ms(at) + span);
const atHour = (day: string, hour: number): string => plus(instant(localDate(day))!, hour);
const later = (a: string, b: string): string => (a > b ? a : b);

/** Until when the first day may last after the move: until the evening, or until its old hour where that is later. */
const dayLimit = (oldEnd: string, from: string, startsAt: string): string =>
  later(shiftDays(oldEnd, from, startsAt), atHour(startsAt, EVENING));

const movedEnd = (event: Pick<Dated, 'startsAt' | 'endsAt'>, startsAt: string): string => {
  const sameHour = shiftDays(event.endsAt, event.startsAt, startsAt);
  if (daysOf(event).length > 1) return sameHour;
  const sameLength = plus(startsAt, ms(event.endsAt) - ms(event.startsAt));
  if (sameLength <= dayLimit(event.endsAt, event.startsAt, startsAt)) return sameLength;
  if (sameHour >= plus(startsAt, HOUR)) return sameHour;
  const night = atHour(startsAt, NIGHT);
  return night >= plus(startsAt, HOUR) && night < sameLength ? night : sameLength;
};

type Sessions = Dated['sessions'];

const movedSessions = (event: Dated, to: { startsAt: string; endsAt: string }): Sessions => {
  const first = localDate(event.startsAt);
  const byDays = event.sessions.map((s) => ({
    ...s,
    startsAt: shiftDays(s.startsAt, event.startsAt, to.startsAt),
    endsAt: shiftDays(s.endsAt, event.startsAt, to.startsAt),
  }));
  const byHours = ms(to.startsAt) - ms(shiftDays(event.startsAt, event.startsAt, to.startsAt));
  const isOnFirst = event.sessions.map((s) => localDate(s.startsAt) === first);
  const ofFirst = event.sessions.filter((_, i) => isOnFirst[i]);
  if (byHours === 0 || ofFirst.length === 0) return byDays;
  const lastEnd = ofFirst.map((s) => s.endsAt).reduce(later);
  const limit = earlier(dayLimit(lastEnd, event.startsAt, to.startsAt), to.endsAt);
  const follows = plus(shiftDays(lastEnd, event.startsAt, to.startsAt), byHours) <= limit;
  return byDays.map((s, i) => {
    if (!isOnFirst[i]) return s;
    if (follows) return { ...s, startsAt: plus(s.startsAt, byHours), endsAt: plus(s.endsAt, byHours) };
    return s.startsAt >= to.startsAt ? s : begunWith(s, to);
  });
};

/** A session from before the event's new beginning, as long as it was, or until the event's end. */
const begunWith = <S extends Sessions[number]>(s: S, to: { startsAt: string; endsAt: string }): S => {
  const endsAt = earlier(plus(to.startsAt, ms(s.endsAt) - ms(s.startsAt)), to.endsAt);
  return { ...s, startsAt: to.startsAt, endsAt };
};

/** The end of a day stays the end of a day; a closing at the event's beginning moves with its hour too. */
const movedClosing = (event: Pick<Dated, 'startsAt'>, closes: string, startsAt: string): string => {
  if (closes >= event.startsAt) return iso(ms(closes) + ms(startsAt) - ms(event.startsAt));
  return earlier(shiftDays(closes, event.startsAt, startsAt), startsAt);
};

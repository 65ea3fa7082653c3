import { DAY, HOUR, instant, localDate, localTime, ms } from '../../platform/time/dates';

/** From when to when something lasts: instants. */
interface Span {
  startsAt: string;
  endsAt: string;
}

/** A longer event is a series, which is scheduled as several events. */
export const MOST_DAYS = 31;

/** Lists look back as far as an event may last; a longer event would be missing from them. */
export const tooLong = ({ startsAt, endsAt }: Span): boolean => ms(endsAt) - ms(startsAt) > MOST_DAYS * DAY;

/** What lasts no longer is one sitting: it is one day, whatever midnights lie in it. */
const ONE_SITTING = 12 * HOUR;

/**
 * When a day of the event begins, after midnight: the night belongs to the evening before it. Six in the morning, or
 * two hours before an event that begins early.
 */
const dayBreak = ({ startsAt }: Span): number => {
  const [hour = 0, minute = 0] = localTime(startsAt).split(':').map(Number);
  return Math.max(0, Math.min(6 * HOUR, hour * HOUR + (minute / 60) * HOUR - 2 * HOUR));
};

/** The event's days in Vietnam, `2026-12-03`, in order; one at least. An evening past midnight is one day. */
export const daysOf = (event: Span): string[] => {
  const first = localDate(event.startsAt);
  const length = ms(event.endsAt) - ms(event.startsAt);
  if (!(length > ONE_SITTING)) return [first];
  const days: string[] = [];
  const last = localDate(ms(event.endsAt) - 1 - dayBreak(event));
  for (let at = ms(event.startsAt); days.length < MOST_DAYS; at += DAY) {
    const day = localDate(at);
    if (day > last) break;
    days.push(day);
  }
  return days.length ? days : [first];
};

/** Where an event stands at a moment, and the number of its day, from 1: the first before it, the last after it. */
export interface DayNow {
  when: 'before' | 'during' | 'after';
  day: number;
}

/**
 * Which day of the event it is. The first day begins in its early morning, hours before the event, because people
 * come early.
 */
export const dayNow = (event: Span & { undated?: boolean }, now: number): DayNow => {
  const days = daysOf(event);
  const today = localDate(now - dayBreak(event));
  if (event.undated || today < days[0]!) return { when: 'before', day: 1 };
  if (now >= ms(event.endsAt)) return { when: 'after', day: days.length };
  return { when: 'during', day: Math.max(1, Math.min(days.length, days.filter((d) => d <= today).length)) };
};

/** From when to when the event lasts on one of its days, as far as it says so. */
export interface HoursOfDay {
  from?: string | undefined;
  to?: string | undefined;
}

/** The parts of the programme on one of the event's days, in their order. */
export const sessionsOn = <S extends Span>(event: Span & { sessions: readonly S[] }, day: number): S[] => {
  const date = daysOf(event)[day - 1];
  const only = daysOf(event).length === 1;
  return event.sessions
    .filter((s) => only || localDate(ms(s.startsAt) - dayBreak(event)) === date)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
};

/** The day's own hours: those of its programme; without one, the event's beginning and end on its first and last day. */
export const hoursOn = (event: Span & { sessions: readonly Span[] }, day: number): HoursOfDay => {
  const [first, last] = [day === 1, day === daysOf(event).length];
  const sessions = sessionsOn(event, day);
  const ends = sessions.map(({ endsAt }) => endsAt).sort();
  return {
    from: first ? event.startsAt : sessions[0]?.startsAt,
    to: last ? event.endsAt : ends.at(-1),
  };
};

/**
 * From when to when an event is held on each of its days, as far as its beginning and end tell: from the hour of the
 * one to the hour of the other. Where the last day ends earlier than the first one begins, the days between are whole.
 */
const hoursOf = (event: Span): [number, number][] => {
  const [first, last] = [ms(event.startsAt), ms(event.endsAt)];
  const days = daysOf(event);
  if (days.length === 1) return [[first, last]];
  const from = first - ms(instant(days[0]!)!);
  const to = last - ms(instant(days.at(-1)!)!);
  return days.map((day, i) => {
    const midnight = ms(instant(day)!);
    const begins = from < to || i === 0 ? midnight + from : midnight;
    const ends = from < to || i === days.length - 1 ? midnight + to : midnight + DAY;
    return [begins, ends];
  });
};

/** Office hours, for a day of which neither the programme nor the event's own hours say more. */
const OFFICE = [7 * HOUR, 17 * HOUR] as const;

/**
 * Each day with its hours, for a calendar, which must know an end: the day's own hours, else those of the whole event
 * where they are hours of one day (from 8:00 of the first to 16:00 of the last day), else office hours.
 */
export const calendarDays = (event: Span & { sessions: readonly Span[] }): { from: number; to: number }[] => {
  const days = daysOf(event);
  const [from, to] = [
    ms(event.startsAt) - ms(instant(days[0]!)!),
    ms(event.endsAt) - ms(instant(days.at(-1)!)!),
  ];
  const [opens, closes] = from < to ? [from, to] : OFFICE;
  return days.map((day, i) => {
    const own = hoursOn(event, i + 1);
    const begins = own.from ? ms(own.from) : ms(instant(day)!) + opens;
    const ends = own.to ? ms(own.to) : ms(instant(day)!) + closes;
    return { from: begins, to: ends > begins ? ends : begins + HOUR };
  });
};

/**
 * Whether two events are held at the same time on some day, so that no person can be at both.
 * @example a class from 8:00 to 11:00 and one from 9:00 to 16:00 of the same day
 */
export const areAtOnce = (a: Span, b: Span): boolean =>
  hoursOf(a).some(([from, to]) => hoursOf(b).some(([begins, ends]) => from < ends && begins < to));

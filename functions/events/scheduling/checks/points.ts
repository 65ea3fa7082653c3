import { localDate, localTime, ms } from '../../../platform/time/dates';
import { type Holiday, holidayOn } from '../../../platform/time/holidays';
import { daysOf } from '../../event/days';
import type { Event } from '../../event/event';

/** Something that an organizer should look at again before people are told of it. Nothing is refused for it. */
export type Point =
  | { what: 'task-year'; year: number; taskYear: number }
  | { what: 'year-in-text'; field: string; years: number[] }
  | { what: 'date-in-text'; field: string; dates: string[] }
  | DayPoint
  | { what: 'night'; field: string };

export type DayPoint = { what: 'sunday'; day: string } | { what: 'holiday'; day: string; holiday: Holiday };

type Dated = Pick<Event, 'startsAt' | 'endsAt'>;
type Checked = Dated &
  Pick<
    Event,
    | 'title'
    | 'titleEn'
    | 'summary'
    | 'summaryEn'
    | 'audience'
    | 'sessions'
    | 'registrationOpensAt'
    | 'registrationClosesAt'
    | 'undated'
  >;

/** The event's days on which offices are closed. */
export const dayPoints = (event: Dated): DayPoint[] =>
  daysOf(event).flatMap((day): DayPoint[] => {
    const holiday = holidayOn(day);
    if (holiday) return [{ what: 'holiday', day, holiday }];
    return new Date(ms(day)).getUTCDay() === 0 ? [{ what: 'sunday', day }] : [];
  });

/**
 * What an event says that does not fit its days: a copy of last year's event above all.
 * @param taskYear the year of the plan whose task it serves
 */
export const pointsOf = (event: Checked, taskYear?: number): Point[] => {
  if (event.undated) return [];
  const days = daysOf(event);
  const year = Number(days[0]!.slice(0, 4));
  return [
    ...(taskYear !== undefined && taskYear !== year ? [{ what: 'task-year' as const, year, taskYear }] : []),
    ...textsOf(event).flatMap(([field, text]) => textPoints(event, field, text)),
    ...dayPoints(event),
    ...event.sessions.flatMap((s, i): Point[] =>
      isAtNight(s) ? [{ what: 'night', field: `sessions.${i}` }] : [],
    ),
  ];
};

const isAtNight = (s: Dated): boolean =>
  localTime(s.startsAt) < '05:00' ||
  localTime(s.endsAt) > '21:30' ||
  localDate(s.startsAt) !== localDate(s.endsAt);

const textsOf = (event: Checked): [field: string, text: string][] => {
  const { title, titleEn, summary, summaryEn, audience } = event;
  const all: [string, string | undefined][] = [
    ...Object.entries({ title, titleEn, summary, summaryEn, audience }),
    ...event.sessions.flatMap((s, i): [string, string | undefined][] => [
      [`sessions.${i}.topic`, s.topic],
      [`sessions.${i}.topicEn`, s.topicEn],
    ]),
  ];
  return all.flatMap(([field, text]): [string, string][] => (text ? [[field, text]] : []));
};

const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
/** `25/3/2025`, `25 và 26/3/2025`, `ngày 25/3`, `ngày 25 tháng 3 năm 2025`; `25 March 2025`. */
const DATES = [
  /(?<days>\d{1,2}(?:\s*(?:,|và|-|–|đến)\s*\d{1,2})*)\s*\/\s*(?<month>\d{1,2})\s*\/\s*(?<year>20\d{2})(?!\d)/giu,
  /ngày\s+(?<days>\d{1,2}(?:\s*(?:,|và|-|–|đến)\s*\d{1,2})*)\s*\/\s*(?<month>\d{1,2})(?!\s*\/)(?!\d)/giu,
  /ngày\s+(?<days>\d{1,2})\s+tháng\s+(?<month>\d{1,2})(?:\s+năm\s+(?<year>20\d{2}))?/giu,
  new RegExp(
    `(?<days>\\d{1,2}(?:\\s*(?:,|and|-|–|to)\\s*\\d{1,2})*)\\s+(?<month>${MONTHS})(?:\\s+(?<year>20\\d{2}))?`,
    'giu',
  ),
];

const textPoints = (event: Checked, field: string, text: string): Point[] => {
  let rest = text;
  const wrong: string[] = [];
  for (const pattern of DATES)
    for (const match of text.matchAll(pattern)) {
      rest = rest.replace(match[0], ' ');
      if (!datesIn(match.groups!).every((date) => isOfEvent(event, date))) wrong.push(match[0].trim());
    }
  const years = yearsIn(rest, event);
  return [
    ...(wrong.length ? [{ what: 'date-in-text' as const, field, dates: [...new Set(wrong)] }] : []),
    ...(years.length ? [{ what: 'year-in-text' as const, field, years }] : []),
  ];
};

interface DayAndMonth {
  day: number;
  month: number;
  year?: number;
}

const datesIn = ({ days = '', month = '', year }: Record<string, string>): DayAndMonth[] =>
  days.split(/\D+/).map((day) => ({
    day: Number(day),
    month: Number(month) || MONTHS.split('|').indexOf(month.toLowerCase()) + 1,
    ...(year && { year: Number(year) }),
  }));

/** A day of the event, or the day on which its registration opens or closes. */
const isOfEvent = (event: Checked, { day, month, year }: DayAndMonth): boolean => {
  const { registrationOpensAt: opens, registrationClosesAt: closes } = event;
  const known = [...daysOf(event), ...[opens, closes].flatMap((at) => (at ? [localDate(at)] : []))];
  return known.some((date) => {
    const [y, m, d] = date.split('-').map(Number);
    return d === day && m === month && (year === undefined || y === year);
  });
};

/** Further away a year belongs to a law or a decision, not to the event. */
const NEAR = 2;

/** Years near the event's own, outside of numbers of documents (`35/2013/QH13`) and spans (`2021-2025`). */
const yearsIn = (text: string, event: Checked): number[] => {
  const own = [event.startsAt, event.endsAt].map((at) => Number(localDate(at).slice(0, 4)));
  const found = [...text.matchAll(/(?<![\d/–-])(20\d{2})(?![\d/]|\s*[-–]\s*\d)/gu)].map(([, y]) => Number(y));
  return [...new Set(found)].filter((y) => !own.includes(y) && own.some((o) => Math.abs(o - y) <= NEAR));
};

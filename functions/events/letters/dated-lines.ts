import { officialSpan } from '../../documents/official';
import type { Event } from '../event/event';
import { placeOf } from '../event/place';

/** The lines of a letter that follow from the event's time and place: `Thời gian: …`, `Địa điểm: …`. */
export interface DatedLines {
  when: string;
  where: string;
}

type Dated = Pick<Event, 'startsAt' | 'endsAt' | 'undated' | 'mode' | 'venue' | 'venueAddress' | 'placeName'>;

/** Avoids a second full stop after a name that ends with one. */
export const oneStop = (line: string): string => line.replace(/\.\.$/, '.');

export const datedLines = (event: Dated): DatedLines => ({
  when: `Thời gian: ${event.undated ? 'sẽ thông báo sau' : officialSpan(event.startsAt, event.endsAt)}.`,
  where: oneStop(`Địa điểm: ${whereTo(event)}.`),
});

const whereTo = (event: Dated): string => {
  const place = placeOf(event);
  if (event.mode === 'online') return 'trực tuyến, đường dẫn được gửi sau khi xác nhận tham dự';
  return event.mode === 'both' ? `${place}; có điểm cầu trực tuyến` : place;
};

const KEYS = ['when', 'where'] as const;
const linesOf = (text: string) => text.split('\n').map((line) => line.trim());

/**
 * Updates a letter's text after time or place changed. Lines that were derived from the event get the new
 * time and place; lines that the organizer wrote stay.
 * @param before the derived lines when the letter was written
 * @returns undefined where no line changes
 */
export const updateDatedLines = (
  text: string,
  before: DatedLines,
  now: DatedLines,
): { text: string; lines: DatedLines } | undefined => {
  const lines = linesOf(text);
  const changed = KEYS.filter((key) => before[key] !== now[key] && lines.includes(before[key]));
  if (changed.length === 0) return undefined;
  const updated = (line: string) => now[changed.find((key) => before[key] === line)!] ?? line;
  return {
    text: lines.map(updated).join('\n'),
    lines: { ...before, ...Object.fromEntries(changed.map((key) => [key, now[key]])) },
  };
};

/** The time or place of a line, without its label and its full stop. */
const fact = (line: string) => line.replace(/^[^:]+: /, '').replace(/\.$/, '');

/** Whether a line that the organizer wrote mentions a time, or the place as it was. */
const mentions = (key: keyof DatedLines, line: string, before: DatedLines): boolean =>
  key === 'when'
    ? /^Thời gian\s*:|ngày\s+\d|\d{1,2}\/\d{1,2}/iu.test(line)
    : /^Địa điểm\s*:/iu.test(line) || line.includes(fact(before.where));

/** Lines that the organizer wrote and that are wrong since time or place changed. */
export const outdatedLines = (text: string, before: DatedLines | undefined, now: DatedLines): string[] => {
  const changed = before ? KEYS.filter((key) => before[key] !== now[key]) : [];
  return linesOf(text).filter((line) =>
    changed.some((key) => mentions(key, line, before!) && !line.includes(fact(now[key]))),
  );
};

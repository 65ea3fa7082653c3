import type { Event } from '../event/event';
import { placeOf } from '../event/place';
import { officialSpan } from './official';

/** The lines of a letter that follow from the event's time and place: `Thời gian: …`, `Địa điểm: …`. */
export interface DatedLines {
  when: string;
  where: string;
}

type Dated = Pick<Event, 'startsAt' | 'endsAt' | 'undated' | 'mode' | 'venue' | 'venueAddress' | 'placeName'>;

/** A name that ends in a full stop is not followed by another. */
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
 * A letter's words now that time or place are others: lines that followed from the event follow it, the
 * organizer's own stand.
 * @param said what these lines were when the letter was worded
 * @returns undefined where nothing follows
 */
export const wordsAlong = (
  text: string,
  said: DatedLines,
  now: DatedLines,
): { text: string; said: DatedLines } | undefined => {
  const lines = linesOf(text);
  const follow = KEYS.filter((key) => said[key] !== now[key] && lines.includes(said[key]));
  if (follow.length === 0) return undefined;
  const anew = (line: string) => now[follow.find((key) => said[key] === line)!] ?? line;
  return {
    text: lines.map(anew).join('\n'),
    said: { ...said, ...Object.fromEntries(follow.map((key) => [key, now[key]])) },
  };
};

/** What of a line is the time or the place itself, without its label and its stop. */
const fact = (line: string) => line.replace(/^[^:]+: /, '').replace(/\.$/, '');

/** A line of the organizer's own that speaks of a time, or of the place as it was. */
const speaksOf = (key: keyof DatedLines, line: string, said: DatedLines): boolean =>
  key === 'when'
    ? /^Thời gian\s*:|ngày\s+\d|\d{1,2}\/\d{1,2}/iu.test(line)
    : /^Địa điểm\s*:/iu.test(line) || line.includes(fact(said.where));

/** The organizer's own lines that no longer hold, since time or place changed after they were written. */
export const outdatedLines = (text: string, said: DatedLines | undefined, now: DatedLines): string[] => {
  const changed = said ? KEYS.filter((key) => said[key] !== now[key]) : [];
  return linesOf(text).filter((line) =>
    changed.some((key) => speaksOf(key, line, said!) && !line.includes(fact(now[key]))),
  );
};

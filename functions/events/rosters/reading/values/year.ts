import { note, type Read } from './value';

const OLDEST = 1900;
/** As `PERSON_FIELDS` has it. */
const YOUNGEST = 2020;

/** A day or a month, as people write it or as it is read from a file; "." and "-" as well as "/". */
const DAY = /(?<!\d)(?:(\d{1,2})\s*[/.-]\s*)?(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?!\d)/;
const ISO_DAY = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;
const IN_WORDS = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/i;

/** The year of a person's birth: "1968", "~1968", "'68", "1968.0", "1/1/68", or a real day. */
export const readYear = (cell: string): Read<number> => {
  const unclear = { notes: [note('yearOfBirth', 'birth-unreadable', { said: cell })] };
  const year = yearIn(cell);
  return year !== undefined && year >= OLDEST && year <= YOUNGEST ? { value: year, notes: [] } : unclear;
};

/** The column "Tuổi": a year is taken; an age says none, since nothing tells when it was written. */
export const readAge = (cell: string): Read<number> =>
  /^\D*\d{1,3}\D*$/.test(cell)
    ? { notes: [note('yearOfBirth', 'age-no-year', { said: cell })] }
    : readYear(cell);

const yearIn = (cell: string): number | undefined => {
  const [, d, m, y] = IN_WORDS.exec(cell) ?? DAY.exec(cell.replace(/\.0+$/, '')) ?? [];
  const [, year = y, month = m, day = d ?? '1'] = ISO_DAY.exec(cell) ?? [];
  if (year) return isReal(Number(day), Number(month), inFull(year)) ? inFull(year) : undefined;
  // A year beside other words, but no number of five digits: an impossible one is a mistake.
  const alone = /^\D*(\d{4})(?:\.0+)?\D*$/.exec(cell)?.[1] ?? /^\s*['’~]?\s*(\d{2})\s*$/.exec(cell)?.[1];
  return alone === undefined ? undefined : inFull(alone);
};

/** Two digits are of the last century, but for children of this one. */
const inFull = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) > 20 ? 1900 : 2000);

/** An impossible day, such as 31/02, is a mistake in which the year may be wrong too. */
const isReal = (day: number, month: number, year: number): boolean =>
  new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;

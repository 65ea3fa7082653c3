import { note, type Read } from './value';

const OLDEST = 1900;
/** As `PERSON_FIELDS` has it. */
const YOUNGEST = 2020;

const BETWEEN = String.raw`\s*[/.\\|-]{1,2}\s*`;
/** A day, as people write it or as it is read from a file. Without a month, two digits are no year. */
const DAY = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:${BETWEEN}| )(\d{1,2})(?:${BETWEEN}| )(\d{4}|\d{2})(?!\d)`,
);
const MONTH = new RegExp(String.raw`(?<!\d)(?<!\d[/.-])()(\d{1,2})${BETWEEN}(\d{4})(?!\d)`);
const YEAR_FIRST = /(?<!\d)(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)/;
const IN_WORDS = /(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/i;
/** "02051968" */
const DIGITS = /^\s*(\d{2})(\d{2})(\d{4})\s*$/;

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
  const text = cell.replace(/\.0+$/, '').replace(/^\s*([12])[.,](\d{3})\s*$/, '$1$2');
  const [, y, ...md] = YEAR_FIRST.exec(text) ?? [];
  const [, d = md[1], m = md[0], year = y] =
    (y ? undefined : (IN_WORDS.exec(text) ?? DAY.exec(text) ?? MONTH.exec(text) ?? DIGITS.exec(text))) ?? [];
  if (year) return isReal(Number(d || 1), Number(m), inFull(year)) ? inFull(year) : undefined;
  // A year beside other words, but no number of five digits: an impossible one is a mistake.
  const alone = /^\D*(\d{4})\D*$/.exec(text)?.[1] ?? /^\s*['’~]?\s*(\d{2})\s*$/.exec(text)?.[1];
  return alone === undefined ? undefined : inFull(alone);
};

/** Two digits are of the last century, but for children of this one. */
const inFull = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) > 20 ? 1900 : 2000);

/**
 * An impossible day, such as 31/02, is a mistake in which the year may be wrong too. Zeros stand for a day that nobody
 * knows; some programs write the month first.
 */
const isReal = (day: number, month: number, year: number): boolean => {
  if (day === 0 || month === 0) return day <= 31 && month <= 12;
  const exists = (d: number, m: number) => new Date(Date.UTC(year, m - 1, d)).getUTCMonth() === m - 1;
  return exists(day, month) || (day <= 12 && exists(month, day));
};

import {
  DAY,
  instant,
  localDate,
  localMonth,
  ms,
  vietnamese,
} from '../../../../functions/platform/time/dates';

/** A month as addresses bear it, `2026-12`. Others are ignored. */
export const monthIn = (typed: string | undefined): string | undefined =>
  typed && /^20\d{2}-(0[1-9]|1[0-2])$/.test(typed) ? typed : undefined;

/** The days of a month's weeks, Monday first, as `2026-12-03`; the edges belong to the neighbours. */
export const weeksOf = (month: string): string[][] => {
  const first = ms(instant(`${month}-01`)!);
  const monday = first - ((vietnamese(first).weekday + 6) % 7) * DAY;
  const weeks: string[][] = [];
  for (let at = monday; weeks.length === 0 || localMonth(at) === month; at += 7 * DAY)
    weeks.push(Array.from({ length: 7 }, (_, i) => localDate(at + i * DAY)));
  return weeks;
};

export const monthAfter = (month: string, by: 1 | -1): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const n = year * 12 + number - 1 + by;
  return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
};

export const monthName = (month: string, now: number): string => {
  const [year, number] = month.split('-') as [string, string];
  return year === localDate(now).slice(0, 4) ? `Tháng ${Number(number)}` : `Tháng ${Number(number)}/${year}`;
};

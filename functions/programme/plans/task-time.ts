import { DAY, instant, localDate, ms } from '../../platform/time/dates';

/** The days of a task. `firstDay` is absent where the plan names a deadline only. */
export interface TaskDays {
  firstDay?: string;
  lastDay: string;
}

const QUARTERS = ['i', 'ii', 'iii', 'iv'];
const two = (n: number) => String(n).padStart(2, '0');

const months = (year: number, first: number, last: number): TaskDays | undefined => {
  const after = instant(last === 12 ? `${year + 1}-01-01` : `${year}-${two(last + 1)}-01`);
  const firstDay = `${year}-${two(first)}-01`;
  return instant(firstDay) && after ? { firstDay, lastDay: localDate(ms(after) - 1) } : undefined;
};

/**
 * Reads the time of a task as plans write it: `cả năm`, `tháng 4/2021`, `quý II`, `trước ngày 18/11/2021`. A time
 * without a year is in the plan's year. Other words, and words of a day that does not exist, give no days.
 * @example daysOf('trước ngày 18/11/2021', 2021) // { lastDay: '2021-11-17' }
 */
export const daysOf = (time: string | undefined, year: number): TaskDays | undefined => {
  const words = (time ?? '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (/^(trong )?cả năm( \d{4})?$/.test(words))
    return months(Number(words.match(/\d{4}/)?.[0] ?? year), 1, 12);
  const month = /^(?:trong )?tháng (\d{1,2})(?: ?\/ ?(\d{4})| năm (\d{4}))?$/.exec(words);
  if (month && Number(month[1]) >= 1 && Number(month[1]) <= 12)
    return months(Number(month[2] ?? month[3] ?? year), Number(month[1]), Number(month[1]));
  const quarter = /^(?:trong )?quý (iv|i{1,3})(?: ?\/ ?(\d{4})| năm (\d{4}))?$/.exec(words);
  if (quarter) {
    const first = QUARTERS.indexOf(quarter[1]!) * 3 + 1;
    return months(Number(quarter[2] ?? quarter[3] ?? year), first, first + 2);
  }
  const before = /^trước ngày (\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(words);
  if (before) {
    const day = instant(`${before[3] ?? year}-${two(Number(before[2]))}-${two(Number(before[1]))}`);
    if (day) return { lastDay: localDate(ms(day) - DAY) };
  }
  return undefined;
};

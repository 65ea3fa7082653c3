import { DAY, localDate, ms } from './dates';

/** The days off by Điều 112 of the labour code (Bộ luật Lao động 2019). */
export type Holiday = 'new-year' | 'tet' | 'hung-kings' | 'reunification' | 'labour' | 'national';

/**
 * The first day of Tết and Giỗ Tổ (10/3) of each lunar year, by the Vietnamese calendar (UTC+7; the Chinese one differs
 * in some years, 2030 for one). Computed with the packages vn-lunar 1.0.6, @dqcai/vn-lunar 1.0.1 and
 * vietnamese-lunar-calendar 0.0.6, which agree on every day. A table, because none of them is well kept and the days of a
 * year never change.
 */
const LUNAR = [
  ['2025-01-29', '2025-04-07'],
  ['2026-02-17', '2026-04-26'],
  ['2027-02-06', '2027-04-16'],
  ['2028-01-26', '2028-04-04'],
  ['2029-02-13', '2029-04-23'],
  ['2030-02-02', '2030-04-12'],
  ['2031-01-23', '2031-04-01'],
  ['2032-02-11', '2032-04-19'],
  ['2033-01-31', '2033-04-09'],
  ['2034-02-19', '2034-04-28'],
  ['2035-02-08', '2035-04-17'],
  ['2036-01-28', '2036-04-06'],
  ['2037-02-15', '2037-04-24'],
  ['2038-02-04', '2038-04-13'],
  ['2039-01-24', '2039-04-03'],
  ['2040-02-12', '2040-04-20'],
  ['2041-02-01', '2041-04-10'],
  ['2042-01-22', '2042-04-29'],
  ['2043-02-10', '2043-04-19'],
  ['2044-01-30', '2044-04-07'],
  ['2045-02-17', '2045-04-26'],
  ['2046-02-06', '2046-04-15'],
  ['2047-01-26', '2047-04-04'],
  ['2048-02-14', '2048-04-22'],
  ['2049-02-02', '2049-04-11'],
  ['2050-01-23', '2050-04-01'],
] as const;

/** The eve, and the days until mùng 5: each year the government chooses five of these. */
const TET = [-1, 4] as const;

/** 2/9 and one day beside it, which the government chooses each year. */
const FIXED: Record<string, Holiday> = {
  '01-01': 'new-year',
  '04-30': 'reunification',
  '05-01': 'labour',
  '09-01': 'national',
  '09-02': 'national',
  '09-03': 'national',
};

/** The holiday on a day in Vietnam, `2027-02-06`; none is known of the moon's year past the table. */
export const holidayOn = (day: string): Holiday | undefined => {
  for (const [tet, hungKings] of LUNAR) {
    if (day === hungKings) return 'hung-kings';
    const [from, to] = TET.map((days) => localDate(ms(tet) + days * DAY));
    if (day >= from! && day <= to!) return 'tet';
  }
  return FIXED[day.slice(5)];
};

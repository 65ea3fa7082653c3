import { showCount } from '../../platform/text/count';
import { localDate, localTime, vietnamese } from '../../platform/time/dates';
import { longDate } from '../../platform/time/format-date';

/**
 * Numbers, days and hours as official documents write them: below 10, and months 1 and 2, with a
 * leading zero (Nghị định 30/2020/NĐ-CP, Annex I). `06`, `15`, `3.000`
 */
export const officialNumber = (n: number): string => (n < 10 ? `0${n}` : showCount(n));

const officialMonth = (month: number): string => (month <= 2 ? `0${month}` : String(month));

/** `ngày 09 tháng 6 năm 2021` */
export const officialDay = (at: string | number): string => {
  const { day, month, year } = vietnamese(at);
  return `ngày ${officialNumber(day)} tháng ${officialMonth(month)} năm ${year}`;
};

/** As `officialDay`, with a blank day: the clerical office writes it. */
export const officialMonthOnly = (at: string | number): string => {
  const { month, year } = vietnamese(at);
  return `ngày      tháng ${officialMonth(month)} năm ${year}`;
};

/** `08 giờ 00` */
export const officialHour = (at: string): string => {
  const { hour, minute } = vietnamese(at);
  return `${officialNumber(hour)} giờ ${officialNumber(minute)}`;
};

/** `thứ Tư, ngày 09 tháng 6 năm 2021` */
const weekdayAndDay = (at: string): string => {
  const weekday = longDate(at).split(',')[0]!;
  return `${weekday.replace(/^Thứ/, 'thứ')}, ${officialDay(at)}`;
};

/** `từ 08 giờ 00 đến 11 giờ 30, thứ Tư, ngày 09 tháng 6 năm 2021`, or from one day to another. */
export const officialSpan = (startsAt: string, endsAt: string): string =>
  localDate(startsAt) === localDate(endsAt)
    ? `từ ${officialHour(startsAt)} đến ${officialHour(endsAt)}, ${weekdayAndDay(startsAt)}`
    : `từ ${officialHour(startsAt)}, ${weekdayAndDay(startsAt)} đến ${officialHour(endsAt)}, ${weekdayAndDay(endsAt)}`;

/** A deadline in a sentence: `trước 17 giờ 00, thứ Tư, ngày 09 tháng 6 năm 2021`, or `chậm nhất là hết thứ Tư, ngày …`. */
export const officialBefore = (at: string): string =>
  localTime(at) === '23:59'
    ? `chậm nhất là hết ${weekdayAndDay(at)}`
    : `trước ${officialHour(at)}, ${weekdayAndDay(at)}`;

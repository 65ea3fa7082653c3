import { showCount } from '../platform/text/count';
import { localDate, localTime, MINUTE, ms, vietnamese } from '../platform/time/dates';
import { longDate } from '../platform/time/format-date';

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
const weekdayAndDay = (at: string | number): string => `${longDate(at).split(',')[0]!}, ${officialDay(at)}`;

/** `08 giờ 00, thứ Tư, ngày 09 tháng 6 năm 2021` */
export const officialMoment = (at: string): string => `${officialHour(at)}, ${weekdayAndDay(at)}`;

/** `từ 08 giờ 00 đến 11 giờ 30, thứ Tư, ngày 09 tháng 6 năm 2021`, or from one day to another. */
export const officialSpan = (startsAt: string, endsAt: string): string =>
  localDate(startsAt) === localDate(endsAt)
    ? `từ ${officialHour(startsAt)} đến ${officialMoment(endsAt)}`
    : `từ ${officialMoment(startsAt)} đến ${officialMoment(endsAt)}`;

/** A deadline after a colon: as `officialMoment`; of a day's end the day alone, `hết thứ Tư, ngày …`. */
export const officialDeadline = (at: string): string => {
  const time = localTime(at);
  if (time === '23:59') return `hết ${weekdayAndDay(at)}`;
  return time === '00:00' ? `hết ${weekdayAndDay(ms(at) - MINUTE)}` : officialMoment(at);
};

/** A deadline in a sentence: `trước 17 giờ 00, thứ Tư, ngày 09 tháng 6 năm 2021`, or `chậm nhất là hết thứ Tư, ngày …`. */
export const officialBefore = (at: string): string => {
  const deadline = officialDeadline(at);
  return deadline.startsWith('hết') ? `chậm nhất là ${deadline}` : `trước ${deadline}`;
};

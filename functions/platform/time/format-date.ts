import { instant, localDate, vietnamese } from './dates';

/**
 * Dates as people say them, as they stand inside a sentence: "thứ Năm, 15/04/2021, 8:00–11:30". Where a line begins,
 * `capitalised` makes it "Thứ Năm, …". Letters and what goes to units and bodies use the official forms instead
 * (`events/letters/official.ts`).
 */
const WEEKDAYS = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
/** Written out: an English reader would take 07/12 for the twelfth of July. */
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
type Language = keyof typeof WEEKDAYS;
const two = (n: number) => String(n).padStart(2, '0');

export const clockTime = (at: string): string => {
  const v = vietnamese(at);
  return `${v.hour}:${two(v.minute)}`;
};

/** `15/04/2021` */
export const shortDate = (at: string | number): string => {
  const v = vietnamese(at);
  return `${two(v.day)}/${two(v.month)}/${v.year}`;
};

/** A calendar's date: `2025-07-01` as `01/07/2025`. */
export const shortDay = (day: string): string => day.split('-').reverse().join('/');

/** `thứ Năm, 15/04/2021`; `Thursday, 15 April 2021` */
export const longDate = (at: string | number, language: Language = 'vi'): string => {
  const v = vietnamese(at);
  const date = language === 'en' ? `${v.day} ${MONTHS[v.month - 1]} ${v.year}` : shortDate(at);
  return `${WEEKDAYS[language][v.weekday]}, ${date}`;
};

/** `15/04`; `15 April` */
export const dayAndMonth = (at: string | number, language: Language = 'vi'): string => {
  const v = vietnamese(at);
  return language === 'en' ? `${v.day} ${MONTHS[v.month - 1]}` : shortDate(at).slice(0, 5);
};

/** `thứ Năm, 15/04/2021, 8:00` */
export const moment = (at: string, language: Language = 'vi'): string =>
  `${longDate(at, language)}, ${clockTime(at)}`;

/** One day: `thứ Năm, 15/04/2021, 8:00–11:30`; several: `thứ Ba, 11/05/2021, 7:30 – thứ Tư, 12/05/2021, 16:30`. */
export const span = (startsAt: string, endsAt: string, language: Language = 'vi'): string =>
  localDate(startsAt) === localDate(endsAt)
    ? `${moment(startsAt, language)}–${clockTime(endsAt)}`
    : `${moment(startsAt, language)} – ${moment(endsAt, language)}`;

/** `thứ Hai`, of a calendar's date (`2026-11-30`); nothing where there is no such day. */
export const weekdayOf = (day: string): string => {
  const at = instant(day);
  return at ? longDate(at).split(',')[0]! : '';
};

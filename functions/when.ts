import { localDate, vietnamese } from './time';

/** Dates as people say them: "Thứ Năm, 15/04/2021, 8:00–11:30". */
const WEEKDAYS = {
  vi: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
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

/** `Thứ Năm, 15/04/2021` */
export const longDate = (at: string | number, language: Language = 'vi'): string =>
  `${WEEKDAYS[language][vietnamese(at).weekday]}, ${shortDate(at)}`;

/** `Thứ Năm, 15/04/2021, 8:00` */
export const moment = (at: string, language: Language = 'vi'): string =>
  `${longDate(at, language)}, ${clockTime(at)}`;

/** One day: `Thứ Năm, 15/04/2021, 8:00–11:30`; several: `Thứ Ba, 11/05/2021, 7:30 – Thứ Tư, 12/05/2021, 16:30`. */
export const span = (startsAt: string, endsAt: string, language: Language = 'vi'): string =>
  localDate(startsAt) === localDate(endsAt)
    ? `${moment(startsAt, language)}–${clockTime(endsAt)}`
    : `${moment(startsAt, language)} – ${moment(endsAt, language)}`;

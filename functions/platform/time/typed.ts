/**
 * Dates and times as people type them. The small script of the forms reads them by the same code, so there is no newer
 * method of the language here.
 */
const two = (digits: string | number): string => `0${digits}`.slice(-2);

const WEEKDAY = String.raw`(?:(?:thứ\s+\S+|chủ\s+nhật|t[2-7]|cn)\s*,?\s+)?`;
const DAY = new RegExp(
  String.raw`^${WEEKDAY}(?:ngày\s+)?(\d{1,2})(?:\s*[/.,-]\s*|\s*tháng\s*|\s+)(\d{1,2})(?:\s*[/.,-]\s*|\s*năm\s*|\s+)(\d{4}|\d{2})$`,
  'iu',
);
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;

/**
 * A date as the calendar writes it; other text stays as it is. Two digits of a year are of this century.
 * @example typedDate('2/2/27') // "2027-02-02"; so are 02-02-2027, 2.2.2027, "thứ Ba, ngày 2 tháng 2 năm 2027"
 */
export const typedDate = (typed: string): string => {
  const text = typed.normalize('NFC').trim();
  const said = DAY.exec(text);
  if (said) return `${said[3]!.length === 2 ? '20' : ''}${said[3]}-${two(said[2]!)}-${two(said[1]!)}`;
  const turned = YEAR_FIRST.exec(text);
  return turned ? `${turned[1]}-${two(turned[2]!)}-${two(turned[3]!)}` : text;
};

const TIME =
  /^(\d{1,2})\s*(?:[:.]\s*(\d{2})|(?:giờ|gio|h|g)\s*(?:(\d{1,2})\s*(?:phút|phut|ph|p|')?|(rưỡi|ruoi))?)?\s*(sáng|trưa|chiều|tối|am|pm)?$/iu;

/** The hour of the day: `2 giờ chiều` is 14. Undefined where the words do not fit the hour. */
const hourOf = (hour: number, part: string | undefined): number | undefined => {
  switch (part?.toLowerCase()) {
    case 'sáng':
      return hour < 12 ? hour : undefined;
    case 'am':
      return hour > 12 ? undefined : hour % 12;
    case 'trưa':
      return hour >= 1 && hour <= 2 ? hour + 12 : hour >= 11 && hour <= 14 ? hour : undefined;
    case 'chiều':
    case 'tối':
    case 'pm':
      return hour >= 1 && hour <= 11 ? hour + 12 : hour >= 12 ? hour : undefined;
    default:
      return hour;
  }
};

/**
 * A time as `08:30`; other text stays as it is.
 * @example typedTime('8 giờ 30') // "08:30"; so are 8h30, 8g30, 8:30, 8.30, "8 giờ rưỡi"; 13h is 13:00
 */
export const typedTime = (typed: string): string => {
  const text = typed.normalize('NFC').trim();
  const said = TIME.exec(text);
  if (!said) return text;
  const hour = hourOf(Number(said[1]), said[5]);
  const minute = said[4] ? '30' : (said[2] ?? said[3] ?? '00');
  return hour === undefined ? text : `${two(hour)}:${two(minute)}`;
};

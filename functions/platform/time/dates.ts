/**
 * Time is UTC in data (ISO strings with milliseconds, which sort) and Asia/Ho_Chi_Minh on screen.
 * Vietnam has kept UTC+7 without summer time since 1975, so the offset is a constant.
 */
const OFFSET = 7 * 3_600_000;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const iso = (ms: number): string => new Date(ms).toISOString();
export const ms = (isoTime: string): number => Date.parse(isoTime);

/** The wall clock in Vietnam at an instant. Month is 1–12, weekday 0 (Sunday) – 6. */
export const vietnamese = (at: string | number) => {
  const d = new Date((typeof at === 'string' ? ms(at) : at) + OFFSET);
  return {
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    day: d.getUTCDate(),
    hour: d.getUTCHours(),
    minute: d.getUTCMinutes(),
    weekday: d.getUTCDay(),
  };
};

/** An instant as a file without time zones holds it: its UTC fields are those of the clock in Vietnam. */
export const onTheWall = (isoTime: string): Date => new Date(ms(isoTime) + OFFSET);

const two = (n: number) => String(n).padStart(2, '0');

/** `2026-12-03` in Vietnam. */
export const localDate = (at: string | number): string => {
  const v = vietnamese(at);
  return `${v.year}-${two(v.month)}-${two(v.day)}`;
};

/** `2026-12` in Vietnam. */
export const localMonth = (at: string | number): string => localDate(at).slice(0, 7);

/** `07:30` in Vietnam, for inputs. */
export const localTime = (at: string | number): string => {
  const v = vietnamese(at);
  return `${two(v.hour)}:${two(v.minute)}`;
};

/**
 * The instant of a date and a time in Vietnam.
 * @param date `2026-12-03`  @param time `07:30`
 * @returns an ISO string in UTC, or undefined where there is no such day (31/02) or minute.
 */
export const instant = (date: string, time = '00:00'): string | undefined => {
  const d = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const t = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!d || !t) return undefined;
  const at = Date.UTC(+d[1]!, +d[2]! - 1, +d[3]!, +t[1]!, +t[2]!);
  if (localDate(at - OFFSET) !== date) return undefined;
  return iso(at - OFFSET);
};

/** The last second of a day in Vietnam (`2026-12-03`); undefined where there is no such day. */
export const endOfDay = (date: string): string | undefined => {
  const lastMinute = instant(date, '23:59');
  return lastMinute && iso(ms(lastMinute) + 59_000);
};

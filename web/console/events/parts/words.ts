import type { EventInList, EventStatus } from '../../../../functions/events/event/event';
import type { Admission, Kind, Mode } from '../../../../functions/events/event/event-input';
import { showCount } from '../../../../functions/platform/text/count';
import { capitalised } from '../../../../functions/platform/text/text';
import { iso } from '../../../../functions/platform/time/dates';
import { clockTime, shortDate, span } from '../../../../functions/platform/time/format-date';
import { events } from '../../../copy/vi/events';

/** The console's words for an event; it speaks Vietnamese only. */
export const KIND: Record<Kind, string> = events.kinds;
export const ADMISSION: Record<Admission, string> = {
  open: 'Mở đăng ký',
  nomination: events.nomination,
  invitation: events.invitation,
};
export const MODE: Record<Mode, string> = {
  ...events.modes,
  both: 'Tại hội trường và trực tuyến',
};
export const STATUS: Record<EventStatus, { word: string; tag: string }> = {
  draft: { word: 'Bản nháp', tag: 'tag grey' },
  published: { word: 'Đã công bố', tag: 'tag' },
  postponed: { word: 'Tạm hoãn', tag: 'tag sun' },
  cancelled: { word: 'Đã hủy', tag: 'tag lotus' },
};

/** The status in a word, with the colour of its tag; a published event is over after its end. */
export const statusOf = (event: { status: EventStatus; endsAt: string }, now: number) =>
  event.status === 'published' && event.endsAt <= iso(now)
    ? { word: events.past, tag: 'tag grey' }
    : STATUS[event.status];

/** `48/60 chỗ, 3 người chờ` */
export const seatWords = ({ size, held, waiting }: EventInList['seats']): string =>
  size === 0 && held === 0
    ? 'Chưa có chỗ'
    : `${showCount(held)}/${showCount(size)} chỗ${waiting ? `, ${showCount(waiting)} người chờ` : ''}`;

/** `06/05`, or `06/05/2027` in another year than this. */
export const dayWords = (at: string, now: number): string => {
  const date = shortDate(at);
  return date.endsWith(shortDate(now).slice(6)) ? date.slice(0, 5) : date;
};

/** `06/05`, `11–12/05`, `30/05–01/06` */
export const daysWords = (e: Pick<EventInList, 'startsAt' | 'endsAt'>, now: number): string => {
  const [from, to] = [dayWords(e.startsAt, now), dayWords(e.endsAt, now)];
  if (from === to) return from;
  return from.slice(2) === to.slice(2) ? `${from.slice(0, 2)}–${to}` : `${from}–${to}`;
};

export const whenWords = (e: { startsAt: string; endsAt: string; undated?: boolean }): string =>
  e.undated
    ? `Chưa có ngày mới (lịch cũ: ${span(e.startsAt, e.endsAt)})`
    : capitalised(span(e.startsAt, e.endsAt));

/** An instant as a form's date and time in Vietnam: `15/04/2027`, `7:30`. */
export const dateAndTime = (at: string | undefined) =>
  at ? { date: shortDate(at), time: clockTime(at) } : { date: '', time: '' };

import type { Event } from '../../events/event/event';
import { placeOf } from '../../events/event/place';
import type { Block } from '../../platform/mail/message';
import { facts } from '../../platform/mail/message';
import { moment, span } from '../../platform/time/format-date';

export const whenWords = (event: Event): string =>
  event.undated ? 'sẽ báo sau' : span(event.startsAt, event.endsAt);

/**
 * When and where, as everybody may know it.
 * @param seated adds what only people with a seat are given: the online link, or what to bring to the hall
 * @param office told of both ways to take part: its people choose
 */
export const whenAndWhere = (
  event: Event,
  seated?: { online: boolean },
  { office = false }: { office?: boolean } = {},
): Block => {
  const online = Boolean(seated?.online) || event.mode === 'online';
  // What is said of an event held both ways is meant for those who come to the hall.
  const there = Boolean(seated) && (!online || event.mode === 'online');
  return facts(
    ['Nội dung', event.title],
    ['Thời gian', whenWords(event)],
    [
      'Địa điểm',
      !online && (office && event.mode === 'both' ? `${placeOf(event)}, hoặc trực tuyến` : placeOf(event)),
    ],
    ['Hình thức', online && 'Trực tuyến'],
    ['Đường dẫn vào lớp', Boolean(seated) && online && (event.onlineUrl ?? 'sẽ báo sau')],
    ['Mang theo', there && event.bring],
    ['Ăn trưa', there && event.lunch],
    ['Hỗ trợ đi lại', there && event.travel],
  );
};

/** Dates of an event as subjects say them. */
export const named = (event: Event): string => `"${event.title}"`;

/** When it was to be, and when before that: some heard of the first day alone. */
export const planned = ({ startsAt, formerStartsAt }: Event): string =>
  `dự kiến ${moment(startsAt)}${formerStartsAt && formerStartsAt !== startsAt ? ` (trước đó dự kiến ${moment(formerStartsAt)})` : ''}`;

/** That it does not take place as people know it, and when it may instead. */
export const putOff = (event: Event): string =>
  `${named(event)} dự kiến ${moment(event.formerStartsAt ?? event.startsAt)} phải hoãn lại. ${
    event.undated ? 'Thời gian mới sẽ được báo sau.' : `Thời gian dự kiến mới: ${moment(event.startsAt)}.`
  }`;

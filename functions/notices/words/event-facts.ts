import { officialHour, officialMoment, officialSpan } from '../../documents/official';
import type { Event } from '../../events/event/event';
import { placeOf } from '../../events/event/place';
import { facts, type MessageBlock } from '../../platform/mail/message';
import { longDate } from '../../platform/time/format-date';

/** The time as letters write it. */
export const whenWords = (event: Event): string =>
  event.undated ? 'sẽ báo sau' : officialSpan(event.startsAt, event.endsAt);

/**
 * When and where, as the public may know it.
 * @param seated adds what only people with a seat get: the online link, or what to bring to the hall
 * @param office names both ways to take part: the people of a unit or body choose
 */
export const whenAndWhere = (
  event: Event,
  seated?: { online: boolean },
  { office = false }: { office?: boolean } = {},
): MessageBlock => {
  const online = Boolean(seated?.online) || event.mode === 'online';
  // Of an event with both ways to take part, these facts are for people who come to the hall.
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

/** The event's name inside a sentence. */
export const named = (event: Event): string => `"${event.title}"`;

/** The subject of a reminder of the event: the day stands in it, for readers who see subjects alone. */
export const remindSubject = (event: Event): string =>
  `Nhắc lịch ${officialHour(event.startsAt)}, ${longDate(event.startsAt)}: ${event.title}`;

/** When it was planned, and when before that: some people know only the first date. */
export const planned = ({ startsAt, formerStartsAt }: Event): string =>
  `dự kiến tổ chức lúc ${officialMoment(startsAt)}${formerStartsAt && formerStartsAt !== startsAt ? ` (trước đó dự kiến lúc ${officialMoment(formerStartsAt)})` : ''}`;

/** That it is postponed, and the new date where there is one. */
export const putOff = (event: Event): string =>
  `${named(event)} dự kiến tổ chức lúc ${officialMoment(event.formerStartsAt ?? event.startsAt)} phải hoãn lại. ${
    event.undated
      ? 'Thời gian mới sẽ được báo sau.'
      : `Thời gian dự kiến mới: ${officialMoment(event.startsAt)}.`
  }`;

/** What changed of an event, for those who knew it since before: a new date is told beside the old one. */
export const changeOf = (event: Event, knownSince: string): { subject: string; first: string } => {
  const { formerStartsAt, movedAt, scheduleAt, startsAt } = event;
  // Moved, and then changed in another way: the old date was told, or is told by the facts.
  const moved = movedAt !== undefined && movedAt === scheduleAt && knownSince < movedAt;
  return moved && formerStartsAt && formerStartsAt !== startsAt
    ? {
        subject: `DỜI LỊCH: ${event.title}`,
        first: `${named(event)} dự kiến tổ chức lúc ${officialMoment(formerStartsAt)} được dời sang ${officialMoment(startsAt)}.`,
      }
    : {
        subject: `Thay đổi thời gian hoặc địa điểm: ${event.title}`,
        first: 'Thời gian, địa điểm hoặc hình thức đã thay đổi.',
      };
};

/** Why it was moved, in the notice that says so. */
export const reasonOf = (event: Event, template: string): string | undefined =>
  ['event-cancelled', 'event-postponed', 'event-changed'].includes(template) ? event.reason : undefined;

/** Only in mails, whose files these are: a calendar that was filled by hand keeps its entry. */
export const removeEntry = (file: string, what: 'buổi này' | 'lớp cũ'): string =>
  `Nếu đã ghi ${what} vào lịch trên điện thoại hoặc máy tính, vui lòng mở tệp ${file} kèm theo để gỡ ra, hoặc tự xóa.`;

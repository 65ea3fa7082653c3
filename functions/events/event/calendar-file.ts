import type { ICalEventData } from 'ical-generator';
import { CALENDAR, type Download } from '../../platform/files/download';
import { showPhone } from '../../platform/text/phone';
import { DAY } from '../../platform/time/dates';
import { clockTime } from '../../platform/time/format-date';
import type { World } from '../../platform/world/world';
import { calendarDays, daysOf, sessionsOn } from './days';
import type { Event } from './event';
import { placeOf } from './place';

/** What a calendar program is to do with a file (RFC 5546): show it, treat it as an invitation, strike it out. */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

/** One person's copy of the file. */
export interface CalendarOf {
  /** How the person takes part; left out where both ways are open to them. */
  online?: boolean;
  /** The online link, if this person may know it. */
  link?: string | undefined;
  /** The person lost the seat, or the invitation was revoked: the entry leaves their calendar. */
  ended: boolean;
  /** What the person still waits for. */
  waits?: 'seat' | 'approval' | undefined;
  /** What the person answered, as calendar programs call it. */
  partstat?: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'NEEDS-ACTION';
  /** When the person's registration or invitation last changed. */
  changedAt: string;
  /** Only in a file for this person alone: it has their address. */
  attendee?: { name: string; email: string } | undefined;
}

export interface CalendarText {
  method: CalendarMethod;
  text: string;
}

/**
 * Rises with time, place, status and online link, and never falls. It counts nothing of the reader, so that every file of
 * an event has the same number at the same time: a calendar leaves a lower one unread. What changed for one reader
 * wins by its later DTSTAMP (RFC 5546, 2.1.5).
 */
const sequenceOf = ({ schedule, turn, link }: Event): number => schedule + turn + (link ?? 0);

/** Whether there is no day to note: the entry leaves the calendar, and comes again with a new date. */
const isOff = (event: Event, of?: CalendarOf): boolean =>
  event.status === 'cancelled' || Boolean(event.undated) || Boolean(of?.ended);

/**
 * The event as an iCalendar file (RFC 5545, RFC 5546). One UID for every file of the event. An event of several days is
 * one daily series with the hours of each day, because an invitation has one UID for all its entries. Times are in UTC,
 * which every calendar reads the same way. The public file never contains the online link.
 * @param of the person who gets this copy; left out for the public file
 */
export const eventCalendar = async (world: World, event: Event, of?: CalendarOf): Promise<CalendarText> => {
  const { default: ical, ICalAlarmType, ICalCalendarMethod } = await import('ical-generator');
  const off = isOff(event, of);
  const method = off ? 'CANCEL' : of?.attendee ? 'REQUEST' : 'PUBLISH';
  const calendar = ical({
    prodId: { company: 'Nhip Cau', product: 'Nhip Cau', language: 'VI' },
    method: ICalCalendarMethod[method],
  });
  const shared = sharedData(world, event, of);
  const days = calendarDays(event);
  days.forEach(({ from, to }, i) => {
    const entry = calendar.createEvent({
      ...shared,
      start: new Date(from),
      end: new Date(to),
      description: description(event, i + 1, of),
    });
    if (i > 0) entry.recurrenceId(new Date(days[0]!.from + i * DAY));
    else if (days.length > 1) entry.repeating(`FREQ=DAILY;COUNT=${days.length}`);
    if (of?.attendee)
      entry.createAttendee({
        ...attendee(of.attendee),
        ...(of.partstat && { status: of.partstat as never }),
      });
    if (!off)
      entry.createAlarm({
        type: ICalAlarmType.display,
        triggerBefore: DAY / 1_000,
        description: safe(event.title),
      });
  });
  return { method, text: calendar.toString() };
};

/** What all days have. */
const sharedData = (
  { now, links, settings }: World,
  event: Event,
  of?: CalendarOf,
): Omit<ICalEventData, 'start'> => {
  const url = links.event(event.id);
  const sender = /<([^<>]+)>\s*$/.exec(settings.mail.from)?.[1] ?? settings.mail.from;
  const email = event.contactEmail ?? settings.help.email;
  return {
    id: `${event.id}@${new URL(url).hostname}`,
    sequence: sequenceOf(event),
    stamp: new Date(now()),
    lastModified: new Date([event.updatedAt, of?.changedAt ?? ''].sort().at(-1)!),
    summary: safe(title(event, of)),
    location: safe(location(event, of) ?? '') || null,
    url,
    status: statusOf(event, of) as never,
    organizer: {
      name: inParameter(settings.department.name),
      email,
      ...(sender !== email && { sentBy: sender }),
    },
  };
};

const attendee = ({ name, email }: NonNullable<CalendarOf['attendee']>) => ({
  name: inParameter(name) || email,
  email,
  rsvp: false,
  role: 'REQ-PARTICIPANT' as never,
});

const statusOf = (event: Event, of?: CalendarOf): 'CANCELLED' | 'CONFIRMED' | 'TENTATIVE' => {
  if (isOff(event, of)) return 'CANCELLED';
  return event.status === 'published' && !of?.waits ? 'CONFIRMED' : 'TENTATIVE';
};

const description = (event: Event, day: number, of?: CalendarOf): string => {
  // A person who joins online is not sent to the hall, and has nothing to bring there.
  const remote = event.mode === 'both' && Boolean(of?.online);
  const days = daysOf(event).length;
  return [
    event.reason && `${event.status === 'published' ? 'Lý do dời lịch' : 'Lý do'}: ${event.reason}`,
    days > 1 && `Ngày thứ ${day} trong ${days} ngày`,
    ...sessionsOn(event, day).map((s) => `${clockTime(s.startsAt)} ${s.topic}`),
    !isOff(event, of) && of?.link && `Đường dẫn vào lớp: ${of.link}`,
    !remote && event.bring && `Mang theo: ${event.bring}`,
    `Liên hệ: ${event.contactName}, ${showPhone(event.contactPhone)}`,
  ]
    .filter((line): line is string => Boolean(line))
    .map(safe)
    .join('\n');
};

const WAITS = { seat: 'ĐANG CHỜ CHỖ', approval: 'CHỜ DUYỆT' } as const;

const title = (event: Event, of?: CalendarOf): string => {
  if (event.status === 'cancelled') return `ĐÃ HỦY: ${event.title}`;
  if (of?.ended) return `KHÔNG CÒN GIỮ CHỖ: ${event.title}`;
  if (event.undated) return `TẠM HOÃN: ${event.title}`;
  return of?.waits ? `${WAITS[of.waits]}: ${event.title}` : event.title;
};

/** The hall or online: one of them in a person's copy, both in the public file. */
const location = (event: Event, of?: CalendarOf): string | undefined => {
  if (event.mode === 'online' || (event.mode === 'both' && of?.online)) return 'Trực tuyến';
  const place = placeOf(event) || undefined;
  return place && event.mode === 'both' && of?.online === undefined ? `${place}, hoặc trực tuyến` : place;
};

/** A control character or half a character would make the whole file unreadable. Line breaks are escaped. */
const safe = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ');

/** A backslash means nothing in a parameter, but parsers in use take `\\n` for a line break there and lose their way. */
const inParameter = (name: string): string => safe(name).replaceAll('\\', ' ').trim();

/** `eventCalendar` as a file to save. */
export const calendarFile = async (world: World, event: Event, of?: CalendarOf): Promise<Download> => {
  const { method, text } = await eventCalendar(world, event, of);
  return { name: 'lich.ics', type: CALENDAR, method, body: text };
};

import { CALENDAR, type Download } from '../../platform/files/download';
import { showPhone } from '../../platform/text/phone';
import { DAY } from '../../platform/time/dates';
import { clockTime, moment } from '../../platform/time/format-date';
import { daysOf } from './days';
import type { Event } from './event';
import { placeOf } from './place';

const STATUS = {
  draft: 'TENTATIVE',
  published: 'CONFIRMED',
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
} as const;

/** One person's copy of the file. */
export interface CalendarOf {
  /** How the person takes part; left out where both ways are open to them. */
  online?: boolean;
  /** The online link, if this person may know it. */
  link?: string | undefined;
  /** The person lost the seat: the entry is removed from their calendar. */
  ended: boolean;
  /** Rises with every change of the person's registration, so that the latest copy wins. */
  order: number;
}

/**
 * The event as an iCalendar file (RFC 5545). The UID is the event's own and SEQUENCE rises with every
 * change, so that a calendar that has the event moves or cancels it. Times are in UTC, which every calendar
 * reads the same way. The public file never contains the online link.
 * @param url the event's public page
 * @param of the person who gets this copy; left out for the public file
 */
export const eventCalendar = async (event: Event, url: string, of?: CalendarOf): Promise<string> => {
  const {
    default: ical,
    ICalAlarmType,
    ICalCalendarMethod,
    ICalEventStatus,
  } = await import('ical-generator');
  const calendar = ical({
    prodId: { company: 'Nhip Cau', product: 'Nhip Cau', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
  });
  const cancelled = event.status === 'cancelled' || Boolean(of?.ended);
  // A person who joins online is not sent to the hall, and has nothing to bring there.
  const remote = event.mode === 'both' && Boolean(of?.online);
  const several = daysOf(event).length > 1;
  const entry = calendar.createEvent({
    id: `${event.id}@${new URL(url).hostname}`,
    sequence: event.schedule + event.turn + (event.link ?? 0) + (of?.order ?? 0),
    stamp: new Date(event.updatedAt),
    lastModified: new Date(event.updatedAt),
    start: new Date(event.startsAt),
    end: new Date(event.endsAt),
    summary: title(event, of),
    location: location(event, of),
    description: [
      event.reason && `Lý do: ${event.reason}`,
      ...event.sessions.map((s) => `${several ? moment(s.startsAt) : clockTime(s.startsAt)} ${s.topic}`),
      !cancelled && of?.link && `Đường dẫn vào lớp: ${of.link}`,
      !remote && event.bring && `Mang theo: ${event.bring}`,
      `Liên hệ: ${event.contactName}, ${showPhone(event.contactPhone)}`,
    ]
      .filter(Boolean)
      .join('\n'),
    url,
    status: ICalEventStatus[cancelled ? 'CANCELLED' : STATUS[event.status]],
  });
  if (!cancelled && !event.undated)
    entry.createAlarm({ type: ICalAlarmType.display, triggerBefore: DAY / 1_000, description: event.title });
  return calendar.toString();
};

const title = (event: Event, of?: CalendarOf): string => {
  if (event.status === 'cancelled') return `ĐÃ HỦY: ${event.title}`;
  if (of?.ended) return `KHÔNG CÒN GIỮ CHỖ: ${event.title}`;
  return event.undated ? `TẠM HOÃN: ${event.title}` : event.title;
};

/** The hall or online: one of them in a person's copy, both in the public file. */
const location = (event: Event, of?: CalendarOf): string | undefined => {
  if (event.mode === 'online' || (event.mode === 'both' && of?.online)) return 'Trực tuyến';
  const place = placeOf(event) || undefined;
  return place && event.mode === 'both' && of?.online === undefined ? `${place}, hoặc trực tuyến` : place;
};

/** `eventCalendar` as a file to save. */
export const calendarFile = async (event: Event, url: string, of?: CalendarOf): Promise<Download> => ({
  name: 'lich.ics',
  type: CALENDAR,
  body: await eventCalendar(event, url, of),
});

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

/**
 * Whose copy of the file it is: how they take part (absent where both ways stand open to them), and the
 * online link where it is theirs to know.
 */
export interface CalendarOf {
  online?: boolean;
  link?: string | undefined;
  /** Their seat is no longer theirs: the entry goes out of their calendar. */
  ended: boolean;
  /** Rises with whatever becomes of their own registration, so that the latest copy wins. */
  order: number;
}

/**
 * The event as an iCalendar file (RFC 5545). The UID is the event's own and SEQUENCE rises with every
 * change, so that a calendar that knows the event moves it or strikes it out. Times are written in UTC,
 * which no calendar can misread. The public file never bears the online link.
 * @param url the event's public page
 * @param of the one person it goes to; absent where anybody may read it
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
  // Who joins from afar is not sent to the hall, nor asked to bring anything there.
  const afar = event.mode === 'both' && Boolean(of?.online);
  const several = daysOf(event).length > 1;
  const entry = calendar.createEvent({
    id: `${event.id}@${new URL(url).hostname}`,
    sequence: event.schedule + event.turn + (event.link ?? 0) + (of?.order ?? 0),
    stamp: new Date(event.updatedAt),
    lastModified: new Date(event.updatedAt),
    start: new Date(event.startsAt),
    end: new Date(event.endsAt),
    summary: title(event, of),
    location: whereTo(event, of),
    description: [
      event.reason && `Lý do: ${event.reason}`,
      ...event.sessions.map((s) => `${several ? moment(s.startsAt) : clockTime(s.startsAt)} ${s.topic}`),
      !cancelled && of?.link && `Đường dẫn vào lớp: ${of.link}`,
      !afar && event.bring && `Mang theo: ${event.bring}`,
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

/** The hall or the screen: one of them for a person, both where anybody may read it. */
const whereTo = (event: Event, of?: CalendarOf): string | undefined => {
  if (event.mode === 'online' || (event.mode === 'both' && of?.online)) return 'Trực tuyến';
  const place = placeOf(event) || undefined;
  return place && event.mode === 'both' && of?.online === undefined ? `${place}, hoặc trực tuyến` : place;
};

/** The same as a file to save. */
export const calendarFile = async (event: Event, url: string, of?: CalendarOf): Promise<Download> => ({
  name: 'lich.ics',
  type: CALENDAR,
  body: await eventCalendar(event, url, of),
});

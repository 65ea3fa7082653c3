import { CALENDAR, type Download } from '../files/download';
import { showPhone } from '../phone';
import { DAY } from '../time';
import { clockTime } from '../when';
import type { Event } from './event';
import { placeOf } from './place';

const STATUS = {
  draft: 'TENTATIVE',
  published: 'CONFIRMED',
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
} as const;

/**
 * The event as an iCalendar file (RFC 5545). The UID is the event's own and SEQUENCE rises with every
 * change, so that a calendar that knows the event moves it or strikes it out. Times are written in UTC,
 * which no calendar can misread. The file is public: it never bears the online link.
 * @param url the event's public page
 */
export const eventCalendar = async (event: Event, url: string): Promise<string> => {
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
  const cancelled = event.status === 'cancelled';
  const entry = calendar.createEvent({
    id: `${event.id}@${new URL(url).hostname}`,
    sequence: event.schedule + event.turn,
    stamp: new Date(event.updatedAt),
    lastModified: new Date(event.updatedAt),
    start: new Date(event.startsAt),
    end: new Date(event.endsAt),
    summary: cancelled ? `ĐÃ HỦY: ${event.title}` : event.undated ? `TẠM HOÃN: ${event.title}` : event.title,
    location: placeOf(event) || (event.mode === 'online' ? 'Trực tuyến' : undefined),
    description: [
      event.reason && `Lý do: ${event.reason}`,
      ...event.sessions.map((s) => `${clockTime(s.startsAt)} ${s.topic}`),
      event.bring && `Mang theo: ${event.bring}`,
      `Liên hệ: ${event.contactName}, ${showPhone(event.contactPhone)}`,
    ]
      .filter(Boolean)
      .join('\n'),
    url,
    status: ICalEventStatus[STATUS[event.status]],
  });
  if (!cancelled && !event.undated)
    entry.createAlarm({ type: ICalAlarmType.display, triggerBefore: DAY / 1_000, description: event.title });
  return calendar.toString();
};

/** The same as a file to save. */
export const calendarFile = async (event: Event, url: string): Promise<Download> => ({
  name: 'lich.ics',
  type: CALENDAR,
  body: await eventCalendar(event, url),
});

import type { CalendarOf } from '../event/calendar-file';
import type { Event } from '../event/event';
import { hasLeft, type Registration } from './registration';

/** Whether a person takes part online: as they chose, or because the event is online. Pure. */
export const meetsOnline = (r: Pick<Registration, 'online'>, event: Pick<Event, 'mode'>): boolean =>
  Boolean(r.online) || event.mode === 'online';

/** The online room's address, only for people who hold a seat there. Pure. */
export const onlineLink = (
  r: Pick<Registration, 'status' | 'online'>,
  event: Pick<Event, 'mode' | 'status' | 'onlineUrl'>,
): string | undefined => {
  const seated = r.status === 'confirmed' && meetsOnline(r, event);
  return seated && event.status !== 'cancelled' ? event.onlineUrl : undefined;
};

/**
 * The person's own copy of the calendar file: whether and how they join, and the online room's address. Without their
 * email address, because a registration's own link shows it to anyone who has the link. Pure.
 */
export const calendarOf = (
  r: Pick<Registration, 'status' | 'online' | 'updatedAt'>,
  event: Pick<Event, 'mode' | 'status' | 'onlineUrl'>,
): CalendarOf => {
  const ended = hasLeft(r);
  const seated = r.status === 'confirmed';
  return {
    online: Boolean(r.online),
    link: onlineLink(r, event),
    ended,
    waits: ended || seated ? undefined : r.status === 'pending' ? 'approval' : 'seat',
    ...(!ended && { partstat: seated ? 'ACCEPTED' : 'TENTATIVE' }),
    changedAt: r.updatedAt,
  };
};

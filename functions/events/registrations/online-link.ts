import { ms } from '../../platform/time/dates';
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

/** The person's own copy of the calendar file: whether and how they join, and the address. Pure. */
export const calendarOf = (
  r: Pick<Registration, 'status' | 'online' | 'updatedAt'>,
  event: Pick<Event, 'mode' | 'status' | 'onlineUrl' | 'createdAt'>,
): CalendarOf => {
  const ended = hasLeft(r);
  // In seconds: a SEQUENCE has 31 bits. A later registration of the same person has a higher order than the end.
  const order = Math.max(0, Math.floor((ms(r.updatedAt) - ms(event.createdAt)) / 1_000));
  return { online: Boolean(r.online), link: onlineLink(r, event), ended, order: order + (ended ? 1 : 0) };
};

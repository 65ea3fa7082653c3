import type { CalendarOf } from '../events/calendar-file';
import type { Event } from '../events/event';
import type { Registration } from './registration';

/** The online room's address, for whoever holds a seat there and for nobody else. Pure. */
export const onlineLink = (
  r: Pick<Registration, 'status' | 'online'>,
  event: Pick<Event, 'mode' | 'status' | 'onlineUrl'>,
): string | undefined => {
  const seated = r.status === 'confirmed' && (r.online || event.mode === 'online');
  return seated && event.status !== 'cancelled' ? event.onlineUrl : undefined;
};

/** What the person's own calendar may know: how they join, and by which address. Pure. */
export const calendarOf = (
  r: Pick<Registration, 'status' | 'online'>,
  event: Pick<Event, 'mode' | 'status' | 'onlineUrl'>,
): CalendarOf => ({ online: Boolean(r.online), link: onlineLink(r, event) });

import { calendarFile } from '../../../functions/events/event/calendar-file';
import { calendarOf } from '../../../functions/events/registrations/online-link';
import { sendFile } from '../../ui/download';
import { ofOwn } from './own/own';

/** The event as a file for the reader's own calendar. */
export const ownCalendar = ofOwn(async (c, { registration: r, event }) => {
  const attendee = r.email ? { name: r.fullName, email: r.email } : undefined;
  return sendFile(c, await calendarFile(c.get('world'), event, { ...calendarOf(r, event), attendee }));
});

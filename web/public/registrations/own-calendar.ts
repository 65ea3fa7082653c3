import { calendarFile } from '../../../functions/events/event/calendar-file';
import { calendarOf } from '../../../functions/events/registrations/online-link';
import { sendFile } from '../../ui/download';
import { ofOwn } from './own/own';

/** The event as a file for the reader's own calendar. */
export const ownCalendar = ofOwn(async (c, { registration, event }) =>
  sendFile(
    c,
    await calendarFile(event, c.get('world').links.event(event.id), calendarOf(registration, event)),
  ),
);

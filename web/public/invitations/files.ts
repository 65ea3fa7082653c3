import { calendarFile } from '../../../functions/events/event/calendar-file';
import { redactForDelegates } from '../../../functions/events/event/redact-for-delegates';
import { signedLetterFile } from '../../../functions/events/invitations/letter-files/signed-letter';
import { calendarOf } from '../../../functions/events/invitations/online-link';
import { keepNever } from '../../ui/cache';
import { sendFile } from '../../ui/download';
import { invitationOf } from './opened';
import { orRevoked } from './revoked';

/** The event as a file for the delegates' calendars. */
export const invitationCalendar = orRevoked(async (c) => {
  const { invitation, event } = await invitationOf(c);
  keepNever(c);
  const url = c.get('world').links.event(event.id);
  return sendFile(c, await calendarFile(redactForDelegates(event), url, calendarOf(invitation, event)));
});

/** The signed letter of invitation. */
export const invitationLetter = orRevoked(async (c) => {
  const { invitation } = await invitationOf(c);
  keepNever(c);
  return sendFile(c, await signedLetterFile(c.get('world'), invitation));
});

import { calendarFile } from '../../../functions/events/event/calendar-file';
import { redactForDelegates } from '../../../functions/events/event/redact-for-delegates';
import { signedLetterFile } from '../../../functions/events/invitations/letter-files/signed-letter';
import { calendarOf } from '../../../functions/events/invitations/online-link';
import { readForCalendar } from '../../../functions/events/invitations/read';
import { keepNever } from '../../ui/cache';
import { sendFile } from '../../ui/download';
import { invitationOf, proofOf } from './opened';
import { orRevoked } from './revoked';

/** The event as a file for the delegates' calendars; of a revoked invitation, the file that takes it out again. */
export const invitationCalendar = orRevoked(async (c) => {
  const world = c.get('world');
  const { token, id } = proofOf(c);
  const { invitation, event } = await readForCalendar(world, token, id);
  keepNever(c);
  return sendFile(c, await calendarFile(world, redactForDelegates(event), calendarOf(invitation, event)));
});

/** The signed letter of invitation. */
export const invitationLetter = orRevoked(async (c) => {
  const { invitation } = await invitationOf(c);
  keepNever(c);
  return sendFile(c, await signedLetterFile(c.get('world'), invitation));
});

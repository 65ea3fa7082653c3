import type { CalendarOf } from '../event/calendar-file';
import type { Event } from '../event/event';
import type { Invitation } from './invitation';

type Joined = Pick<Event, 'mode' | 'status' | 'onlineUrl'>;

/** Whether a body accepted and must be told how to join online, now or once the link is known. Pure. */
export const joinsOnline = (
  { status, answer }: Pick<Invitation, 'status' | 'answer'>,
  event: Pick<Joined, 'mode' | 'status'>,
): boolean =>
  status === 'issued' &&
  answer?.answer === 'accepted' &&
  event.status !== 'cancelled' &&
  event.mode !== 'in-person';

/** The online room's address, only for a body that accepted. Pure. */
export const onlineLinkOf = (
  invitation: Pick<Invitation, 'status' | 'answer'>,
  event: Joined,
): string | undefined => (joinsOnline(invitation, event) ? event.onlineUrl : undefined);

/** The body's copy of the calendar file. Of an event held both ways its delegates choose, so it shows both. Pure. */
export const calendarOf = (
  invitation: Pick<Invitation, 'status' | 'answer' | 'version'>,
  event: Joined,
): CalendarOf => ({
  link: onlineLinkOf(invitation, event),
  ended: invitation.status === 'revoked',
  order: invitation.version,
});

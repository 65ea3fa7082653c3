import type { CalendarOf } from '../event/calendar-file';
import type { Event } from '../event/event';
import { oldDateOf } from './answer-deadline';
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

/** What a body answered, as calendar programs call it. An answer that its head has not approved is none. */
const PARTSTAT = { accepted: 'ACCEPTED', declined: 'DECLINED', saved: 'NEEDS-ACTION' } as const;

/** The body's copy of the calendar file. Of an event held both ways its delegates choose, so it shows both. Pure. */
export const calendarOf = (
  invitation: Pick<Invitation, 'status' | 'answer' | 'updatedAt'>,
  event: Joined & Pick<Event, 'startsAt' | 'undated'>,
): CalendarOf => {
  const ended = invitation.status === 'revoked';
  return {
    link: onlineLinkOf(invitation, event),
    ended,
    // An answer for the old date is none for the day that the file says.
    ...(!ended && {
      partstat: PARTSTAT[oldDateOf(invitation, event) ? 'saved' : (invitation.answer?.answer ?? 'saved')],
    }),
    changedAt: invitation.updatedAt,
  };
};

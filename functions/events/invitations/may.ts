import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';
import { Problem } from '../../platform/problem/problem';
import { ms } from '../../platform/time/dates';
import type { Event } from '../event/event';
import { closesAt, oldDateOf, owesAnswer } from './answer-deadline';
import type { Invitation } from './invitation';

/** What staff may do about invitations: organizers invite; accounts that see everything may read. */
export const mayInvitations = (account: Account | undefined) => {
  const { invite, seeEverything } = may(account);
  return { see: seeEverything, invite };
};

/** Why no reminder can be sent now: it must ask for an answer that the link still takes. */
export const notRemindableBecause = (
  invitation: Pick<Invitation, 'respondBy' | 'status' | 'answer' | 'askedAgainAt'>,
  event: Pick<Event, 'startsAt' | 'status' | 'undated'>,
  now: number,
): Problem | undefined => {
  if (!owesAnswer(invitation, event)) return new Problem('conflict', 'reminder-not-due');
  if (event.status !== 'published') return new Problem('conflict', 'reminder-event-off');
  return now >= closesAt(invitation, event) ? new Problem('conflict', 'reminder-closed') : undefined;
};

/** Why a body cannot be asked again: it must have declined another date than the event's, and its link must be open. */
export const notAskableAgainBecause = (
  invitation: Pick<Invitation, 'respondBy' | 'status' | 'answer' | 'askedAgainAt'>,
  event: Pick<Event, 'startsAt' | 'status' | 'undated'>,
  now: number,
): Problem | undefined => {
  const { status, answer } = invitation;
  if (event.status !== 'published') return new Problem('conflict', 'reminder-event-off');
  if (status !== 'issued' || answer?.answer !== 'declined' || !oldDateOf(invitation, event))
    return new Problem('conflict', 'ask-again-not-due');
  if (owesAnswer(invitation, event)) return new Problem('conflict', 'asked-again-already');
  return now >= closesAt(invitation, event) ? new Problem('conflict', 'reminder-closed') : undefined;
};

/** Why bodies cannot be invited now: the event must be published and still to come. */
export const notInvitableBecause = (
  event: Pick<Event, 'status' | 'startsAt' | 'undated'>,
  now: number,
  hold: boolean,
): Problem | undefined => {
  if (event.status === 'cancelled') return new Problem('conflict', 'invite-cancelled');
  if (!event.undated && now >= ms(event.startsAt)) return new Problem('conflict', 'invite-past');
  if (!hold && event.status === 'draft') return new Problem('conflict', 'invite-draft');
  if (!hold && event.status === 'postponed') return new Problem('conflict', 'invite-postponed');
  return undefined;
};

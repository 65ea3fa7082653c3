import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';
import { Problem } from '../../platform/problem/problem';
import { ms } from '../../platform/time/dates';
import type { Event } from '../event/event';
import type { Invitation } from './invitation';

/** What staff may do about invitations: organizers invite, whoever sees everything reads. */
export const mayInvitations = (account: Account | undefined) => {
  const { invite, seeEverything } = may(account);
  return { see: seeEverything, invite };
};

/**
 * Until when a link takes answers, in ms: the respond-by second, or the event's beginning. While nobody knows
 * the new date, no answer comes too late.
 */
export const closesAt = (
  invitation: Pick<Invitation, 'respondBy'>,
  event: Pick<Event, 'startsAt' | 'undated'>,
): number => {
  if (event.undated) return Number.POSITIVE_INFINITY;
  // People read seconds, so the last one counts whole.
  const respondBy = Math.floor(ms(invitation.respondBy) / 1_000) * 1_000 + 1_000;
  return Math.min(respondBy, ms(event.startsAt));
};

/** Why a link takes no answer now; undefined where it does. */
export const closedBecause = (
  invitation: Pick<Invitation, 'respondBy' | 'status'>,
  event: Pick<Event, 'startsAt' | 'status' | 'undated'>,
  now: number,
): Problem | undefined => {
  if (invitation.status !== 'issued') return new Problem('gone', 'invitation-revoked');
  if (event.status === 'cancelled') return new Problem('gone', 'invitation-event-cancelled');
  if (now >= closesAt(invitation, event)) return new Problem('gone', 'invitation-closed');
  return undefined;
};

/** A reminder asks for an answer that the link still takes. */
export const notRemindableBecause = (
  invitation: Pick<Invitation, 'respondBy' | 'status' | 'answer'>,
  event: Pick<Event, 'startsAt' | 'status' | 'undated'>,
  now: number,
): Problem | undefined => {
  const { status, answer } = invitation;
  if (status !== 'issued' || (answer && answer.answer !== 'saved'))
    return new Problem('conflict', 'reminder-not-due');
  if (event.status !== 'published') return new Problem('conflict', 'reminder-event-off');
  return now >= closesAt(invitation, event) ? new Problem('conflict', 'reminder-closed') : undefined;
};

/** An invitation can be sent for what is announced and still ahead. */
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

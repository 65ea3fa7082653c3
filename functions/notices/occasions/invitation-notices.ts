import type { Event } from '../../events/event/event';
import type { Invitation } from '../../events/invitations/invitation';
import { iso, ms } from '../../platform/time/dates';
import { type InvitationOccasion, invitationOccasions, REMIND_BEFORE, REMINDING } from './invitation';
import { type Occasion, reminderAt } from './occasion';

/** The notices due to a body, each with the instant since when it is due, where another may carry it. */
export const invitationNotices = (event: Event, invitation: Invitation, now: number): Occasion[] =>
  invitationOccasions(event, invitation, now).map(({ occasion, template, seen }) => ({
    sk: occasion,
    template,
    at: dueSince(event, invitation, { occasion, template }),
    ...(seen && { seen }),
  }));

const dueSince = (
  event: Event,
  { signedAt, remindedAt, respondBy, askedAgainAt }: Invitation,
  { occasion, template }: InvitationOccasion,
): string | undefined => {
  switch (template) {
    case 'event-changed':
      return event.scheduleAt;
    case 'event-link':
      return event.linkAt;
    case 'event-resumed':
      return event.turnAt;
    case 'event-reminder':
      return iso(reminderAt(event, REMINDING));
    case 'invitation-again':
      return askedAgainAt;
    case 'invitation-signed':
      return signedAt;
    case 'invitation-reminder':
      return remindedAt && occasion.endsWith(remindedAt) ? remindedAt : iso(ms(respondBy) - REMIND_BEFORE);
  }
};

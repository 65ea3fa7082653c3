import type { Event } from '../events/event';
import { DAY, ms } from '../time';
import type { Invitation } from './invitation';

/** What a mail or a call to an invited body is about. */
export type InvitationTemplate =
  | 'invitation'
  | 'invitation-signed'
  | 'invitation-reminder'
  | 'invitation-revoked'
  | 'event-changed'
  | 'event-resumed'
  | 'event-postponed'
  | 'event-cancelled'
  | 'event-reminder';

export interface InvitationOccasion {
  /** Falls together with itself: the sort key of the delivery. */
  occasion: string;
  template: InvitationTemplate;
}

const REMIND_BEFORE = 2 * DAY;

type EventState = Pick<Event, 'status' | 'startsAt' | 'endsAt' | 'undated' | 'turn' | 'schedule'>;

/**
 * What a body must be told of its invitation at this moment: a pure function of the three, derived anew
 * as often as one likes. Nothing is due to a body that declined, but the end of its invitation; nothing
 * once the event is over.
 * @param now in ms
 */
export const invitationOccasions = (
  event: EventState,
  invitation: Invitation,
  now: number,
): InvitationOccasion[] => {
  if (!event.undated && now >= ms(event.endsAt)) return [];
  if (!invitation.issuedAt || invitation.status === 'prepared') return [];
  if (invitation.status === 'revoked') return revoked(event, invitation);
  return [
    ...letters(event, invitation),
    ...(invitation.answer?.answer === 'declined' ? [] : changes(event, invitation)),
    ...reminders(event, invitation, now),
  ];
};

/** Whoever had the letter, and did not decline, must not stand before a closed door. */
const revoked = (event: EventState, invitation: Invitation): InvitationOccasion[] =>
  event.status === 'cancelled' || invitation.answer?.answer === 'declined'
    ? []
    : [{ occasion: `invitation-revoked#${invitation.turn}`, template: 'invitation-revoked' }];

const letters = (event: EventState, { turn, issuedAt, signedAt }: Invitation): InvitationOccasion[] => {
  if (event.status !== 'published') return [];
  return [
    { occasion: `invitation#${turn}`, template: 'invitation' },
    // Signed after the mail went out: the letter follows, with the same link.
    ...(signedAt && signedAt > issuedAt!
      ? [{ occasion: `invitation-signed#${turn}#${signedAt}`, template: 'invitation-signed' as const }]
      : []),
  ];
};

/** What became of the event since the letter; also to who has not answered, whose letter is wrong now. */
const changes = (event: EventState, { known }: Invitation): InvitationOccasion[] => {
  if (!known) return [];
  const turned = event.turn > known.turn;
  if (event.status === 'cancelled')
    return [{ occasion: `event-cancelled#${event.turn}`, template: 'event-cancelled' }];
  if (event.status === 'postponed' && turned)
    return [{ occasion: `event-postponed#${event.turn}.${event.schedule}`, template: 'event-postponed' }];
  if (event.status !== 'published') return [];
  // One notice for a return with a new date, not one for each.
  if (turned)
    return [{ occasion: `event-resumed#${event.turn}.${event.schedule}`, template: 'event-resumed' }];
  if (event.schedule > known.schedule)
    return [{ occasion: `event-changed#${event.schedule}`, template: 'event-changed' }];
  return [];
};

const reminders = (event: EventState, invitation: Invitation, now: number): InvitationOccasion[] => {
  if (event.status !== 'published') return [];
  const { answer, turn, remindedAt } = invitation;
  const respondBy = ms(invitation.respondBy);
  const out: InvitationOccasion[] = [];
  if (answer?.answer === 'accepted' && now >= ms(event.startsAt) - REMIND_BEFORE && now < ms(event.startsAt))
    out.push({ occasion: `event-reminder#${event.schedule}`, template: 'event-reminder' });
  if ((answer && answer.answer !== 'saved') || now > respondBy) return out;
  const from = respondBy - REMIND_BEFORE;
  // Invited within the last two days, the letter itself is reminder enough.
  if (now >= from && ms(invitation.issuedAt!) < from)
    out.push({ occasion: `invitation-reminder#${turn}`, template: 'invitation-reminder' });
  if (remindedAt)
    out.push({ occasion: `invitation-reminder#${turn}#${remindedAt}`, template: 'invitation-reminder' });
  return out;
};

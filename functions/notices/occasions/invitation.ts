import type { Event } from '../../events/event/event';
import { oldDateOf, owesAnswer, wasAskedAgain } from '../../events/invitations/answer-deadline';
import type { Invitation } from '../../events/invitations/invitation';
import { joinsOnline } from '../../events/invitations/online-link';
import { DAY, localDate, ms } from '../../platform/time/dates';
import { isCancelledWithoutDate } from './event';
import { type Reminding, reminderAt } from './occasion';

/** What a mail or a call to an invited body is about. */
type InvitationTemplate =
  | 'invitation'
  | 'invitation-signed'
  | 'invitation-reminder'
  | 'invitation-again'
  | 'invitation-revoked'
  | 'answer-accepted'
  | 'answer-declined'
  | 'event-changed'
  | 'event-link'
  | 'event-resumed'
  | 'event-postponed'
  | 'event-cancelled'
  | 'event-reminder';

export interface InvitationOccasion {
  /** The sort key of the delivery. */
  occasion: string;
  template: InvitationTemplate;
  /** A receipt (`Occasion.seen`). */
  seen?: true;
}

export const REMIND_BEFORE = 2 * DAY;
/** An answer is confirmed while it is fresh: an address that a body gets weeks later is not told of it. */
const RECEIPT_LIVES = 2 * DAY;
/** A body plans ahead: it is reminded of the event in the morning two days before. */
export const REMINDING: Reminding = { daysBefore: 2, hour: 8 };

type EventState = Pick<
  Event,
  | 'status'
  | 'startsAt'
  | 'endsAt'
  | 'undated'
  | 'turn'
  | 'turnAt'
  | 'schedule'
  | 'scheduleAt'
  | 'updatedAt'
  | 'mode'
  | 'link'
  | 'linkAt'
>;

/** A body that neither comes nor gives anything, and was not asked again: it is not told what becomes of the event. */
export const staysOut = (invitation: Pick<Invitation, 'answer' | 'askedAgainAt'>): boolean =>
  invitation.answer?.answer === 'declined' &&
  invitation.answer.support.length === 0 &&
  !wasAskedAgain(invitation);

/**
 * What a body must be told of its invitation now, from the present state alone. To a body that declined only
 * its letter is due, unless it lends a room, a speaker or the like; nothing is due once the event is over.
 * @param now milliseconds
 */
export const invitationOccasions = (
  event: EventState,
  invitation: Invitation,
  now: number,
): InvitationOccasion[] => {
  if (!event.undated && !isCancelledWithoutDate(event) && now >= ms(event.endsAt)) return [];
  if (!invitation.issuedAt || invitation.status === 'prepared') return [];
  if (invitation.status === 'revoked') return revoked(event, invitation);
  return [
    ...letters(event, invitation),
    ...(staysOut(invitation) ? [] : changes(event, invitation)),
    ...again(event, invitation),
    ...newLink(event, invitation),
    ...receipt(event, invitation, now),
    ...reminders(event, invitation, now),
  ];
};

/** A body that has the letter and may still come must hear that it is revoked. */
const revoked = (event: EventState, invitation: Invitation): InvitationOccasion[] => {
  if (staysOut(invitation)) return [];
  const { turn, revokedAt } = invitation;
  // Revoked after the event was cancelled: they must hear that the event is cancelled.
  if (event.status === 'cancelled' && revokedAt && revokedAt >= (event.turnAt ?? event.updatedAt))
    return changes(event, invitation);
  return [{ occasion: `invitation-revoked#${turn}`, template: 'invitation-revoked' }];
};

const letters = (
  event: EventState,
  { turn, issuedAt, signedAt, answer }: Invitation,
): InvitationOccasion[] => {
  if (event.status !== 'published') return [];
  return [
    { occasion: `invitation#${turn}`, template: 'invitation' },
    // Signed after the mail went out: the letter follows, with the same link.
    ...(signedAt && signedAt > issuedAt! && answer?.answer !== 'declined'
      ? [{ occasion: `invitation-signed#${turn}#${signedAt}`, template: 'invitation-signed' as const }]
      : []),
  ];
};

/** What became of the event since the letter; also told to a body without an answer, whose letter is wrong now. */
const changes = (event: EventState, { known, answer }: Invitation): InvitationOccasion[] => {
  if (!known) return [];
  const turned = event.turn > known.turn;
  if (event.status === 'cancelled')
    return [{ occasion: `event-cancelled#${event.turn}`, template: 'event-cancelled' }];
  if (event.status === 'postponed' && turned)
    return [{ occasion: `event-postponed#${event.turn}.${event.schedule}`, template: 'event-postponed' }];
  if (event.status !== 'published' || (answer && sawNews(event, answer))) return [];
  // One notice for a return with a new date, not one for each.
  if (turned)
    return [{ occasion: `event-resumed#${event.turn}.${event.schedule}`, template: 'event-resumed' }];
  if (event.schedule > known.schedule)
    return [{ occasion: `event-changed#${event.schedule}`, template: 'event-changed' }];
  return [];
};

/** When the event's state, time or place last changed. */
const newsAt = ({ turnAt = '', scheduleAt = '' }: EventState): string =>
  turnAt > scheduleAt ? turnAt : scheduleAt;

/** They answered by the link since the last news: its page says when and where. */
const sawNews = (event: EventState, { through, answer, at }: NonNullable<Invitation['answer']>): boolean =>
  through === 'link' && answer !== 'saved' && newsAt(event) !== '' && at > newsAt(event);

/** They declined the old date, and the organizer asks whether they come on the new one. */
const again = (event: EventState, invitation: Invitation): InvitationOccasion[] => {
  const { turn, issuedAt, askedAgainAt } = invitation;
  // A letter that was issued with it asks.
  if (event.status !== 'published' || !wasAskedAgain(invitation) || askedAgainAt! <= issuedAt!) return [];
  return [{ occasion: `invitation-again#${turn}#${askedAgainAt}`, template: 'invitation-again' }];
};

/** The online link came or changed after they accepted: they were promised it. */
const newLink = (event: EventState, invitation: Invitation): InvitationOccasion[] => {
  const { link, linkAt } = event;
  const { answer } = invitation;
  if (event.status !== 'published' || !link || !linkAt || !answer || answer.at >= linkAt) return [];
  return joinsOnline(invitation, event) ? [{ occasion: `event-link#${link}`, template: 'event-link' }] : [];
};

/** What they answered, as it was written down. A draft is no answer. */
const receipt = (event: EventState, { answer }: Invitation, now: number): InvitationOccasion[] => {
  if (event.status !== 'published' && event.status !== 'postponed') return [];
  if (!answer?.version || answer.answer === 'saved' || now >= ms(answer.at) + RECEIPT_LIVES) return [];
  const template = `answer-${answer.answer}` as const;
  return [{ occasion: `${template}#${answer.version}`, template, seen: true }];
};

/** When the body was last asked for the answer that it owes. */
const askedAt = (event: EventState, invitation: Invitation): string =>
  [invitation.issuedAt!, invitation.askedAgainAt ?? '', oldDateOf(invitation, event) ? newsAt(event) : '']
    .sort()
    .at(-1)!;

const reminders = (event: EventState, invitation: Invitation, now: number): InvitationOccasion[] => {
  if (event.status !== 'published') return [];
  const { answer, turn, remindedAt } = invitation;
  const respondBy = ms(invitation.respondBy);
  const out: InvitationOccasion[] = [];
  const dayFrom = reminderAt(event, REMINDING);
  // A body that accepted when reminding had begun read the time just then.
  const comes = answer?.answer === 'accepted' && ms(answer.at) < dayFrom;
  if (comes && now >= dayFrom && now < ms(event.startsAt))
    out.push({ occasion: `event-reminder#${event.schedule}`, template: 'event-reminder' });
  if (!owesAnswer(invitation, event) || now > respondBy) return out;
  const from = respondBy - REMIND_BEFORE;
  // Asked within the last two days, the letter or the news of the new date is reminder enough.
  if (now >= from && ms(askedAt(event, invitation)) < from)
    // A deadline that moved with the event is a new one.
    out.push({
      occasion: `invitation-reminder#${turn}.${localDate(respondBy)}`,
      template: 'invitation-reminder',
    });
  if (remindedAt)
    out.push({ occasion: `invitation-reminder#${turn}#${remindedAt}`, template: 'invitation-reminder' });
  return out;
};

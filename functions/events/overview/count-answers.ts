import { iso } from '../../platform/time/dates';
import type { Event } from '../event/event';
import { owesAnswer } from '../invitations/answer-deadline';
import type { Invitation } from '../invitations/invitation';
import type { QuotaView } from '../nominations/read';

/** How far the units and bodies are that shall nominate people. */
export interface QuotaCount {
  /** Those with a quota in force. */
  places: number;
  /** Of them, those that have named enough people. */
  full: number;
  /** People asked for, and people named. */
  asked: number;
  named: number;
  /** The first deadline still to come of those that have not named enough. */
  nextDeadline?: string | undefined;
}

/** What the invited bodies answered. Each stands under one word. */
export interface AnswerCount {
  /** Letters that are written and not sent. */
  prepared: number;
  accepted: number;
  /** People that come for the bodies that accepted. */
  delegates: number;
  declined: number;
  /** Bodies that accepted for the date before the event moved, and have not confirmed the new one. */
  forOldDate: number;
  /** Sent and not answered, or asked again; a draft of an answer is none. */
  unanswered: number;
  /** Of those, bodies that saved an answer and have not sent it. */
  drafts: number;
  /** The first day still to come by which one of those should answer. */
  nextRespondBy?: string | undefined;
}

const firstAfter = (now: number, instants: readonly string[]): string | undefined =>
  instants.filter((at) => at > iso(now)).sort()[0];

/** Revoked quotas do not count. `now` in milliseconds. */
export const countQuotas = (views: readonly QuotaView[], now: number): QuotaCount => {
  const live = views.filter(({ nomination }) => nomination.status === 'issued');
  const short = live.filter(({ left }) => left > 0);
  const sum = (of: (view: QuotaView) => number) => live.reduce((total, view) => total + of(view), 0);
  return {
    places: live.length,
    full: live.length - short.length,
    asked: sum((view) => view.quota),
    named: sum((view) => view.used),
    nextDeadline: firstAfter(
      now,
      short.map(({ nomination }) => nomination.deadline),
    ),
  };
};

/** Revoked invitations do not count. `now` in milliseconds. */
export const countAnswers = (
  invitations: readonly Invitation[],
  event: Pick<Event, 'startsAt' | 'undated'>,
  now: number,
): AnswerCount => {
  const issued = invitations.filter(({ status }) => status === 'issued');
  const open = issued.filter((i) => owesAnswer(i, event));
  const answered = (word: 'accepted' | 'declined', of = issued.filter((i) => !open.includes(i))) =>
    of.filter(({ answer }) => answer?.answer === word);
  const accepted = answered('accepted');
  const forOldDate = answered('accepted', open).length;
  return {
    prepared: invitations.filter(({ status }) => status === 'prepared').length,
    accepted: accepted.length,
    delegates: accepted.reduce((sum, { answer }) => sum + (answer?.delegates.length ?? 0), 0),
    declined: answered('declined').length,
    forOldDate,
    unanswered: open.length - forOldDate,
    drafts: open.filter(({ answer }) => answer?.answer === 'saved').length,
    nextRespondBy: firstAfter(
      now,
      open.map(({ respondBy }) => respondBy),
    ),
  };
};

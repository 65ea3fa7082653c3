import { iso } from '../../platform/time/dates';
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
  /** People whom the bodies that accepted send. */
  delegates: number;
  declined: number;
  /** Sent and not answered; a draft of an answer is none. */
  unanswered: number;
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
export const countAnswers = (invitations: readonly Invitation[], now: number): AnswerCount => {
  const issued = invitations.filter(({ status }) => status === 'issued');
  const answered = (word: 'accepted' | 'declined') => issued.filter(({ answer }) => answer?.answer === word);
  const open = issued.filter(({ answer }) => !answer || answer.answer === 'saved');
  const accepted = answered('accepted');
  return {
    prepared: invitations.filter(({ status }) => status === 'prepared').length,
    accepted: accepted.length,
    delegates: accepted.reduce((sum, { answer }) => sum + (answer?.delegates.length ?? 0), 0),
    declined: answered('declined').length,
    unanswered: open.length,
    nextRespondBy: firstAfter(
      now,
      open.map(({ respondBy }) => respondBy),
    ),
  };
};

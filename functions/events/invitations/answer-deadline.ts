import { invalid, Problem } from '../../platform/problem/problem';
import { DAY, endOfDay, localDate, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Event } from '../event/event';
import type { Invitation } from './invitation';

/**
 * Checks the requested day, or proposes one: three days before the event, else the day before, else its
 * beginning.
 * @throws Problem invalid `respond-by-past`, `respond-after-event` at `respondBy`
 */
export const respondByFor = (
  world: World,
  event: Pick<Event, 'startsAt' | 'undated'>,
  given?: string,
): string => {
  const now = world.now();
  if (given && ms(given) <= now) throw invalid('respondBy', 'respond-by-past');
  // Postponed without a date: there is no day yet for which an answer could be too late.
  if (given && !event.undated && given > event.startsAt) throw invalid('respondBy', 'respond-after-event');
  if (given) return given;
  const daysBefore = (days: number) => endOfDay(localDate(ms(event.startsAt) - days * DAY))!;
  return [daysBefore(3), daysBefore(1)].find((day) => ms(day) > now) ?? event.startsAt;
};

/**
 * Until when a link takes answers, in ms: the respond-by second, or the event's beginning. While the event has
 * no date, no answer is too late.
 */
export const closesAt = (
  invitation: Pick<Invitation, 'respondBy'>,
  event: Pick<Event, 'startsAt' | 'undated'>,
): number => {
  if (event.undated) return Number.POSITIVE_INFINITY;
  // The whole of the last second counts, since people see only seconds.
  const respondBy = Math.floor(ms(invitation.respondBy) / 1_000) * 1_000 + 1_000;
  return Math.min(respondBy, ms(event.startsAt));
};

type Answered = Pick<Invitation, 'answer' | 'askedAgainAt'>;
type OnDay = Pick<Event, 'startsAt' | 'undated'>;

/**
 * The beginning that a body answered for, where the event is on another day now, or has no day. Another hour of the same
 * day leaves the answer as it is. A draft is no answer.
 */
export const oldDateOf = (
  { answer }: Pick<Invitation, 'answer'>,
  { startsAt, undated }: OnDay,
): string | undefined => {
  const { forStart } = answer ?? {};
  if (!forStart || answer?.answer === 'saved') return undefined;
  return undated || localDate(forStart) !== localDate(startsAt) ? forStart : undefined;
};

/** Whether a body that declined was asked again, and has not answered since. */
export const wasAskedAgain = ({ answer, askedAgainAt }: Answered): boolean =>
  answer?.answer === 'declined' && askedAgainAt !== undefined && askedAgainAt > answer.at;

/**
 * Whether the organizer waits for an answer: there is none, or the body accepted for the old date, or it declined and
 * was asked again. While the event has no date, no answer is for it.
 */
export const owesAnswer = (invitation: Pick<Invitation, 'status'> & Answered, event: OnDay): boolean => {
  const { status, answer } = invitation;
  if (status !== 'issued') return false;
  if (!answer || answer.answer === 'saved' || wasAskedAgain(invitation)) return true;
  return answer.answer === 'accepted' && !event.undated && oldDateOf(invitation, event) !== undefined;
};

/** Why a link takes no answer now; undefined where it takes one. */
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

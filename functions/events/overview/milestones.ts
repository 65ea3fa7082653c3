import { iso } from '../../platform/time/dates';
import { lateFrom } from '../../seats/ledger/room';
import type { EventState } from './state';

/** A moment that an event is coming to. */
export interface Milestone {
  at: string;
  what:
    | 'registration-opens'
    | 'registration-closes'
    | 'quota-deadline'
    | 'respond-by'
    | 'seats-by-hand'
    | 'begins'
    | 'ends';
}

/** What an event is coming to, soonest first; nothing while it has no date, or is cancelled. `now` in milliseconds. */
export const milestonesOf = (
  { event, waiting, quotas, invitations }: Pick<EventState, 'event' | 'waiting' | 'quotas' | 'invitations'>,
  now: number,
): Milestone[] => {
  if (event.status === 'cancelled' || event.undated) return [];
  const late = lateFrom(event);
  const takesPeople = event.status === 'published' && event.admission === 'open';
  const all: [Milestone['what'], string | undefined][] = [
    ['registration-opens', takesPeople ? event.registrationOpensAt : undefined],
    ['registration-closes', takesPeople ? (event.registrationClosesAt ?? event.startsAt) : undefined],
    ['quota-deadline', quotas?.nextDeadline],
    ['respond-by', invitations?.nextRespondBy],
    ['seats-by-hand', late !== undefined && waiting > 0 ? iso(late) : undefined],
    ['begins', event.startsAt],
    ['ends', event.endsAt],
  ];
  return all
    .flatMap(([what, at]) => (at && at > iso(now) ? [{ what, at }] : []))
    .sort((a, b) => a.at.localeCompare(b.at));
};

import type { Account } from '../../directory/accounts/account';
import { may } from '../../directory/accounts/may';
import { iso } from '../../platform/time/dates';
import type { Event } from './event';

/** What an account may do with an event now. Deny by default; `now` in milliseconds. */
export const mayEvent = (
  account: Account | undefined,
  event: Pick<Event, 'status' | 'shelf' | 'startsAt' | 'endsAt'>,
  now: number,
) => {
  const { schedule, enterConsole, seePeople, seeEverything } = may(account);
  const over = event.endsAt <= iso(now);
  const live = event.status === 'published' || event.status === 'postponed';
  return {
    see: event.shelf === 'public' || enterConsole,
    seeOnlineUrl: enterConsole,
    seePeople,
    seeHistory: seeEverything,
    edit: schedule && event.status !== 'cancelled',
    publish: schedule && event.status === 'draft' && !over,
    postpone: schedule && event.status === 'published' && !over,
    resume: schedule && event.status === 'postponed',
    // A postponed event is not over when its old date has passed.
    cancel: schedule && live && (event.status === 'postponed' || !over),
    duplicate: schedule,
    discard: schedule && event.status === 'draft',
  };
};

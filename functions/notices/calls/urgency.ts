import type { Event } from '../../events/event/event';
import type { Delivery } from '../../outbox/deliveries/delivery';
import { DAY, HOUR, instant, localDate, ms } from '../../platform/time/dates';

/** What changes whether a person comes, the most pressing first: without the call they stay away, or come in vain. */
const DECIDES: readonly string[] = [
  'event-cancelled',
  'event-postponed',
  'event-changed',
  'event-resumed',
  'promoted',
  'approved',
  'substitute',
  'moved',
  'unseated',
  'declined',
  'cancelled',
  'replaced',
  'invitation-revoked',
  'invitation',
  'nominated',
  'confirmed',
  'event-link',
];

/** What helps a person who knows already. */
const HELPS: readonly string[] = [
  'waitlisted',
  'reserve',
  'pending',
  'code',
  'new-code',
  'broadcast',
  'nomination',
  'invitation-signed',
  'forget-refused',
  'support-answered',
  'support-closed',
  'point-decided',
  'point-answered',
  'inquiry',
  'inquiry-again',
  'inquiry-late',
  'inquiry-withdrawn',
  'inquiry-closed',
];

/** The place of a kind of news in the list: what decides, what is asked, what reminds. */
export const newsRank = (template: string): number => {
  const all = [...DECIDES, ...HELPS];
  const rank = all.indexOf(template);
  return rank < 0 ? all.length : rank;
};

type Timed = Pick<Event, 'startsAt' | 'endsAt' | 'status'>;

/**
 * The event begins before noon of tomorrow, or has begun: tomorrow is too late for a call. A postponed or cancelled one
 * counts by its old date.
 */
const beginsSoon = (event: Timed, now: number): boolean =>
  ms(event.endsAt) > now && ms(event.startsAt) <= ms(instant(localDate(now))!) + DAY + 12 * HOUR;

/** Whether a line of the call list must be told today: it stands before all others. */
export const isUrgent = (
  { template }: Pick<Delivery, 'template'>,
  event: Timed | undefined,
  now: number,
): boolean =>
  event !== undefined && event.status !== 'draft' && DECIDES.includes(template) && beginsSoon(event, now);

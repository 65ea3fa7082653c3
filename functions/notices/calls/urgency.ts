import { MOST_DAYS } from '../../events/event/days';
import type { Event, EventInList } from '../../events/event/event';
import { listAll } from '../../events/event/list';
import { listCalls } from '../../outbox/calls/calls';
import type { Delivery } from '../../outbox/deliveries/delivery';
import { DAY, HOUR, instant, iso, localDate, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { isOver } from '../occasions/event';

/** What changes whether a person comes, the most pressing first: without the call they stay away, or come in vain. */
const DECIDES: readonly string[] = [
  'promoted',
  'approved',
  'substitute',
  'moved',
  'unseated',
  'declined',
  'cancelled',
  'replaced',
  'event-cancelled',
  'event-postponed',
  'event-changed',
  'event-resumed',
];

type Timed = Pick<Event, 'startsAt' | 'endsAt' | 'status'>;

/** The event begins before noon of tomorrow, or has begun: tomorrow is too late for a call. */
const beginsSoon = (event: Timed, now: number): boolean =>
  !isOver(event, now) && ms(event.startsAt) <= ms(instant(localDate(now))!) + DAY + 12 * HOUR;

/** Whether a line of the call list must be told today: it stands before all others. */
export const isUrgent = (
  { template }: Pick<Delivery, 'template'>,
  event: Timed | undefined,
  now: number,
): boolean => event !== undefined && DECIDES.includes(template) && beginsSoon(event, now);

export interface UrgentCall {
  line: Delivery;
  event: EventInList;
}

/**
 * The lines that must be told today, the soonest event first, wherever they stand in the list.
 * @param includes only lines for which this is true
 */
export const urgentCalls = async (
  world: World,
  includes: (line: Delivery) => boolean = () => true,
  most = 500,
): Promise<UrgentCall[]> => {
  const now = world.now();
  const near = await listAll(world, { from: iso(now - MOST_DAYS * DAY), to: iso(now + 2 * DAY) });
  const soon = new Map(near.filter((e) => e.status !== 'draft' && beginsSoon(e, now)).map((e) => [e.id, e]));
  if (soon.size === 0) return [];
  const { items } = await listCalls(world, {
    includes: (line) => isUrgent(line, soon.get(line.eventId ?? ''), now) && includes(line),
    limit: most,
  });
  return items
    .map((line) => ({ line, event: soon.get(line.eventId!)! }))
    .sort(
      (a, b) =>
        a.event.startsAt.localeCompare(b.event.startsAt) ||
        DECIDES.indexOf(a.line.template) - DECIDES.indexOf(b.line.template),
    );
};

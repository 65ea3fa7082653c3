import type { Event } from '../../events/event/event';
import { ms } from '../../platform/time/dates';
import type { Occasion } from './occasion';

type Dated = Pick<Event, 'status' | 'endsAt' | 'undated' | 'turnAt'>;

/** It was postponed, and cancelled when the old date had passed or was not its date any more: people still wait for a date. */
export const isCancelledWithoutDate = ({ status, undated, turnAt, endsAt }: Dated): boolean =>
  status === 'cancelled' && (Boolean(undated) || (turnAt !== undefined && turnAt >= endsAt));

/** Nothing is due about an event that is over; a postponed one has no date that could be over. */
export const isOver = (event: Dated, now: number): boolean =>
  event.status !== 'postponed' && !isCancelledWithoutDate(event) && ms(event.endsAt) <= now;

/** What became of the event since a person registered: at most one notice, the latest. */
export const eventOccasion = (event: Event, since: string): Occasion | undefined => {
  if (event.status === 'cancelled')
    return { sk: `event-cancelled#${event.turn}`, template: 'event-cancelled' };
  // A new date that is set while the event is postponed is told as well.
  if (event.status === 'postponed')
    return { sk: `event-postponed#${event.turn}.${event.schedule}`, template: 'event-postponed' };
  if (event.status === 'draft') return undefined;
  const resumed = event.turn > 1 ? (event.turnAt ?? event.updatedAt) : '';
  const changed = event.schedule > 0 ? (event.scheduleAt ?? '') : '';
  // New dates that came with the resumption are told with it.
  if (since < changed && changed > resumed)
    return { sk: `event-changed#${event.schedule}`, template: 'event-changed', at: changed };
  if (since < resumed) return { sk: `event-resumed#${event.turn}`, template: 'event-resumed', at: resumed };
  return undefined;
};

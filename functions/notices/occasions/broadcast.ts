import { type Broadcast, occasionKey, TEMPLATE } from '../../events/broadcasts/broadcast';
import { type Addressee, type Group, isIn } from '../../events/broadcasts/groups';
import type { Event } from '../../events/event/event';
import { iso } from '../../platform/time/dates';
import { isOver } from './event';
import type { Occasion } from './occasion';

/** What is said to these is about the event that was: its end does not make it void. */
const AFTERWARDS: readonly Group[] = ['attended', 'absent'];

/** Whether the event took another course since the message was written, so that it may be wrong. */
const isOvertaken = (event: Event, { sentAt, groups }: Broadcast, now: number): boolean => {
  const stopped = event.status === 'cancelled' || event.status === 'postponed';
  if (stopped && sentAt < (event.turnAt ?? event.updatedAt)) return true;
  return isOver(event, now) && sentAt < event.endsAt && !groups.some((g) => AFTERWARDS.includes(g));
};

/**
 * The organizer's messages that are due to a recipient. Being a recipient is fixed when a message is sent; that it is
 * still due follows from the present, as for every notice: while it is neither withdrawn nor closed, and the recipient
 * is still in one of its groups. Who has left, came after all, or answered meanwhile is not told.
 * @param broadcasts those that it is a recipient of
 */
export const broadcastOccasions = (
  event: Event,
  one: Addressee,
  broadcasts: readonly Broadcast[],
  now: number,
): Occasion[] =>
  broadcasts
    .filter(
      (b) =>
        event.status !== 'draft' &&
        b.eventId === event.id &&
        !b.withdrawnAt &&
        iso(now) < b.closesAt &&
        !isOvertaken(event, b, now) &&
        isIn(event, one, b, now),
    )
    .map(({ id }) => ({ sk: occasionKey(id), template: TEMPLATE }));

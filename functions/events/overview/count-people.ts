import type { World } from '../../platform/world/world';
import { daysOf } from '../event/days';
import type { Event } from '../event/event';
import { everyRegistration } from '../registrations/find';
import { isReserve } from '../registrations/nominees';

/** The people of an event by what became of them. */
export interface PeopleCount {
  confirmed: number;
  waiting: number;
  /** To be approved or declined. */
  pending: number;
  /** Who came, for each day of the event in order. */
  came: number[];
  /** Who came on one day at least. */
  cameAtAll: number;
}

/** Counts an event's people in one pass over their status and presence: a call for each megabyte of registrations. */
export const countPeople = async (
  world: World,
  event: Pick<Event, 'id' | 'sections' | 'startsAt' | 'endsAt'>,
): Promise<PeopleCount> => {
  const count: PeopleCount = {
    confirmed: 0,
    waiting: 0,
    pending: 0,
    came: daysOf(event).map(() => 0),
    cameAtAll: 0,
  };
  const only = ['status', 'came', 'how', 'nominationId'] as const;
  for await (const { came = {}, ...r } of everyRegistration(world, event, only)) {
    const { status } = r;
    if (status === 'confirmed') count.confirmed++;
    if (status === 'waitlisted' && !isReserve(r)) count.waiting++;
    if (status === 'pending') count.pending++;
    const days = Object.keys(came).map(Number);
    if (days.length) count.cameAtAll++;
    for (const day of days) if (count.came[day - 1] !== undefined) count.came[day - 1]!++;
  }
  return count;
};

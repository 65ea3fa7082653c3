import type { World } from '../../platform/world/world';
import { daysOf } from '../event/days';
import type { Event } from '../event/event';
import { isReserve } from '../registrations/nominees';
import { readRoll } from '../registrations/roll/read-roll';

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

/** Counts an event's people by status and presence, from the roll: its calls do not grow with the event. */
export const countPeople = async (
  world: World,
  event: Pick<Event, 'id' | 'sections' | 'seats' | 'startsAt' | 'endsAt'>,
): Promise<PeopleCount> => {
  const count: PeopleCount = {
    confirmed: 0,
    waiting: 0,
    pending: 0,
    came: daysOf(event).map(() => 0),
    cameAtAll: 0,
  };
  for (const { came = {}, ...r } of (await readRoll(world, event)).people) {
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

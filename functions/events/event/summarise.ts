import { missing } from '../../platform/problem/problem';
import { Refused } from '../../platform/store/outcome';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { readRoom, seatsIn } from '../../seats/ledger/room';
import { eventsTable, type SeatSummary } from './event';

/**
 * Writes the seats that lists show, from the blocks' counts: one query, and a write only where they
 * differ. No edit of the event: its version stays, so that no editor is told of a change.
 * @param waiting how many wait, where the caller counted them; else the last count stays
 * @param unseated the same of those whose seat is lost
 */
export const summarise = async (
  world: World,
  eventId: string,
  waiting?: number,
  unseated?: number,
): Promise<SeatSummary> => {
  const room = await readRoom(world, eventId);
  if (!room.event) throw missing('event');
  const { size, held } = seatsIn(room);
  const before = room.event.seats;
  const lost = unseated ?? before.unseated ?? 0;
  const seats = {
    size,
    held,
    waiting: waiting ?? before.waiting,
    ...(lost > 0 && { unseated: lost }),
    at: iso(world.now()),
  };
  const same = seats.waiting === before.waiting && seats.unseated === before.unseated;
  if (size === before.size && held === before.held && same) return before;
  try {
    // An older look never replaces a newer one.
    await world.db.update(
      eventsTable,
      { pk: eventId, sk: 'event' },
      { set: { seats }, if: 'seats.#at <= :at', names: { '#at': 'at' }, values: { ':at': seats.at } },
    );
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
  return seats;
};

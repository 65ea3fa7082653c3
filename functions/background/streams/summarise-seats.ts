import type { Event } from '../../events/event/event';
import { getEvent } from '../../events/event/get';
import { isLargeRoom, summarise } from '../../events/event/summarise';
import { countWaiting } from '../../events/registrations/count-waiting';
import { Problem } from '../../platform/problem/problem';
import { MINUTE, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { isWaitedFor, type Room, seatsIn } from '../../seats/ledger/room';

/** The seats of a large event are counted no more often: that reads all of them. The clock counts the last ones. */
const REST = MINUTE / 3;

/** Writes the seats and the waiting list's length that lists show. An event that is missing has none. */
export const summariseSeats = async (world: World, eventId: string): Promise<void> => {
  try {
    const event = await getEvent(world, eventId);
    if (isLargeRoom(event) && world.now() - ms(event.seats.at) < REST) return;
    await summarise(world, eventId, await countWaiting(world, event));
  } catch (error) {
    if (!(error instanceof Problem && error.kind === 'missing')) throw error;
  }
};

/** Counts the seats of a large event whose last changes came too soon after a count. */
export const tendSummary = async (world: World, room: Room, event: Event): Promise<void> => {
  if (!isLargeRoom(event)) return;
  const { size, held } = seatsIn(room);
  const { seats } = event;
  const isWaited = seats.waiting > 0 || room.pools.some(({ pool }) => isWaitedFor(room, pool));
  if (size !== seats.size || held !== seats.held || isWaited) await summariseSeats(world, event.id);
};

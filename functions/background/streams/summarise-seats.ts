import { getEvent } from '../../events/event/get';
import { summarise } from '../../events/event/summarise';
import { countWaiting } from '../../events/registrations/count-waiting';
import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';

/** Writes the seats and the waiting list's length that lists show. An event that is missing has none. */
export const summariseSeats = async (world: World, eventId: string): Promise<void> => {
  try {
    await summarise(world, eventId, await countWaiting(world, await getEvent(world, eventId)));
  } catch (error) {
    if (!(error instanceof Problem && error.kind === 'missing')) throw error;
  }
};

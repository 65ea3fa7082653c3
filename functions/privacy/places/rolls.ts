import { dropRoll } from '../../events/registrations/roll/keep-roll';
import { locate } from '../../seats/ledger/ids';
import type { Place } from './place';

/**
 * Copies of the people of large events. What they say stands in the registrations, so nothing is found here; they are
 * removed whole, and the clock makes them again from the registrations.
 */
export const rolls: Place = {
  find: async () => [],
  forget: async (world, { ids }) => {
    const events = new Set(ids.flatMap((id) => locate(id)?.eventId ?? []));
    for (const event of events) await dropRoll(world, event);
    return 0;
  },
};

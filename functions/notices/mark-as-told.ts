import { getEvent } from '../events/event/get';
import { noticesTable } from '../outbox/deliveries/delivery';
import { settle } from '../outbox/deliveries/transition';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { tellEverybody } from './tell-all';

/**
 * For people brought in from elsewhere (a list of the year before, sample data) who know already:
 * everything that would be due about an event now counts as told, and nobody is mailed or called.
 * @returns how many notices it was
 */
export const toldAlready = async (world: World, eventId: string): Promise<number> => {
  await tellEverybody(world, await getEvent(world, eventId));
  let count = 0;
  for await (const d of world.db.each(noticesTable, {
    index: 'event',
    where: 'eventId = :e',
    values: { ':e': eventId },
  })) {
    const done =
      d.channel === 'call'
        ? { state: 'told', open: undefined, toldAt: iso(world.now()), toldBy: world.db.actor }
        : { state: 'sent', open: undefined };
    if (await settle(world, d, ['due', 'held', 'to-call'], done)) count++;
  }
  return count;
};

import { getEvent } from '../events/event/get';
import { noticesTable } from '../outbox/deliveries/notices-table';
import { transition } from '../outbox/deliveries/transition';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { createDueDeliveriesOfEvent } from './due-deliveries-of-event';

/**
 * For people brought in from elsewhere (a list of the year before, sample data) who know already: everything
 * that is due about an event counts as told, without a mail or a call.
 * @returns how many notices it was
 */
export const markAsTold = async (world: World, eventId: string): Promise<number> => {
  await createDueDeliveriesOfEvent(world, await getEvent(world, eventId));
  let count = 0;
  for await (const d of world.db.each(noticesTable, {
    index: 'event',
    where: 'eventId = :e',
    values: { ':e': eventId },
  })) {
    const marked = await transition(world, d, {
      from: ['due', 'held', 'to-call'],
      set:
        d.channel === 'call'
          ? { state: 'told', open: undefined, toldAt: iso(world.now()), toldBy: world.db.actor }
          : { state: 'sent', open: undefined },
    });
    if (marked) count++;
  }
  return count;
};

import type { Event } from '../../functions/events/event/event';
import { getEvent } from '../../functions/events/event/get';
import { createDueDeliveriesOfEvent } from '../../functions/notices/due-deliveries-of-event';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { transition } from '../../functions/outbox/deliveries/transition';
import { iso, ms } from '../../functions/platform/time/dates';
import type { World } from '../../functions/platform/world/world';

/** All that is due to these subjects is told: what the mails would say is asked of `messageFor`. */
export const tellAll = async (world: World, event: Event, ids: readonly string[]): Promise<void> => {
  await createDueDeliveriesOfEvent(world, await getEvent(world, event.id));
  for (const id of ids)
    for (const d of await deliveriesOf(world, id))
      if (d.state === 'due' || d.state === 'to-call')
        await transition(world, d, {
          from: ['due', 'to-call'],
          set: { state: 'told', open: undefined, toldAt: iso(world.now()) },
        });
};

/** The templates that were told to a subject since then, sorted. */
export const toldSince = async (world: World, id: string, since: number): Promise<string[]> =>
  (await deliveriesOf(world, id))
    .filter((d) => d.state === 'told' && ms(d.toldAt!) >= since)
    .map((d) => d.template)
    .sort();

import type { EventInList } from '../../events/event/event';
import { summarise } from '../../events/event/summarise';
import type { World } from '../../platform/world/world';
import { reconcile } from '../../seats/reconcile';

/** Repairs the seats of an event. People who lost their seat and find none are shown to the organizer. */
export const mendSeats = async (world: World, { id, seats }: EventInList): Promise<void> => {
  const { unseated } = await reconcile(world, id);
  if (unseated.length === (seats.unseated ?? 0)) return;
  world.log({
    what: 'confirmed-without-seat',
    level: unseated.length ? 'error' : 'info',
    event: id,
    count: unseated.length,
    registrations: unseated.join(' '),
  });
  await summarise(world, id, undefined, unseated.length);
};

import type { Event } from '../../events/event/event';
import { summarise } from '../../events/event/summarise';
import type { World } from '../../platform/world/world';
import type { Room } from '../../seats/ledger/room';
import { reconcile } from '../../seats/reconcile';

/** Repairs the seats of an event. People who lost their seat and find none are shown to the organizer. */
export const mendSeats = async (
  world: World,
  room: Room,
  { id, seats }: Pick<Event, 'id' | 'seats'>,
): Promise<void> => {
  const { unseated } = await reconcile(world, id, room);
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

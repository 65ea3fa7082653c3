import type { Page } from '../../platform/store/db';
import type { World } from '../../platform/world/world';
import { type Delivery, noticesTable } from './delivery';

/** Everything told, or still to tell, about one thing: `reg_…`, `nom_…`, `inv_…`. */
export const deliveriesOf = (world: World, pk: string): Promise<Delivery[]> =>
  world.db.all(noticesTable, { where: 'pk = :pk', values: { ':pk': pk }, consistent: true });

/** Everything told about one event, newest first. */
export const deliveriesOfEvent = (
  world: World,
  eventId: string,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<Page<Delivery>> =>
  world.db.query(noticesTable, {
    index: 'event',
    where: 'eventId = :e',
    values: { ':e': eventId },
    limit,
    cursor,
    backwards: true,
  });

/** A delivery by the id that tags its mail and stands in links. */
export const findDelivery = async (world: World, id: string): Promise<Delivery | undefined> => {
  if (!id) return undefined;
  const { items } = await world.db.query(noticesTable, {
    index: 'delivery',
    where: 'id = :id',
    values: { ':id': id },
  });
  const at = items[0];
  return at && world.db.get(noticesTable, { pk: at.pk, sk: at.sk }, { consistent: true });
};

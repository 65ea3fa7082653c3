import type { Page } from '../../platform/store/paging';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Delivery, Open } from './delivery';
import { noticesTable } from './notices-table';

/** Every delivery about one subject. */
export const deliveriesOf = (world: World, pk: string): Promise<Delivery[]> =>
  world.db.all(noticesTable, { where: 'pk = :pk', values: { ':pk': pk }, consistent: true });

/** Every delivery about one event, newest first. */
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

/** Those of an event that have one of these attributes. A page may be empty, and not the last. */
export const deliveriesWith = (
  world: World,
  eventId: string,
  attributes: readonly (keyof Delivery)[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<Delivery>> =>
  world.db.query(noticesTable, {
    index: 'event',
    where: 'eventId = :e',
    filter: attributes.map((name) => `attribute_exists(#${name})`).join(' OR '),
    names: Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
    values: { ':e': eventId },
    limit,
    cursor,
  });

/** Deliveries of one open state, oldest first. */
export const openDeliveries = (
  world: World,
  open: Open,
  { before, limit, cursor }: { before?: number; limit?: number; cursor?: string } = {},
): Promise<Page<Delivery>> =>
  world.db.query(noticesTable, {
    index: 'open',
    where: before === undefined ? '#open = :open' : '#open = :open AND dueAt <= :before',
    names: { '#open': 'open' },
    values: { ':open': open, ...(before !== undefined && { ':before': iso(before) }) },
    limit,
    cursor,
  });

/** Deliveries by their keys, strongly consistent; those that do not exist are absent. */
export const deliveriesAt = (world: World, at: readonly Pick<Delivery, 'pk' | 'sk'>[]): Promise<Delivery[]> =>
  world.db.getMany(
    noticesTable,
    at.map(({ pk, sk }) => ({ pk, sk })),
    { consistent: true },
  );

/** A delivery by its id, which its mail is tagged with and its links carry. */
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

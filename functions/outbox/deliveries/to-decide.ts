import { DAY, iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Delivery } from './delivery';
import { openDeliveries } from './find';
import { noticesTable } from './notices-table';

/** Deliveries about which the organizer must decide, of all events together. */
export interface ToDecide {
  /** Mails whose answer was lost. */
  unknown: Delivery[];
  /** Mails that SES refused for good. */
  failed: Delivery[];
  /** Lines of the call list that were mails and did not arrive. */
  returned: Delivery[];
  /** Mails of the last month that came back when their notice was no longer due: there is no call to make. */
  late: Delivery[];
}

export const toDecide = async (world: World): Promise<ToDecide> => {
  const [unknown, failed, returned, late] = await Promise.all([
    openDeliveries(world, 'unknown', { limit: 200 }).then(({ items }) => items),
    openDeliveries(world, 'trouble', { limit: 100 }),
    cameBack(world, 'to-call'),
    cameBack(world, 'returned'),
  ]);
  return { unknown, failed: failed.items, returned, late };
};

const SHOWN = 200;

/**
 * Mails that came back, latest first, however many calls are older. A line of the call list is shown until
 * the person is told; the others for a month.
 */
const cameBack = async (world: World, open: 'to-call' | 'returned'): Promise<Delivery[]> => {
  const items: Delivery[] = [];
  for await (const d of world.db.each(noticesTable, {
    index: 'open',
    where: '#open = :open AND dueAt >= :since',
    names: { '#open': 'open', '#error': 'error' },
    values: { ':open': open, ':since': open === 'returned' ? iso(world.now() - 30 * DAY) : '0' },
    filter: 'attribute_exists(email) AND (attribute_exists(feedback) OR attribute_exists(#error))',
    backwards: true,
  })) {
    items.push(d);
    if (items.length === SHOWN) break;
  }
  return items;
};

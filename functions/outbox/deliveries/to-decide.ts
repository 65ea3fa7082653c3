import { DAY, iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { CameBack, Delivery } from './delivery';
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

/** As many as the page shows. */
const SHOWN = 200;

/**
 * Mails that came back, latest first, by an index of their own: however long the call list is, this is one call. A line
 * of the call list is shown until the person is told; the others for a month.
 */
const cameBack = async (world: World, back: CameBack): Promise<Delivery[]> => {
  const { items } = await world.db.query(noticesTable, {
    index: 'cameBack',
    where: 'cameBack = :back AND dueAt >= :since',
    values: { ':back': back, ':since': back === 'returned' ? iso(world.now() - 30 * DAY) : '0' },
    limit: SHOWN,
    backwards: true,
  });
  return items;
};

import { DAY, HOUR, iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Delivery } from './delivery';
import { openDeliveries } from './find';
import { isHeld } from './hold';
import { noticesTable } from './notices-table';

/** What the organizer must see of the mails, of all events together. */
export interface SendingStatus {
  held: boolean;
  /** Mails that are held, counted up to 200. */
  holding: number;
  /** Mails that wait for their turn, counted up to 200. */
  waiting: number;
  unknown: Delivery[];
  failed: Delivery[];
  /** Lines of the call list that were mails and did not arrive. */
  returned: Delivery[];
  /** Mails of the last month that came back when their notice was no longer due: there is no call to make. */
  late: Delivery[];
}

export const sendingStatus = async (world: World): Promise<SendingStatus> => {
  const [held, holding, waiting, unknown, failed, returned, late] = await Promise.all([
    isHeld(world),
    openDeliveries(world, 'held', { limit: 200 }),
    openDeliveries(world, 'due', { limit: 200 }),
    listUnknown(world),
    openDeliveries(world, 'trouble', { limit: 100 }),
    cameBack(world, 'to-call'),
    cameBack(world, 'returned'),
  ]);
  return {
    held,
    holding: holding.items.length,
    waiting: waiting.items.length,
    unknown,
    failed: failed.items,
    returned,
    late,
  };
};

/** SES's events come within minutes; what is still unknown after this is for a person to decide. */
const UNKNOWN_SHOWN_AFTER = HOUR;

/** Mails whose answer was lost, old enough that a person should decide. */
export const listUnknown = async (world: World): Promise<Delivery[]> => {
  const before = iso(world.now() - UNKNOWN_SHOWN_AFTER);
  const { items } = await openDeliveries(world, 'unknown', { limit: 200 });
  return items.filter((d) => (d.claimedAt ?? d.updatedAt) <= before);
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

/** Every delivery that a person must look at. */
export const needAttention = ({ unknown, failed, returned, late }: SendingStatus): Delivery[] => [
  ...unknown,
  ...failed,
  ...returned,
  ...late,
];

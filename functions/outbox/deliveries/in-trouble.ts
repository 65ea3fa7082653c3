import { listPoison, type Poison } from '../../background/streams/dead-letters';
import { DAY, iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Delivery, noticesTable } from './delivery';
import { isHeld } from './hold';
import { listUnknown } from './resend';
import { openDeliveries } from './transition';

/** What the organizer must see of the mails, whatever the event. */
export interface Troubles {
  held: boolean;
  /** Mails held back, up to a page of them. */
  holding: number;
  /** Mails waiting for their turn, up to a page of them. */
  waiting: number;
  unknown: Delivery[];
  failed: Delivery[];
  /** Lines of the call list because mail did not arrive. */
  returned: Delivery[];
  /** Mails that came back within the month when there was nothing left to tell: nobody is called. */
  late: Delivery[];
  poison: Poison[];
}

export const listTroubles = async (world: World): Promise<Troubles> => {
  const [held, holding, waiting, unknown, failed, returned, late, poison] = await Promise.all([
    isHeld(world),
    openDeliveries(world, 'held', { limit: 200 }),
    openDeliveries(world, 'due', { limit: 200 }),
    listUnknown(world),
    openDeliveries(world, 'trouble', { limit: 100 }),
    cameBack(world, 'to-call'),
    cameBack(world, 'returned'),
    listPoison(world),
  ]);
  return {
    held,
    holding: holding.items.length,
    waiting: waiting.items.length,
    unknown,
    failed: failed.items,
    returned,
    late,
    poison,
  };
};

const SHOWN = 200;

/**
 * What was a mail and came back, the latest first, however many calls stand between. A line of the call list
 * stays until it is told; the others are shown for a month.
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

/** Every delivery that a person must look at, whatever its trouble. */
export const inTrouble = ({ unknown, failed, returned, late }: Troubles): Delivery[] => [
  ...unknown,
  ...failed,
  ...returned,
  ...late,
];

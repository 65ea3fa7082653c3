import type { World } from '../world';
import type { Delivery } from './delivery';
import { isHeld } from './hold';
import { listPoison, type Poison } from './poison';
import { listUnknown } from './resend';
import { openDeliveries } from './settle';

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
  poison: Poison[];
}

export const listTroubles = async (world: World): Promise<Troubles> => {
  const [held, holding, waiting, unknown, failed, calls, poison] = await Promise.all([
    isHeld(world),
    openDeliveries(world, 'held', { limit: 200 }),
    openDeliveries(world, 'due', { limit: 200 }),
    listUnknown(world),
    openDeliveries(world, 'trouble', { limit: 100 }),
    openDeliveries(world, 'to-call', { limit: 200 }),
    listPoison(world),
  ]);
  return {
    held,
    holding: holding.items.length,
    waiting: waiting.items.length,
    unknown,
    failed: failed.items,
    returned: calls.items.filter((d) => d.email && (d.feedback || d.error)),
    poison,
  };
};

/** Every delivery that a person must look at, whatever its trouble. */
export const inTrouble = ({ unknown, failed, returned }: Troubles): Delivery[] => [
  ...unknown,
  ...failed,
  ...returned,
];

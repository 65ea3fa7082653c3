import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { CameBack, Delivery, DeliveryState } from './delivery';
import { noticesTable } from './notices-table';

export interface Transition {
  /** The states in which the delivery may be found. */
  from: readonly DeliveryState[];
  /** The attributes to write; `undefined` removes one. */
  set: Partial<Delivery>;
  /** A further condition. */
  and?: { if: string; values: Record<string, unknown> } | undefined;
}

/** What an organizer sees of a mail that came back. Of other deliveries nothing. */
const backOf = ({ open, email, feedback, error }: Partial<Delivery>): CameBack | undefined => {
  if (open === 'returned') return 'returned';
  return open === 'to-call' && email && (feedback || error) ? 'to-call' : undefined;
};

/**
 * Every change of a delivery goes through this one conditional write. A mail that came back gets the key of the index
 * `cameBack` with it; a second write adds the key where only the answer shows that the mail came back.
 * @param delivery as far as it was read; the keys are enough
 * @returns the delivery as written, or undefined where it is in another state by now
 * @example await transition(world, delivery, { from: ['due'], set: { state: 'dropped', open: undefined } });
 */
export const transition = async (
  world: World,
  delivery: Pick<Delivery, 'pk' | 'sk'> & Partial<Delivery>,
  { from, set, and }: Transition,
): Promise<Delivery | undefined> => {
  const states = Object.fromEntries(from.map((state, i) => [`:from${i}`, state]));
  const inStates = `#state IN (${Object.keys(states).join(', ')})`;
  const back = backOf({ ...delivery, ...set });
  // Of a line of the call list the keys alone do not tell.
  const known = 'open' in set && (set.open !== 'to-call' || back);
  const written = await world.db.updateIf(noticesTable, keyOf(delivery), {
    set: { ...set, ...(known && { cameBack: back }), updatedAt: iso(world.now()) },
    if: and ? `${inStates} AND ${and.if}` : inStates,
    names: { '#state': 'state' },
    values: { ...states, ...and?.values },
    returns: 'ALL_NEW',
  });
  return written.ok && written.item ? withBack(world, written.item) : undefined;
};

const keyOf = ({ pk, sk }: Pick<Delivery, 'pk' | 'sk'>) => ({ pk, sk });

const withBack = async (world: World, written: Delivery): Promise<Delivery> => {
  const back = backOf(written);
  if (!back || written.cameBack === back) return written;
  await world.db.updateIf(noticesTable, keyOf(written), {
    set: { cameBack: back },
    if: '#open = :open',
    names: { '#open': 'open' },
    values: { ':open': written.open },
  });
  return { ...written, cameBack: back };
};

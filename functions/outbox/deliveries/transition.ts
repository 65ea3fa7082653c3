import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Delivery, DeliveryState } from './delivery';
import { noticesTable } from './notices-table';

export interface Transition {
  /** The states in which the delivery may be found. */
  from: readonly DeliveryState[];
  /** The attributes to write; `undefined` removes one. */
  set: Partial<Delivery>;
  /** A further condition. */
  and?: { if: string; values: Record<string, unknown> } | undefined;
}

/**
 * Every change of a delivery goes through this one conditional write.
 * @returns the delivery as written, or undefined where it is in another state by now
 * @example await transition(world, delivery, { from: ['due'], set: { state: 'dropped', open: undefined } });
 */
export const transition = async (
  world: World,
  { pk, sk }: Pick<Delivery, 'pk' | 'sk'>,
  { from, set, and }: Transition,
): Promise<Delivery | undefined> => {
  const states = Object.fromEntries(from.map((state, i) => [`:from${i}`, state]));
  const inStates = `#state IN (${Object.keys(states).join(', ')})`;
  const written = await world.db.updateIf(
    noticesTable,
    { pk, sk },
    {
      set: { ...set, updatedAt: iso(world.now()) },
      if: and ? `${inStates} AND ${and.if}` : inStates,
      names: { '#state': 'state' },
      values: { ...states, ...and?.values },
      returns: 'ALL_NEW',
    },
  );
  return written.ok ? written.item : undefined;
};

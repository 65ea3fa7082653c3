import { Refused } from '../../platform/store/outcome';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Delivery, type DeliveryState, noticesTable } from './delivery';

/** Moves a delivery on from the states given. @returns the delivery, or undefined where it is elsewhere by now */
export const settle = async (
  world: World,
  { pk, sk }: Pick<Delivery, 'pk' | 'sk'>,
  from: readonly DeliveryState[],
  set: Partial<Record<keyof Delivery, unknown>>,
  also?: { if: string; names?: Record<string, string>; values: Record<string, unknown> },
): Promise<Delivery | undefined> => {
  try {
    return await world.db.update<Delivery>(
      noticesTable,
      { pk, sk },
      {
        set: { ...set, updatedAt: iso(world.now()) },
        if: `#state IN (${from.map((_, i) => `:f${i}`).join(', ')})${also ? ` AND ${also.if}` : ''}`,
        names: { '#state': 'state', ...also?.names },
        values: { ...Object.fromEntries(from.map((s, i) => [`:f${i}`, s])), ...also?.values },
        returns: 'ALL_NEW',
      },
    );
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
};

/** Everything that somebody must still see, oldest first. */
export const openDeliveries = (
  world: World,
  open: NonNullable<Delivery['open']>,
  { before, limit, cursor }: { before?: number; limit?: number; cursor?: string } = {},
) =>
  world.db.query(noticesTable, {
    index: 'open',
    where: before === undefined ? '#open = :open' : '#open = :open AND dueAt <= :before',
    names: { '#open': 'open' },
    values: { ':open': open, ...(before !== undefined && { ':before': iso(before) }) },
    limit,
    cursor,
  });

import type { Delivery, Handout } from './handout';

/** The deliveries that count. */
export const countedDeliveries = (deliveries: readonly Delivery[]): Delivery[] =>
  deliveries.filter(({ struck }) => struck === undefined);

/** How many copies communes received in bulk. */
export const bulkOf = ({ deliveries }: Pick<Handout, 'deliveries'>): number =>
  countedDeliveries(deliveries).reduce((sum, { amount }) => sum + amount, 0);

export interface HandoutTotals {
  printed: number;
  /** People who received a copy. */
  people: number;
  /** Copies that communes received in bulk. */
  bulk: number;
  /** Copies that are left; negative where more was given than printed. */
  left: number;
}

/**
 * How many copies were printed, given and are left. A mediator who is marked in a commune got a copy of those that the
 * commune received, so only marks of events take further copies. Pure.
 */
export const totalsOf = (
  { printed, deliveries }: Pick<Handout, 'printed' | 'deliveries'>,
  given: ReadonlyMap<string, unknown>,
): HandoutTotals => {
  const bulk = bulkOf({ deliveries });
  const atEvents = [...given.keys()].filter((id) => id.startsWith('reg_')).length;
  return { printed, people: given.size, bulk, left: printed - bulk - atEvents };
};

/** What each commune received, in all. */
export const unitTotals = (deliveries: readonly Delivery[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { unitId, amount } of countedDeliveries(deliveries))
    sums.set(unitId, (sums.get(unitId) ?? 0) + amount);
  return sums;
};

import type { World } from '../../platform/world/world';
import { findMediators } from '../mediators/find';
import type { Mediator } from '../mediators/mediator';

/**
 * Records of one person with those that were merged with them: the ones that went, and the one that stayed. No call where
 * nothing was merged.
 */
export const withMerged = async (world: World, records: readonly Mediator[]): Promise<Mediator[]> => {
  const stayed = await findMediators(
    world,
    records.flatMap(({ merged }) => merged?.into ?? []),
  );
  const went = await findMediators(
    world,
    [...records, ...stayed].flatMap(({ absorbed = [] }) => absorbed),
  );
  return [...new Map([...records, ...stayed, ...went].map((one) => [one.id, one])).values()];
};

import { NOTHING_EXPECTED } from '../inquiries/expected';
import { invalid, Problem } from '../platform/problem/problem';
import { nextVersion } from '../platform/store/optimistic-lock';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { type DecideInput, outcomesOf, type Point, pointItems, pointKey } from './point';
import { getPoint } from './read';

/**
 * Accepts or declines a paper, or answers a difficulty. The decision can be changed; what was passed to a body is
 * answered there. Idempotent.
 * @throws Problem missing; invalid `point-outcome` at `outcome`; conflict `point-passed`; stale `inquiry-stale`
 */
export const decidePoint = async (
  world: World,
  id: string,
  { version, outcome, words }: DecideInput,
): Promise<Point> => {
  const { point } = await getPoint(world, id);
  if (!outcomesOf(point.sort).includes(outcome)) throw invalid('outcome', 'point-outcome');
  if (point.passedAt) throw new Problem('conflict', 'point-passed');
  if (point.outcome === outcome && point.outcomeWords === words) return point;
  const at = iso(world.now());
  const written = await world.db.updateIf<Point>(pointItems, pointKey(id), {
    ...nextVersion(version, {
      set: { outcome, outcomeWords: words, decidedAt: at, updatedAt: at, ...NOTHING_EXPECTED },
    }),
    returns: 'ALL_NEW',
  });
  if (!written.ok) throw new Problem('stale', 'inquiry-stale');
  return written.item!;
};

import { newClaimId } from '../../platform/keys/ids';
import { Problem } from '../../platform/problem/problem';
import { type Indicator, type IndicatorInput, unitOf } from './indicators';
import type { Task } from './plan';

/**
 * The indicators of a task as they are stored: those that were there keep their ids, so that typed results stay with
 * them. Nothing where there are none.
 * @throws Problem invalid `indicator-unknown` at each id that the task does not have
 */
export const withIndicators = (
  inputs: readonly IndicatorInput[],
  before: readonly Indicator[] = [],
): Pick<Task, 'indicators'> => {
  const known = new Set(before.map(({ id }) => id));
  const seen = new Set<string>();
  const unknown = inputs.flatMap(({ id }, i) => {
    if (id === undefined) return [];
    const isFirst = known.has(id) && !seen.has(id);
    seen.add(id);
    return isFirst ? [] : [{ path: `indicators.${i}.id`, code: 'indicator-unknown' }];
  });
  if (unknown.length > 0) throw new Problem('invalid', 'invalid', {}, unknown);
  const indicators = inputs.map(({ id = newClaimId(), name, source, unit, goal }) => ({
    id,
    name,
    source,
    unit: unitOf({ source, unit }),
    goal,
  }));
  return indicators.length > 0 ? { indicators } : {};
};

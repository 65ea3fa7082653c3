import { mustBeInForce } from '../../directory/units/choose';
import { isCommune } from '../../directory/units/levels';
import { readUnits } from '../../directory/units/list';
import { invalid } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { mustHaveCome } from './decision';
import type { TeamInput } from './team';

/**
 * Checks what was filled in of a team.
 * @param unitBefore the commune that it has: it may have ended since
 * @throws Problem invalid `unit-unknown`, `unit-ended`, `team-unit-level` on `unitId`; `day-ahead` on `founded.on`
 */
export const checkTeam = async (world: World, input: TeamInput, unitBefore?: string): Promise<void> => {
  mustHaveCome(world, input.founded?.on, 'founded.on');
  if (input.unitId === unitBefore) return;
  const unit = mustBeInForce(await readUnits(world, input.unitId), input.unitId);
  if (!isCommune(unit)) throw invalid('unitId', 'team-unit-level');
};

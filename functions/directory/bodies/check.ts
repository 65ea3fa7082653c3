import { invalid } from '../../platform/problem/problem';
import { folded } from '../../platform/text/vietnamese';
import type { World } from '../../platform/world/world';
import { listUnits } from '../units/list';
import type { BodyInput } from './body';
import { listBodies } from './list';

/**
 * Checks an entry of the directory. Two bodies of one name would be invited twice; an unknown unit would give
 * the body no area.
 * @param id of the body that is edited; absent for a new one
 * @throws Problem invalid `body-twice` on `name`, `unit-unknown` on `unitId`
 */
export const checkBody = async (world: World, input: BodyInput, id?: string): Promise<void> => {
  const name = folded(input.name);
  const twin = (await listBodies(world)).find((b) => b.id !== id && folded(b.name) === name);
  if (twin) throw invalid('name', 'body-twice');
  if (input.unitId && !(await listUnits(world)).some((u) => u.id === input.unitId))
    throw invalid('unitId', 'unit-unknown');
};

import type { Body } from '../../../functions/directory/bodies/body';
import { listBodies } from '../../../functions/directory/bodies/list';
import { listUnits } from '../../../functions/directory/units/list';
import type { Unit } from '../../../functions/directory/units/unit';
import type { World } from '../../../functions/platform/world/world';

/** Where people come from: the districts and communes in force, and the bodies of the directory. */
export interface Places {
  units: readonly Unit[];
  bodies: readonly Body[];
}

export const readPlaces = async (world: World): Promise<Places> => {
  const [units, bodies] = await Promise.all([listUnits(world), listBodies(world)]);
  return { units, bodies };
};

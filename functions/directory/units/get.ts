import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { readUnits } from './list';
import type { Unit } from './unit';

/** One unit, in force or not. @throws Problem missing `unit-unknown` */
export const getUnit = async (world: World, id: string): Promise<Unit> => {
  const unit = (await readUnits(world, id)).all.find((u) => u.id === id);
  if (!unit) throw new Problem('missing', 'unit-unknown');
  return unit;
};

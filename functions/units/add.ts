import type * as z from 'zod';
import { newId } from '../ids';
import { invalid } from '../problem';
import { iso } from '../time';
import type { World } from '../world';
import { forgetUnits, listUnits } from './list';
import { type Unit, type UnitInput, unitsTable } from './unit';

/** Adds a unit below another, e.g. a commune to its district; valid from today. */
export const addUnit = async (
  world: World,
  input: z.output<typeof UnitInput>,
  more: Partial<Pick<Unit, 'id' | 'validFrom' | 'validTo' | 'pilot' | 'sample'>> = {},
): Promise<Unit> => {
  if (input.parentId) {
    const units = await listUnits(world);
    if (!units.some((u) => u.id === input.parentId)) throw invalid('parentId', 'unit-unknown');
    if (units.some((u) => u.parentId === input.parentId && u.name === input.name && u.kind === input.kind))
      throw invalid('name', 'unit-twice');
  }
  const id = more.id ?? newId('unit', world.now());
  const unit: Unit = {
    pk: 'unit',
    sk: id,
    id,
    ...input,
    validFrom: iso(world.now()).slice(0, 10),
    ...more,
  };
  await world.db.put(unitsTable, unit, { if: 'attribute_not_exists(pk)' });
  forgetUnits(world);
  return unit;
};

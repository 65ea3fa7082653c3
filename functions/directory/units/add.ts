import { newId } from '../../platform/keys/ids';
import { localDate } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { checkedUnit } from './check';
import { forgetUnits, readUnits } from './list';
import { type Unit, type UnitInput, unitsTable } from './unit';

/**
 * Adds a unit below another, e.g. a commune to its district or province; valid from today, if nothing else is said.
 * @throws Problem invalid `unit-unknown`, `unit-parent` on `parentId`; `unit-twice` on `name`
 */
export const addUnit = async (
  world: World,
  input: UnitInput,
  more: Partial<Pick<Unit, 'id' | 'validFrom' | 'validTo' | 'pilot' | 'sample'>> = {},
): Promise<Unit> => {
  forgetUnits(world); // what another function added within the minute counts as well
  const { all } = await readUnits(world);
  const validFrom = more.validFrom ?? localDate(world.now());
  const unit = newUnit(world, checkedUnit(all, input, { from: validFrom }), { ...more, validFrom });
  const written = await world.db.putIf(unitsTable, unit, { if: 'attribute_not_exists(pk)' });
  if (!written.ok) throw new Error(`${unit.id} exists already`);
  forgetUnits(world);
  return unit;
};

/** A unit as it is stored, of an input that was checked. */
export const newUnit = (
  world: World,
  input: UnitInput,
  more: Pick<Unit, 'validFrom'> & Partial<Unit>,
): Unit => {
  const id = more.id ?? newId('unit', world.now());
  return { pk: 'unit', sk: id, id, version: 1, ...input, ...more };
};

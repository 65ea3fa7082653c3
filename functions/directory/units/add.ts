import { newId } from '../../platform/keys/ids';
import { localDate } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { checkedUnit } from './check';
import { forgetUnits, readUnits } from './list';
import { type Unit, unitsTable } from './unit';
import type { UnitInput } from './unit-input';
import { writeNamed } from './unit-name';

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
  await storeUnit(world, unit);
  return unit;
};

/** Stores a new unit with its name. @throws Problem invalid `unit-twice` on `name` where another one was first */
export const storeUnit = async (world: World, unit: Unit): Promise<void> => {
  const put = { table: unitsTable, put: unit, if: 'attribute_not_exists(pk)' };
  const isNew = await writeNamed(world, put, unit);
  forgetUnits(world);
  if (!isNew) throw new Error(`${unit.id} exists already`);
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

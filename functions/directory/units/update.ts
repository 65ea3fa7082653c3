import { invalid, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { checkedUnit } from './check';
import { getUnit } from './get';
import { levelOf } from './levels';
import { forgetUnits, readUnits } from './list';
import { type Unit, unitsTable } from './unit';
import type { UnitInput } from './unit-input';
import { writeNamed } from './unit-name';
import type { Day } from './validity';

/** The version of a unit that was read; those of before edits have none. */
export const versionOf = ({ version = 1 }: Unit): number => version;

/**
 * Corrects what is on file of a unit: a slip in its name, its kind, what it lies in, its first day. A unit that got
 * another name by a decision is ended, with the new one as its successor. Registrations keep the name that they have.
 * @param version the version that the editor read
 * @throws Problem missing `unit-unknown`; stale `unit-stale`; invalid as `checkedUnit` says, `unit-level-fixed` on
 *   `kind`, `unit-from-late` on `validFrom`
 */
export const updateUnit = async (
  world: World,
  id: string,
  version: number,
  { validFrom, ...input }: UnitInput & { validFrom?: Day | undefined },
): Promise<Unit> => {
  forgetUnits(world);
  const unit = await getUnit(world, id);
  // Its successors, and what lies below it, were chosen for its level.
  if (levelOf(input) !== levelOf(unit)) throw invalid('kind', 'unit-level-fixed');
  const from = validFrom ?? unit.validFrom;
  if (unit.validTo && from > unit.validTo) throw invalid('validFrom', 'unit-from-late');
  const { all } = await readUnits(world);
  const checked = checkedUnit(all, input, { id, from });
  const { name, kind, parentId, code } = checked;
  return changeUnit(world, unit, version, { name, kind, parentId, code, validFrom: from });
};

/**
 * Writes a change of a unit that was read.
 * @throws Problem stale `unit-stale` where another editor was first; invalid `unit-twice` where another unit has its
 *   name: on `name`, or on `validTo` if the name stays
 */
export const changeUnit = async (
  world: World,
  unit: Unit,
  version: number,
  set: { [field in keyof Unit]?: Unit[field] | undefined },
): Promise<Unit> => {
  if (version !== versionOf(unit)) throw new Problem('stale', 'unit-stale');
  const given = Object.entries({ ...unit, ...set, version: version + 1, by: world.db.actor });
  const after = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as unknown as Unit;
  const named = { before: unit, path: 'name' in set ? 'name' : 'validTo' };
  try {
    const update = {
      table: unitsTable,
      update: { pk: 'unit', sk: unit.id },
      set: { ...set, version: version + 1 },
      if: unit.version === undefined ? 'attribute_not_exists(#version)' : '#version = :version',
      names: { '#version': 'version' },
      ...(unit.version !== undefined && { values: { ':version': version } }),
    };
    if (!(await writeNamed(world, update, after, named))) throw new Problem('stale', 'unit-stale');
    return after;
  } finally {
    forgetUnits(world);
  }
};

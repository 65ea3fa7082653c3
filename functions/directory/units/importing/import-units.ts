import { type HeadedTable, readTable } from '../../../platform/sheets/headed-table';
import type { Sheet } from '../../../platform/sheets/sheet';
import { forEachOf } from '../../../platform/store/for-each-of';
import { localDate } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { newUnit, storeUnit } from '../add';
import { type Level, levelOf } from '../levels';
import { forgetUnits, readUnits } from '../list';
import { changeUnit, versionOf } from '../update';
import type { Day } from '../validity';
import { planUnits, type UnitPlan } from './plan-units';
import { UNIT_HEADINGS, type UnitColumn } from './unit-columns';

/** A province before the reform had 160, with its districts. */
const MOST_ROWS = 500;

/** What lies below a unit that could not be added must not be there without it. */
const LEVELS: readonly Level[] = ['province', 'district', 'commune'];

export interface UnitsAsked {
  source: string | readonly Sheet[];
  /** From when units are in force whose row does not say. */
  from?: Day | undefined;
}

export interface PlannedImport extends UnitPlan {
  columns: HeadedTable<UnitColumn>['columns'];
}

/**
 * Reads a list of units and decides what would be done with each row. Writes nothing.
 * @throws Problem invalid at `list`: `table-heading-missing`, `list-empty`, `too-many-rows`
 */
export const previewUnits = async (world: World, { source, from }: UnitsAsked): Promise<PlannedImport> => {
  const { columns, rows } = readTable(source, UNIT_HEADINGS, { needed: 'name', most: MOST_ROWS });
  forgetUnits(world);
  const plan = planUnits(await readUnits(world), rows, {
    from: from ?? localDate(world.now()),
    make: (input, validFrom) => newUnit(world, input, { validFrom }),
  });
  return { columns, ...plan };
};

/**
 * Writes what `previewUnits` shows: new units first, then the ends. Rows that are refused are left out. Idempotent: a
 * list that is sent again, also after a fault, goes on where it stopped.
 * @throws Problem stale `unit-stale` where another editor changed one of the units that end; invalid `unit-twice` where
 *   a colleague has just added one of them
 */
export const importUnits = async (world: World, asked: UnitsAsked): Promise<PlannedImport> => {
  const plan = await previewUnits(world, asked);
  try {
    const added = plan.rows.flatMap(({ outcome, unit }) => (outcome === 'new' && unit ? [unit] : []));
    for (const level of LEVELS) {
      const { refused } = await forEachOf(
        added.filter((unit) => levelOf(unit) === level),
        (unit) => storeUnit(world, unit),
      );
      if (refused[0]) throw refused[0].problem;
    }
    for (const { unit, validTo, successorIds } of plan.ends)
      await changeUnit(world, unit, versionOf(unit), {
        validTo,
        successorIds: successorIds.length ? successorIds : undefined,
      });
  } finally {
    forgetUnits(world);
  }
  return plan;
};

import { localDate } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Unit, unitsTable } from './unit';
import { type Day, treeOn } from './validity';

/** Units change a few times a year, so a warm function keeps them for a minute. */
const FRESH_MS = 60_000;
const kept = new WeakMap<object, Units & { at: number }>();

/** Every unit that there ever was, and the tree of those in force on a day; both in the order of their names. */
export interface Units {
  day: Day;
  all: readonly Unit[];
  inForce: readonly Unit[];
}

/**
 * All units, and those in force today. At most one call a minute.
 * @param named an id that a request names: where the kept units lack it, it is asked for, and all are read again if
 *   another function has added it
 */
export const readUnits = async (world: World, named?: string): Promise<Units> => {
  const units = await keptUnits(world);
  if (!named || units.all.some(({ id }) => id === named)) return units;
  const added = await world.db.get(unitsTable, { pk: 'unit', sk: named }, { consistent: true });
  if (!added) return units;
  forgetUnits(world);
  return keptUnits(world);
};

const keptUnits = async (world: World): Promise<Units> => {
  const now = world.now();
  const day = localDate(now);
  const known = kept.get(world.settings);
  if (known?.day === day && now - known.at < FRESH_MS && now >= known.at) return known;
  const all = await world.db.all(unitsTable, {
    where: 'pk = :pk',
    values: { ':pk': 'unit' },
    consistent: true,
  });
  all.sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  const units = { at: now, day, all, inForce: treeOn(all, day) };
  kept.set(world.settings, units);
  return units;
};

/** The units in force today: what new things may name. */
export const listUnits = async (world: World): Promise<readonly Unit[]> => (await readUnits(world)).inForce;

/** Every unit, ended ones too: what old things name. Rights over an area are asked of these. */
export const allUnits = async (world: World): Promise<readonly Unit[]> => (await readUnits(world)).all;

/** After a change, the next list reads the table again. */
export const forgetUnits = (world: World): void => void kept.delete(world.settings);

/** The unit and everything above it, nearest first. */
export const lineage = (units: readonly Unit[], id: string | undefined): Unit[] => {
  const line: Unit[] = [];
  for (let unit = units.find((u) => u.id === id); unit && !line.includes(unit); ) {
    line.push(unit);
    const { parentId } = unit;
    unit = units.find((u) => u.id === parentId);
  }
  return line;
};

/** Whether a unit is that one, or lies below it. */
export const liesIn = (units: readonly Unit[], id: string | undefined, above: string): boolean =>
  lineage(units, id).some((unit) => unit.id === above);

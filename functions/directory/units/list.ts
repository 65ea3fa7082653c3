import { localDate } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Unit, unitsTable } from './unit';

/** Units change a few times a year, so a warm function keeps them for a minute. */
const FRESH_MS = 60_000;
const kept = new WeakMap<object, { at: number; units: Unit[] }>();

/** Every unit that is valid at `now`, in the order of their names. At most one call a minute. */
export const listUnits = async (world: World): Promise<Unit[]> => {
  const now = world.now();
  const known = kept.get(world.settings);
  if (known && now - known.at < FRESH_MS && now >= known.at) return known.units;
  const today = localDate(now);
  const units = (await world.db.all(unitsTable, { where: 'pk = :pk', values: { ':pk': 'unit' } }))
    .filter((u) => u.validFrom <= today && (!u.validTo || u.validTo > today))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  kept.set(world.settings, { at: now, units });
  return units;
};

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

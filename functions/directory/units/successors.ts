import { levelOf } from './levels';
import { liesIn, type Units } from './list';
import type { Unit } from './unit';

/** The units that name this one as their successor. */
export const predecessorsOf = (all: readonly Unit[], id: string): Unit[] =>
  all.filter(({ successorIds }) => successorIds?.includes(id));

/**
 * The units that a unit is today: itself while it is in force, else its successors, or theirs where they have ended
 * too. Empty where it ended without any.
 */
export const unitsNow = ({ all, inForce }: Units, id: string): Unit[] => {
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  const now = new Map(inForce.map((unit) => [unit.id, unit]));
  const seen = new Set<string>();
  const found: Unit[] = [];
  const visit = (at: string) => {
    if (seen.has(at)) return;
    seen.add(at);
    const unit = now.get(at);
    if (unit) found.push(unit);
    else for (const next of byId.get(at)?.successorIds ?? []) visit(next);
  };
  visit(id);
  return found;
};

/** Areas are asked once for each registration of a list, of the same few units. */
const areas = new WeakMap<readonly Unit[], Map<string, ReadonlySet<string>>>();

/**
 * The ids of all units that an officer of a unit looks after: the unit, what lies below it, and what was merged into
 * these. People who belonged to a commune that ended are looked after by its successors, each of them where it was
 * divided. A district that ended without another district in its place has no such successor: its own records stay
 * with its officers and the province.
 */
export const areaOf = (all: readonly Unit[], id: string): ReadonlySet<string> => {
  const known = areas.get(all) ?? new Map<string, ReadonlySet<string>>();
  areas.set(all, known);
  const area = known.get(id) ?? collectArea(all, id);
  known.set(id, area);
  return area;
};

const collectArea = (all: readonly Unit[], top: string): ReadonlySet<string> => {
  const area = new Set<string>();
  const addAllIn = (id: string) => {
    for (const unit of all) if (liesIn(all, unit.id, id)) add(unit);
  };
  const add = (unit: Unit) => {
    if (area.has(unit.id)) return;
    area.add(unit.id);
    for (const before of predecessorsOf(all, unit.id)) {
      if (levelOf(before) !== levelOf(unit)) continue;
      // What lay below a unit that was divided went to one part or the other, by its own successors.
      if (before.successorIds?.length === 1) addAllIn(before.id);
      else add(before);
    }
  };
  addAllIn(top);
  return area;
};

/** Whether a thing that names a unit belongs to an area. */
export const isInArea = (all: readonly Unit[], id: string | undefined, area: string): boolean =>
  id !== undefined && areaOf(all, area).has(id);

/**
 * Whether people of a unit may fill the quota of another: it lies there; or the quota's unit has ended, and the
 * unit took over from what lay there.
 */
export const mayFillQuotaOf = ({ all, inForce }: Units, id: string, quotaUnit: string): boolean => {
  if (liesIn(all, id, quotaUnit)) return true;
  if (inForce.some((unit) => unit.id === quotaUnit)) return liesIn(inForce, id, quotaUnit);
  const seen = new Set<string>();
  const tookOver = (at: string): boolean =>
    predecessorsOf(all, at).some((before) => {
      if (seen.has(before.id)) return false;
      seen.add(before.id);
      return liesIn(all, before.id, quotaUnit) || tookOver(before.id);
    });
  return tookOver(id);
};

/** The names by which a unit's area was known before, but for its own name. */
export const formerUnits = ({ all, day }: Pick<Units, 'all' | 'day'>, id: string): Unit[] => {
  const own = all.find((unit) => unit.id === id);
  if (!own) return [];
  return predecessorsOf(all, id).filter(
    (unit) => levelOf(unit) === levelOf(own) && unit.name !== own.name && (unit.validTo ?? '') <= day,
  );
};

const otherNames = new WeakMap<Units, Map<string, string>>();

/**
 * By which other names a unit is looked for: those of what was merged into it, and, where it has ended, of what it is
 * now. In one text, empty where there are none.
 */
export const otherNamesOf = (units: Units, id: string | undefined): string => {
  if (id === undefined) return '';
  const known = otherNames.get(units) ?? new Map<string, string>();
  otherNames.set(units, known);
  const before = known.get(id);
  if (before !== undefined) return before;
  const others = [...formerUnits(units, id), ...unitsNow(units, id).filter((unit) => unit.id !== id)];
  const names = [...new Set(others.map(({ name }) => name))].join(', ');
  known.set(id, names);
  return names;
};

import { folded, spoken } from '../../../platform/text/vietnamese';
import { lineage, type Units } from '../list';
import { predecessorsOf } from '../successors';
import type { Unit } from '../unit';
import { hasEnded, isInForce } from '../validity';

/** A unit as a text may name it. */
export interface KnownUnit {
  unit: Unit;
  /** Its name for comparing: as it is spoken, and without accents. */
  said: string;
  key: string;
  /** The same without blanks. */
  letters: string;
  inForce: boolean;
  /** The units that it lies or lay in, and those that it took over from. */
  above: ReadonlySet<Unit>;
}

export interface KnownUnits {
  units: Units;
  known: readonly KnownUnit[];
  byName: ReadonlyMap<string, readonly KnownUnit[]>;
}

const prepared = new WeakMap<Units, KnownUnits>();

/** The units in force and those that have ended, ready to be found by name. Kept as long as the list of units. */
export const knownUnits = (units: Units): KnownUnits => {
  const before = prepared.get(units);
  if (before) return before;
  const { all, inForce, day } = units;
  const known = all
    .filter((unit) => isInForce(unit, day) || hasEnded(unit, day))
    .map((unit): KnownUnit => {
      const key = folded(unit.name);
      return {
        unit,
        said: spoken(unit.name),
        key,
        letters: key.replaceAll(' ', ''),
        inForce: isInForce(unit, day),
        above: aboveOf(all, inForce, unit),
      };
    });
  const byName = new Map<string, KnownUnit[]>();
  for (const one of known) byName.set(one.key, [...(byName.get(one.key) ?? []), one]);
  const made = { units, known, byName };
  prepared.set(units, made);
  return made;
};

/** A list still says "xã Hòn Nghệ, huyện Kiên Lương" when the district has ended, and "xã Gò Quao, huyện Gò Quao". */
const aboveOf = (all: readonly Unit[], inForce: readonly Unit[], unit: Unit): ReadonlySet<Unit> => {
  const above = new Set<Unit>();
  const add = (one: Unit) => {
    for (const up of [...lineage(all, one.id), ...lineage(inForce, one.id)])
      if (up.id !== unit.id) above.add(all.find(({ id }) => id === up.id)!);
  };
  add(unit);
  const visit = (id: string, seen: ReadonlySet<string>) => {
    for (const before of predecessorsOf(all, id))
      if (!seen.has(before.id)) {
        add(before);
        visit(before.id, new Set([...seen, before.id]));
      }
  };
  visit(unit.id, new Set([unit.id]));
  return above;
};

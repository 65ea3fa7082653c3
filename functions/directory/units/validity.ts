import type { Unit } from './unit';

/** A day as units count it: `2025-07-01`, in Vietnam. */
export type Day = string;

export const isInForce = ({ validFrom, validTo }: Unit, day: Day): boolean =>
  validFrom <= day && (!validTo || validTo > day);

/** Was in force, and is no longer. A unit that ended on its first day was entered by mistake: it never was one. */
export const hasEnded = ({ validFrom, validTo }: Unit, day: Day): boolean =>
  Boolean(validTo && validTo <= day && validTo > validFrom);

/**
 * The units in force on a day. Each lies below the nearest unit that is in force as well: when a district ends, a
 * commune that goes on lies directly below the province.
 */
export const treeOn = (all: readonly Unit[], day: Day): Unit[] => {
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  const aboveOf = (unit: Unit): string | undefined => {
    const seen = new Set<string>();
    let id = unit.parentId;
    while (id && !seen.has(id)) {
      seen.add(id);
      const above = byId.get(id);
      if (!above || isInForce(above, day)) return id;
      // A province that was merged into another one passes on what lies below it.
      id = above.parentId ?? (above.successorIds?.length === 1 ? above.successorIds[0] : undefined);
    }
    return undefined;
  };
  return all
    .filter((unit) => isInForce(unit, day))
    .map((unit) => {
      const parentId = aboveOf(unit);
      if (parentId === unit.parentId) return unit;
      const { parentId: _ended, ...alone } = unit;
      return parentId ? { ...alone, parentId } : alone;
    });
};

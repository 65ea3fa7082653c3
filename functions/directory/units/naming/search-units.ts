import { found } from '../../../platform/text/search';
import { lineage, type Units } from '../list';
import { formerUnits, unitsNow } from '../successors';
import type { Unit } from '../unit';
import { unitLabel } from '../words';
import { findUnits } from './find-units';
import { knownUnits } from './known-units';

/**
 * The units that a search finds, ended ones too: first those that the text names as lists do ("TX. Hà Tiên", "UBND
 * xã Định An") with what they are today, then by words of the name, of names before and after a merger, and of the
 * code.
 */
export const searchUnits = (units: Units, typed: string): Unit[] => {
  const { named, now } = findUnits(units, typed);
  const byWords = found(
    knownUnits(units).known.map(({ unit }) => unit),
    typed,
    (unit) => ({
      texts: [
        unitLabel(unit),
        ...[...formerUnits(units, unit.id), ...unitsNow(units, unit.id)].map(({ name }) => name),
        ...lineage(units.all, unit.id).slice(1).map(unitLabel),
      ],
      numbers: [unit.code],
    }),
  );
  return [...new Map([...named, ...now, ...byWords].map((unit) => [unit.id, unit])).values()];
};

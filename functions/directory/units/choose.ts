import { type FieldError, Problem } from '../../platform/problem/problem';
import { shortDay } from '../../platform/time/format-date';
import type { Units } from './list';
import { unitsNow } from './successors';
import type { Unit } from './unit';
import { unitLabel } from './words';

/** Why a unit cannot be chosen: there is none, or it has ended; then with what it is now. */
export const refusalOfUnit = (units: Units, id: string, path = 'unitId'): FieldError => {
  const unit = units.all.find((u) => u.id === id);
  if (!unit || unit.validFrom > units.day) return { path, code: 'unit-unknown' };
  return {
    path,
    code: 'unit-ended',
    detail: {
      name: unitLabel(unit),
      since: shortDay(unit.validTo ?? ''),
      now: unitsNow(units, id).map(unitLabel).join('; '),
    },
  };
};

/**
 * The unit that a new thing names; one that has ended is refused, never replaced by a successor without a question.
 * @throws Problem invalid `unit-unknown`, `unit-ended`
 */
export const mustBeInForce = (units: Units, id: string, path = 'unitId'): Unit => {
  const unit = units.inForce.find((u) => u.id === id);
  if (!unit) throw new Problem('invalid', 'invalid', {}, [refusalOfUnit(units, id, path)]);
  return unit;
};

import { isCommune, isDistrict } from '../../../functions/directory/units/levels';
import type { Units } from '../../../functions/directory/units/list';
import { formerUnits } from '../../../functions/directory/units/successors';
import type { Unit } from '../../../functions/directory/units/unit';
import { unitLabel } from '../../../functions/directory/units/words';
import type { Option } from '../../ui/form';

/** The name of a unit as people say it; empty where there is no such unit. */
export const unitName = (units: readonly Unit[], id: string): string => {
  const unit = units.find((u) => u.id === id);
  return unit ? unitLabel(unit) : '';
};

const optionOf = (unit: Unit): Option => ({ value: unit.id, label: unitLabel(unit) });

export const districtOptions = (units: readonly Unit[]): Option[] => units.filter(isDistrict).map(optionOf);

/** Whether there are districts between the province and the communes. */
export const hasDistricts = (units: readonly Unit[]): boolean => units.some(isDistrict);

const parentIn = (units: readonly Unit[], unit: Unit) => units.find((u) => u.id === unit.parentId);

/** The communes that lie directly below the province. */
export const communesOfProvince = (units: readonly Unit[]): Unit[] =>
  units.filter((unit) => {
    const above = parentIn(units, unit);
    return isCommune(unit) && !(above && isDistrict(above));
  });

/** The largest areas below the province: its districts, and the communes directly below it. */
export const areaOptions = (units: readonly Unit[]): Option[] => [
  ...districtOptions(units),
  ...communesOfProvince(units).map(optionOf),
];

/**
 * The communes: each under its district's name, those directly below the province under the province's. Where there
 * are no districts they have no groups.
 * @param known adds the names by which people knew a commune before: "Xã Gò Quao (Định An, Thới Quản)"
 */
export const communeOptions = (units: readonly Unit[], known?: Units): (Option & { group?: string })[] => {
  const grouped = hasDistricts(units);
  const label = (unit: Unit) => {
    const former = known ? formerUnits(known, unit.id).map(({ name }) => name) : [];
    return former.length ? `${unitLabel(unit)} (${former.join(', ')})` : unitLabel(unit);
  };
  return units.filter(isCommune).map((unit) => {
    const above = grouped ? parentIn(units, unit) : undefined;
    return { value: unit.id, label: label(unit), ...(above && { group: unitLabel(above) }) };
  });
};

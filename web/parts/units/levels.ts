import type { Unit } from '../../../functions/directory/units/unit';
import { unitLabel } from '../../../functions/directory/units/words';
import type { Option } from '../../ui/form';

export const isDistrict = ({ kind }: Unit) => kind === 'district' || kind === 'city';
export const isCommune = ({ kind }: Unit) => kind === 'commune' || kind === 'ward' || kind === 'township';

/** The name of a unit as people say it; empty where there is no such unit. */
export const unitName = (units: readonly Unit[], id: string): string => {
  const unit = units.find((u) => u.id === id);
  return unit ? unitLabel(unit) : '';
};

export const districtOptions = (units: readonly Unit[]): Option[] =>
  units.filter(isDistrict).map((u) => ({ value: u.id, label: unitLabel(u) }));

/** The communes of the districts, each under its district's name. */
export const communeOptions = (units: readonly Unit[]): (Option & { group: string })[] =>
  units
    .filter(isDistrict)
    .flatMap((district) =>
      units
        .filter((u) => u.parentId === district.id && isCommune(u))
        .map((u) => ({ value: u.id, label: unitLabel(u), group: unitLabel(district) })),
    );

import type { Unit, UnitKind } from './unit';

export type Level = 'province' | 'district' | 'commune';

const LEVEL: Record<UnitKind, Level> = {
  province: 'province',
  city: 'district',
  town: 'district',
  district: 'district',
  commune: 'commune',
  ward: 'commune',
  township: 'commune',
  'special-zone': 'commune',
};

type Kind = Pick<Unit, 'kind'>;

export const levelOf = ({ kind }: Kind): Level => LEVEL[kind];
export const isDistrict = (unit: Kind): boolean => levelOf(unit) === 'district';
export const isCommune = (unit: Kind): boolean => levelOf(unit) === 'commune';

/**
 * On which levels a unit may lie directly below another. Until 2025-06-30 communes lay below districts; since then
 * the province has communes directly below it (Resolution 203/2025/QH15).
 */
const ABOVE: Record<Level, readonly Level[]> = {
  province: [],
  district: ['province'],
  commune: ['district', 'province'],
};

export const mayLieBelow = (unit: Kind, parent: Kind): boolean =>
  ABOVE[levelOf(unit)].includes(levelOf(parent));

import { levelOf } from '../levels';
import type { Units } from '../list';
import type { Unit } from '../unit';

/** The units that figures are counted by: the districts that are in force, or the communes where there are no districts. */
export const shownUnits = ({ inForce }: Pick<Units, 'inForce'>): Unit[] => {
  const districts = inForce.filter((unit) => levelOf(unit) === 'district');
  return districts.length > 0 ? districts : inForce.filter((unit) => levelOf(unit) === 'commune');
};

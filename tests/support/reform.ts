import { forgetUnits } from '../../functions/directory/units/list';
import { type Unit, unitsTable } from '../../functions/directory/units/unit';
import { DAY, localDate } from '../../functions/platform/time/dates';
import type { World } from '../../functions/platform/world/world';
import { addPlaces, unit } from './places';

/** Communes of Gò Quao that end in the reform, beside Định An. */
const THOI_QUAN = unit('unt_thoiquan', 'Thới Quản', 'commune', 'unt_goquao');
const THUY_LIEU = unit('unt_thuylieu', 'Thủy Liễu', 'commune', 'unt_goquao');

/** The district of Gò Quao and its communes before the reform; and the other districts of the tests. */
export const addPlacesBefore = async (world: World): Promise<void> => {
  await addPlaces(world);
  await world.db.putMany(unitsTable, [THOI_QUAN, THUY_LIEU]);
  forgetUnits(world);
};

/**
 * Yesterday the district of Gò Quao ended with its communes: Định An and Thủy Liễu were merged into Gò Quao Mới, which
 * lies directly below the province; Thới Quản was divided between it and a new Thủy Liễu.
 */
export const reform = async (world: World): Promise<void> => {
  const validTo = localDate(world.now() - DAY);
  const ended = (old: Unit, ...successorIds: string[]): Unit => ({ ...old, validTo, successorIds });
  const made = (id: string, name: string): Unit => ({
    ...unit(id, name, 'commune', 'unt_kg'),
    validFrom: validTo,
  });
  await world.db.putMany(unitsTable, [
    made('unt_goquaomoi', 'Gò Quao Mới'),
    made('unt_thuylieumoi', 'Thủy Liễu'),
    ended(unit('unt_dinhan', 'Định An', 'commune', 'unt_goquao'), 'unt_goquaomoi'),
    ended(THOI_QUAN, 'unt_goquaomoi', 'unt_thuylieumoi'),
    ended(THUY_LIEU, 'unt_goquaomoi'),
    ended(unit('unt_goquao', 'Gò Quao', 'district', 'unt_kg'), 'unt_goquaomoi', 'unt_thuylieumoi'),
  ]);
  forgetUnits(world);
};

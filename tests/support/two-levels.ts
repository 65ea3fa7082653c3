import { forgetUnits } from '../../functions/directory/units/list';
import { type Unit, unitsTable } from '../../functions/directory/units/unit';
import { newId } from '../../functions/platform/keys/ids';
import type { World } from '../../functions/platform/world/world';
import { unit } from './places';

const FIRST = 'An Vĩnh Hòa Thạnh Bình Phú Mỹ Định Tân Đông Long Châu'.split(' ');
const SECOND = 'Biên Thuận Hưng Phong Lợi Thành Giang Phước Lộc Điền Quới'.split(' ');

/** Made up, each once: real communes have names of such words. */
const nameOf = (n: number): string =>
  [FIRST[n % FIRST.length], SECOND[Math.floor(n / FIRST.length) % SECOND.length], n >= 132 ? 'Bắc' : '']
    .filter(Boolean)
    .join(' ');

const REFORM = '2025-07-01';

/**
 * A province of two levels with as many communes as An Giang has, three of them special zones. Each was made of two
 * communes, whose names it does not have. Ids are random, as those of a real system.
 */
export const addTwoLevels = async (world: World, communes = 102): Promise<Unit[]> => {
  const idOf = () => newId('unit', world.now());
  const now = Array.from({ length: communes }, (_, i): Unit => {
    const kind = i < 3 ? 'special-zone' : i < 17 ? 'ward' : 'commune';
    return { ...unit(idOf(), nameOf(i), kind, 'unt_kg'), validFrom: REFORM };
  });
  const before = now.flatMap(({ id }, i) =>
    [0, 1].map(
      (k): Unit => ({
        ...unit(idOf(), nameOf(communes + ((2 * i + k) % 160)), 'commune', 'unt_goquao'),
        validTo: REFORM,
        successorIds: [id],
      }),
    ),
  );
  await world.db.putMany(unitsTable, [
    unit('unt_kg', 'Kiên Giang', 'province'),
    { ...unit('unt_goquao', 'Gò Quao', 'district', 'unt_kg'), validTo: REFORM },
    ...now,
    ...before,
  ]);
  forgetUnits(world);
  return now;
};

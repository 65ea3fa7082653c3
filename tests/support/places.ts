import { forgetUnits } from '../../functions/directory/units/list';
import { type Unit, unitsTable } from '../../functions/directory/units/unit';
import type { World } from '../../functions/platform/world/world';

/** The 15 district-level units of the province in 2021; their communes `mẫu …` are made up. */
export const DISTRICTS = [
  ['rachgia', 'Rạch Giá', 'city'],
  ['hatien', 'Hà Tiên', 'city'],
  ['phuquoc', 'Phú Quốc', 'city'],
  ['kienluong', 'Kiên Lương', 'district'],
  ['hondat', 'Hòn Đất', 'district'],
  ['tanhiep', 'Tân Hiệp', 'district'],
  ['chauthanh', 'Châu Thành', 'district'],
  ['giongrieng', 'Giồng Riềng', 'district'],
  ['goquao', 'Gò Quao', 'district'],
  ['anbien', 'An Biên', 'district'],
  ['anminh', 'An Minh', 'district'],
  ['vinhthuan', 'Vĩnh Thuận', 'district'],
  ['kienhai', 'Kiên Hải', 'district'],
  ['uminhthuong', 'U Minh Thượng', 'district'],
  ['giangthanh', 'Giang Thành', 'district'],
] as const;

/** The few that most tests need. */
const FEW: readonly string[] = ['rachgia', 'goquao', 'anminh'];

export const unit = (id: string, name: string, kind: Unit['kind'], parentId?: string): Unit => ({
  pk: 'unit',
  sk: id,
  id,
  name,
  kind,
  ...(parentId && { parentId }),
  validFrom: '2021-01-01',
});

const put = async (world: World, districts: Unit[], communes: Unit[]): Promise<void> => {
  await world.db.putMany(unitsTable, [unit('unt_kg', 'Kiên Giang', 'province'), ...districts, ...communes]);
  forgetUnits(world);
};
const districts = () => DISTRICTS.map(([id, name, kind]) => unit(`unt_${id}`, name, kind, 'unt_kg'));

/** The province with three of its districts, two of them with a commune. */
export const addPlaces = (world: World): Promise<void> =>
  put(
    world,
    districts().filter((d) => FEW.includes(d.id.slice(4))),
    [
      unit('unt_dinhan', 'Định An', 'commune', 'unt_goquao'),
      unit('unt_donghoa', 'Đông Hòa', 'commune', 'unt_anminh'),
    ],
  );

/** All districts, with communes as many as there were (144), so that pages have their true size. */
export const addWholeProvince = (world: World, communesEach = 10): Promise<void> =>
  put(
    world,
    districts(),
    DISTRICTS.flatMap(([id, name]) =>
      Array.from({ length: communesEach }, (_, i) =>
        unit(`unt_${id}_${i + 1}`, `mẫu ${name} ${i + 1}`, 'commune', `unt_${id}`),
      ),
    ),
  );

import { addUnit } from '../../functions/directory/units/add';
import { readTiles, setTiles } from '../../functions/directory/units/tiles/tile-map';
import { plain } from '../../functions/platform/text/text';
import type { World } from '../../functions/platform/world/world';
import data from './units-kien-giang-2021.json';

/** `Gò Quao` → `unt_goquao` */
export const districtId = (name: string) => `unt_${plain(name).replaceAll(' ', '')}`;
export const PROVINCE = 'unt_kiengiang';
export const districts = data.districts.map((d) => ({ ...d, id: districtId(d.name) }));

/** Plan 77 began the pilot; it goes on. */
const PILOT = { from: 2021 };

/** The province and its districts of 2021: true names, without an end, since the demo stands before 2025. */
export const seedUnits = async (world: World): Promise<void> => {
  const { validFrom } = data;
  const { code, name } = data.province;
  await addUnit(world, { name, kind: 'province', code }, { id: PROVINCE, validFrom });
  for (const d of districts)
    await addUnit(
      world,
      { name: d.name, kind: d.kind as 'city' | 'district', code: d.code, parentId: PROVINCE },
      { id: d.id, validFrom, ...(d.pilot && { pilot: PILOT }) },
    );
};

/** About where the districts lie, from the north-west to the south-east. */
const MAP = [
  ['', 'Hà Tiên', 'Giang Thành', '', ''],
  ['Phú Quốc', 'Kiên Lương', 'Hòn Đất', 'Tân Hiệp', ''],
  ['', 'Kiên Hải', 'Rạch Giá', 'Châu Thành', 'Giồng Riềng'],
  ['', '', 'An Biên', 'U Minh Thượng', 'Gò Quao'],
  ['', '', 'An Minh', 'Vĩnh Thuận', ''],
];

export const seedTileMap = async (world: World): Promise<void> => {
  const { version } = await readTiles(world);
  await setTiles(
    world,
    version,
    MAP.map((row) => row.map((name) => (name ? districtId(name) : ''))),
  );
};

/** Communes are entered by organizers: these are samples. Two in each pilot district, one in some others. */
const COMMUNES_IN = [
  'Gò Quao',
  'Gò Quao',
  'Châu Thành',
  'Châu Thành',
  'An Biên',
  'An Minh',
  'Giồng Riềng',
  'Hòn Đất',
  'Tân Hiệp',
  'Phú Quốc',
];

export const communes = COMMUNES_IN.map((district, i) => ({
  id: `unt_mau_${i + 1}`,
  name: `mẫu ${i + 1}`,
  parentId: districtId(district),
  pilot: i < 4,
}));

export const seedSampleCommunes = async (world: World): Promise<void> => {
  for (const { id, name, parentId, pilot } of communes)
    await addUnit(
      world,
      { name, kind: 'commune', parentId },
      { id, validFrom: data.validFrom, sample: true, ...(pilot && { pilot: PILOT }) },
    );
};

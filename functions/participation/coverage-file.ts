import { type Download, XLSX } from '../platform/files/download';
import { xlsxFile } from '../platform/files/xlsx-file';
import { localDate } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import type { Coverage, Covered } from './coverage';
import { percent, sharesWords } from './goals';

type Row = Covered & { name: string };

const COUNTED: readonly [head: string, width: number, (row: Row) => string | number][] = [
  ['Địa bàn', 32, ({ name }) => name],
  ['Hòa giải viên', 16, ({ mediators }) => mediators],
  ['Đã tập huấn', 16, ({ trained }) => trained],
  ['Tỷ lệ', 10, percent],
];
const AIMED: typeof COUNTED = [
  ['Mục tiêu', 18, ({ aim }) => (aim ? sharesWords(aim.shares) : 'Chưa đặt')],
  ['Cần tập huấn', 16, ({ aim }) => aim?.needed ?? ''],
  ['Còn thiếu (người)', 18, ({ aim }) => aim?.missing ?? ''],
];

/** How many were trained, by unit, with the goals where a year is counted; the whole stands last. */
export const coverageFile = async (
  world: World,
  { units, all, year }: Pick<Coverage, 'units' | 'all' | 'year'>,
): Promise<Download> => {
  const columns = year === undefined ? COUNTED : [...COUNTED, ...AIMED];
  const rows: Row[] = [...units, { name: 'Toàn địa bàn', ...all }];
  const body = await xlsxFile({
    name: year === undefined ? 'Đã tập huấn' : `Đã tập huấn năm ${year}`,
    columns: columns.map(([head, width]) => ({ head, width })),
    rows: rows.map((row) => columns.map(([, , cell]) => cell(row))),
  });
  return {
    name: `da-tap-huan-${year === undefined ? '' : `${year}-`}${localDate(world.now())}.xlsx`,
    type: XLSX,
    body,
  };
};

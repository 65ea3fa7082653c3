import { lineage, type Units } from '../directory/units/list';
import { unitLabel } from '../directory/units/words';
import { type Download, XLSX } from '../platform/files/download';
import { xlsxFile } from '../platform/files/xlsx-file';
import { showPhone } from '../platform/text/phone';
import { localDate } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { GENDER_WORDS, ROLE_WORDS } from '../register/mediators/traits';
import type { Coverage } from './coverage';

type Row = Coverage['never'][number];

const COLUMNS: readonly [head: string, width: number, (row: Row, units: Units) => string | number][] = [
  ['Họ và tên', 28, ({ mediator }) => mediator.fullName],
  ['Giới tính', 10, ({ mediator: { gender } }) => (gender ? GENDER_WORDS[gender] : '')],
  ['Năm sinh', 10, ({ mediator }) => mediator.yearOfBirth ?? ''],
  ['Vai trò trong tổ', 16, ({ mediator }) => ROLE_WORDS[mediator.role]],
  ['Số điện thoại', 16, ({ mediator: { phone } }) => (phone ? showPhone(phone) : '')],
  ['Tổ hòa giải', 28, ({ team }) => team.name],
  ['Đơn vị', 40, ({ team }, { all }) => lineage(all, team.unitId).map(unitLabel).join(', ')],
];

/** The mediators who were never seen at a training, as a list for the offices that nominate them. */
export const neverTrainedFile = async (
  world: World,
  units: Units,
  never: Coverage['never'],
): Promise<Download> => {
  const body = await xlsxFile({
    name: 'Chưa được tập huấn',
    columns: COLUMNS.map(([head, width]) => ({ head, width })),
    rows: never
      .filter(({ mediator }) => !mediator.restricted)
      .map((row) => COLUMNS.map(([, , cell]) => cell(row, units))),
  });
  return { name: `hoa-giai-vien-chua-tap-huan-${localDate(world.now())}.xlsx`, type: XLSX, body };
};

import type { Account } from '../../directory/accounts/account';
import { isCommune } from '../../directory/units/levels';
import { lineage, readUnits, type Units } from '../../directory/units/list';
import { isInArea } from '../../directory/units/successors';
import { unitLabel } from '../../directory/units/words';
import { type Download, XLSX } from '../../platform/files/download';
import { xlsxFile } from '../../platform/files/xlsx-file';
import type { World } from '../../platform/world/world';
import { GENDER_WORDS, GENDERS, ROLE_WORDS, ROLES_IN_TEAM } from '../mediators/traits';
import { mustRegister, ownAreaOf } from '../teams/may';
import type { MediatorColumn } from './columns';

interface SampleColumn {
  head: string;
  width: number;
  /** An invented person. */
  example: string;
  /** All that the reader takes; absent where it takes any text. */
  allowed?: readonly string[];
}

/** How each column that the reader knows is headed in the sample. A new column does not compile before it stands here. */
const COLUMNS: Record<MediatorColumn, SampleColumn> = {
  fullName: { head: 'Họ và tên', width: 28, example: 'Danh Thị Mẫu Ví Dụ' },
  yearOfBirth: { head: 'Năm sinh', width: 10, example: '1975' },
  gender: {
    head: 'Giới tính',
    width: 10,
    example: GENDER_WORDS.female,
    allowed: GENDERS.map((gender) => GENDER_WORDS[gender]),
  },
  ethnicity: { head: 'Dân tộc', width: 12, example: '' },
  qualification: { head: 'Trình độ', width: 20, example: 'Trung cấp Luật' },
  number: { head: 'Số QĐ công nhận', width: 18, example: '12/QĐ-UBND' },
  on: { head: 'Ngày quyết định', width: 14, example: '12/10/2019' },
  role: {
    head: 'Chức danh',
    width: 16,
    example: ROLE_WORDS.mediator,
    allowed: ROLES_IN_TEAM.map((role) => ROLE_WORDS[role]),
  },
  position: { head: 'Nghề nghiệp', width: 20, example: 'Chi hội trưởng phụ nữ ấp' },
  phone: { head: 'SĐT', width: 14, example: '0900 000 950' },
  team: { head: 'Tổ hòa giải', width: 28, example: 'Ấp Hòa Bình' },
  unit: { head: 'Xã', width: 20, example: '' },
};

const columns = Object.values(COLUMNS);

/** What stands before the columns: the reader does not know it. */
const NOTE = { head: 'Ghi chú', width: 34 };

/** A commune of the account's area, as a list names it; none where there is none. */
const communeFor = ({ all, inForce }: Units, account: Account | undefined): string => {
  const area = ownAreaOf(account);
  const commune = inForce.find(
    (unit) => isCommune(unit) && (area === undefined || isInArea(all, unit.id, area)),
  );
  return commune ? lineage(all, commune.id).map(unitLabel).join(', ') : '';
};

/**
 * A list to be filled in: the heads that the reader knows, an example, and below it the values that it takes. Rows without
 * a name are not read.
 * @throws Problem forbidden
 */
export const mediatorSample = async (world: World, account: Account | undefined): Promise<Download> => {
  const units = await readUnits(world);
  mustRegister('edit', account, units.all);
  const unitName = communeFor(units, account);
  const most = Math.max(...columns.map(({ allowed = [] }) => allowed.length));
  const body = await xlsxFile({
    name: 'Hòa giải viên',
    columns: [NOTE, ...columns.map(({ head, width }) => ({ head, width }))],
    rows: [
      [
        'Ví dụ, vui lòng xóa trước khi gửi',
        ...columns.map((column) => (column === COLUMNS.unit ? unitName : column.example)),
      ],
      ...Array.from({ length: most }, (_, i) => [
        i === 0 ? 'Giá trị được nhận (xóa được)' : '',
        ...columns.map(({ allowed = [] }) => allowed[i] ?? ''),
      ]),
    ],
    blank: 50,
  });
  return { name: 'mau-danh-sach-hoa-giai-vien.xlsx', type: XLSX, body };
};

import { type Download, XLSX } from '../../platform/files/download';
import { xlsxFile } from '../../platform/files/xlsx-file';
import type { Mode } from '../event/event-input';
import type { ReadAs } from './reading/headings/read-as';

interface TemplateColumn {
  readAs: ReadAs | null;
  head: string;
  /** In characters. */
  width: number;
  sample: string;
}

/** In the order in which an office writes. The reader knows the row of "Ví dụ" and takes nobody from it. */
const COLUMNS: readonly TemplateColumn[] = [
  { readAs: null, head: 'STT', width: 8, sample: 'Ví dụ' },
  { readAs: 'fullName', head: 'Họ và tên', width: 28, sample: 'Nguyễn Thị Mẫu' },
  { readAs: 'phone', head: 'Số điện thoại', width: 16, sample: '0912 345 678' },
  { readAs: 'unit', head: 'Xã, phường', width: 24, sample: 'Xã Mẫu' },
  { readAs: 'position', head: 'Chức vụ', width: 22, sample: 'Trưởng ấp' },
  { readAs: 'teamName', head: 'Tổ hòa giải', width: 24, sample: 'Tổ hòa giải ấp Mẫu' },
  { readAs: 'teamRole', head: 'Vai trò trong tổ', width: 16, sample: 'Tổ trưởng' },
  { readAs: 'gender', head: 'Giới tính', width: 10, sample: 'Nữ' },
  { readAs: 'yearOfBirth', head: 'Năm sinh', width: 10, sample: '1975' },
  { readAs: 'email', head: 'Email', width: 28, sample: 'mau@example.com' },
];
const ATTENDANCE: TemplateColumn = {
  readAs: 'attendance',
  head: 'Hình thức tham dự',
  width: 18,
  sample: 'Trực tiếp',
};

/** Rows to fill in whose cells are text, so that a phone keeps its zero. */
const BLANK = 200;

/** The columns of the template. @param mode the event is held both ways: each person may take part in either */
export const templateColumns = (mode?: Mode): readonly TemplateColumn[] =>
  mode === 'both' ? [...COLUMNS, ATTENDANCE] : COLUMNS;

/** An empty list to fill in: headings that are read, one example that is not, wide enough columns. */
export const listTemplate = async (mode?: Mode): Promise<Download> => {
  const columns = templateColumns(mode);
  const body = await xlsxFile({
    name: 'Danh sách',
    columns,
    rows: [columns.map(({ sample }) => sample)],
    blank: BLANK,
  });
  return { name: 'mau-danh-sach.xlsx', type: XLSX, body };
};

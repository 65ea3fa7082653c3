import { Problem } from '../../platform/problem/problem';
import { plain } from '../../platform/text/text';
import { cellsOf } from './cells';

/** The columns that a list may have, by the words that stand at their head. */
const COLUMNS = {
  fullName: ['ho va ten', 'ho ten', 'ten', 'full name'],
  phone: ['so dien thoai', 'dien thoai', 'sdt', 'dt', 'phone'],
  unit: ['don vi', 'don vi hanh chinh', 'xa', 'xa phuong', 'xa, phuong, thi tran', 'dia ban'],
  district: ['huyen', 'huyen, thanh pho', 'quan, huyen'],
  body: ['co quan', 'co quan, to chuc', 'to chuc'],
  position: ['chuc vu', 'chuc vu, cong viec', 'chuc danh', 'position'],
  teamName: ['to hoa giai', 'to'],
  teamRole: ['vai tro', 'vai tro trong to'],
  gender: ['gioi tinh', 'nam/nu', 'gioi'],
  yearOfBirth: ['nam sinh', 'ngay sinh', 'sinh nam'],
  email: ['email', 'thu dien tu'],
  interpreter: ['phien dich tieng khmer', 'phien dich'],
  access: ['ho tro khac', 'ho tro'],
  attendance: ['hinh thuc', 'hinh thuc tham du', 'tham du'],
} as const;
export type Column = keyof typeof COLUMNS;

/** Without a head, the columns stand in this order. */
const DEFAULT_ORDER: readonly Column[] = ['fullName', 'phone', 'unit', 'position'];
const HEAD_WITHIN = 10;

/** One row of a list as it was written, nothing judged yet. */
export interface ListRow {
  /** As in the text, from 1. */
  row: number;
  cells: string[];
  said: Partial<Record<Column, string>>;
}

/**
 * Reads a list: cells between tabs, with or without a head, running numbers ignored.
 * @param most rows
 * @throws Problem `too-many-rows`
 */
export const readRows = (text: string, most: number): ListRow[] => {
  const rows = cellsOf(text)
    .map((cells, i) => ({ row: i + 1, cells }))
    .filter(({ cells }) => cells.some(Boolean));
  // A list often has its title above the head.
  const at = rows.slice(0, HEAD_WITHIN).findIndex(({ cells }) => columnsOf(cells));
  const head = rows[at] && columnsOf(rows[at].cells);
  if (rows.length - (at + 1) > most) throw new Problem('too-large', 'too-many-rows', { max: most });
  const order = head ?? DEFAULT_ORDER;
  return rows.slice(at + 1).map(({ row, cells }) => {
    const shifted = !head && /^\d{1,5}[.)]?$/.test(cells[0] ?? '') ? cells.slice(1) : cells;
    const said = order.flatMap((name, i) => (name && shifted[i] ? [[name, asText(shifted[i])]] : []));
    return { row, cells, said: Object.fromEntries(said) };
  });
};

/** Which column is which, where the row names at least a name and a phone. */
const columnsOf = (cells: readonly string[]): (Column | undefined)[] | undefined => {
  const names = cells.map((cell) => {
    const said = plain(cell);
    return (Object.keys(COLUMNS) as Column[]).find((name) =>
      (COLUMNS[name] as readonly string[]).includes(said),
    );
  });
  return names.includes('fullName') && names.includes('phone') ? names : undefined;
};

/** Our own export puts an apostrophe before what a spreadsheet would take for a formula. */
const asText = (cell: string): string => cell.replace(/^'(?=[=+\-@＝＋－＠])/, '');

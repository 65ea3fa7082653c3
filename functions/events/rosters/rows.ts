import { Problem } from '../../platform/problem/problem';
import { plain } from '../../platform/text/text';
import { PERSON_FIELDS, type PersonField } from '../registrations/person-fields';
import { cellsOf } from './cells';

/** Columns that are not a person's field by themselves, by their heads without accents. */
const OTHER_COLUMNS = {
  unit: ['don vi', 'don vi hanh chinh', 'xa', 'xa phuong', 'xa, phuong, thi tran', 'dia ban'],
  district: ['huyen', 'huyen, thanh pho', 'quan, huyen'],
  body: ['co quan', 'co quan, to chuc', 'to chuc'],
  attendance: ['hinh thuc', 'hinh thuc tham du', 'tham du'],
} as const;

export type PersonColumn = keyof typeof PERSON_FIELDS;
export type Column = PersonColumn | keyof typeof OTHER_COLUMNS;

/** Every head that is understood, and its column. Fields that refer to a unit or body are read by its name. */
const COLUMN_OF = new Map<string, Column>([
  ...Object.entries<PersonField>(PERSON_FIELDS).flatMap(([name, { column, named }]) =>
    column && !named
      ? [plain(column.head), ...(column.alsoHeaded ?? [])].map((head) => [head, name as Column] as const)
      : [],
  ),
  ...Object.entries(OTHER_COLUMNS).flatMap(([name, heads]) =>
    heads.map((head) => [head, name as Column] as const),
  ),
]);

/** The order of the columns in a list without a head. */
const DEFAULT_ORDER: readonly Column[] = ['fullName', 'phone', 'unit', 'position'];
const HEAD_WITHIN = 10;

/** One row of a list, not judged yet. */
export interface ListRow {
  /** Its number in the text, from 1. */
  row: number;
  /** All cells as they were written. */
  written: string[];
  /** The cells by their column. */
  cells: Partial<Record<Column, string>>;
}

/**
 * Splits a list into rows and columns: cells between tabs, with or without a head; running numbers are ignored.
 * @param most rows
 * @throws Problem `too-many-rows`
 */
export const readRows = (text: string, most: number): ListRow[] => {
  const rows = cellsOf(text)
    .map((written, i) => ({ row: i + 1, written }))
    .filter(({ written }) => written.some(Boolean));
  // A list often has its title above the head.
  const at = rows.slice(0, HEAD_WITHIN).findIndex(({ written }) => columnsOf(written));
  const head = rows[at] && columnsOf(rows[at].written);
  if (rows.length - (at + 1) > most) throw new Problem('too-large', 'too-many-rows', { max: most });
  const order = head ?? DEFAULT_ORDER;
  return rows.slice(at + 1).map(({ row, written }) => {
    const numbered = !head && /^\d{1,5}[.)]?$/.test(written[0] ?? '');
    const values = numbered ? written.slice(1) : written;
    const cells = order.flatMap((name, i) => (name && values[i] ? [[name, asText(values[i])]] : []));
    return { row, written, cells: Object.fromEntries(cells) };
  });
};

/** The columns, if the row is a head: it has at least a name and a phone. */
const columnsOf = (written: readonly string[]): (Column | undefined)[] | undefined => {
  const names = written.map((cell) => COLUMN_OF.get(plain(cell)));
  return names.includes('fullName') && names.includes('phone') ? names : undefined;
};

/** The exported list has an apostrophe before text that a spreadsheet would take for a formula. */
const asText = (cell: string): string => cell.replace(/^'(?=[=+\-@＝＋－＠])/, '');

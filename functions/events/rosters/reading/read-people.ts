import type { FieldError } from '../../../platform/problem/problem';
import { plain } from '../../../platform/text/text';
import type { Cell, Sheet, SheetRow } from './grid/sheet';
import { columnsOf, type ListColumn } from './headings/columns';
import { findHeading, type Heading } from './headings/find-heading';
import type { ReadAs } from './headings/read-as';
import { bareHeading } from './headings/words';
import { inUnicode } from './in-unicode';
import type { LeftOut, ListReading } from './list-reading';
import { unitsOfBlocks } from './rows/blocks';
import { isDitto } from './rows/ditto';
import { isRunningNumber } from './rows/kinds-of-row';
import type { ListRow } from './rows/list-row';
import { joined, type PartCells } from './rows/parts';
import { type SortedRow, sortRows } from './rows/sort-rows';
import { saysNone } from './values/none';
import { note } from './values/value';

export interface ReadingOptions {
  /** What a person says that the columns are, by their positions; null: not used. */
  columns?: readonly (ReadAs | null)[] | undefined;
  /** Whether hidden and filtered rows and hidden columns are read as well. */
  withHidden?: boolean | undefined;
  /** Whether a name is one of the units or bodies: alone in a row it begins a group. */
  isPlace?: (name: string) => boolean;
}

/** The order of the columns in a list without a heading. */
const DEFAULT_ORDER: readonly ReadAs[] = ['fullName', 'phone', 'unit', 'position'];

/** Reads a sheet as a list of people. Writes nothing, judges no value: see `readParticulars`. */
export const readPeople = (sheet: Sheet, options: ReadingOptions = {}): ListReading => {
  const { rows, font, was } = inUnicode(sheet.rows);
  const found = findHeading(rows) ?? unknownHeading(rows);
  const columns = chosen(columnsIn(rows, found, sheet.hiddenColumns), options);
  const used = columns.filter(({ hidden }) => options.withHidden || !hidden);
  const missing = found && !options.columns ? missingIn(used) : [];
  const exact = isOwnFile(columns);
  const at = (...names: readonly ReadAs[]) =>
    used.flatMap((c) => (c.readAs && names.includes(c.readAs) ? [c.at] : []));
  const sorted = sortRows(rows, {
    heading: found,
    numberAt: numberColumn(rows, columns),
    phonesAt: at('phone', 'otherPhone'),
    exact,
    withHidden: options.withHidden ?? false,
    isPlace: options.isPlace ?? (() => false),
  });
  const people = missing.length ? [] : listRows(sorted, { used, exact, isHeaded: Boolean(found), was });
  return {
    sheet: sheet.name,
    headingRows: found ? rows.slice(found.at, found.at + found.rows).map(({ row }) => row) : [],
    columns,
    missing,
    rows: people,
    exact,
    leftOut: sorted.flatMap((one): LeftOut[] =>
      one.kind === 'person' ? [] : [{ row: one.row.row, why: one.kind, written: textsOf(one.row) }],
    ),
    namesUnits:
      (found !== undefined || sorted.some(({ kind }) => kind === 'group')) &&
      people.some(({ cells: { unit, district, body } }) => unit || district || body),
    filtered: sheet.filtered,
    ...(font && { oldFont: font }),
  };
};

const textsOf = ({ cells }: SheetRow): string[] =>
  cells.map(({ text, covered }) => (covered === 'left' ? '' : text));

const columnsIn = (
  rows: readonly SheetRow[],
  heading: Heading | undefined,
  hidden: readonly number[],
): ListColumn[] => {
  if (!heading) return byPosition(rows);
  const below = rows.slice(heading.at + heading.rows, heading.at + heading.rows + 50);
  const isName = (text: string) => /^[\p{L}\p{M} .'’-]{1,30}$/u.test(text);
  const goesOn = (at: number) => {
    const texts = below.flatMap(({ cells }) => cells[at]?.text || []);
    return texts.filter(isName).length > texts.length / 2;
  };
  return columnsOf(heading.labels, hidden, goesOn);
};

/** Without a heading the usual order decides, past running numbers. */
const byPosition = (rows: readonly SheetRow[]): ListColumn[] => {
  const numbered = rows.filter(({ cells }) => isRunningNumber(cells[0]?.text ?? '')).length > rows.length / 2;
  const order = numbered ? [null, ...DEFAULT_ORDER] : DEFAULT_ORDER;
  const width = Math.max(0, ...rows.slice(0, 100).map(({ cells }) => cells.length), order.length);
  return Array.from({ length: width }, (_, at) => ({
    at,
    heading: '',
    readAs: order[at] ?? null,
    hidden: false,
  }));
};

const chosen = (columns: readonly ListColumn[], { columns: asked }: ReadingOptions): ListColumn[] =>
  columns.map((column) => {
    const readAs = asked?.[column.at];
    return readAs === undefined ? column : { ...column, readAs };
  });

const missingIn = (columns: readonly ListColumn[]): ('fullName' | 'phone')[] => {
  const has = (...names: readonly ReadAs[]) => columns.some(({ readAs }) => readAs && names.includes(readAs));
  return [
    ...(has('fullName', 'familyName', 'givenName') ? [] : (['fullName'] as const)),
    ...(has('phone', 'otherPhone') ? [] : (['phone'] as const)),
  ];
};

/**
 * A first row of words above a column of phones is a heading, even if none of its words is known: the rows below are
 * then not read by their positions.
 */
const unknownHeading = (rows: readonly SheetRow[]): Heading | undefined => {
  const isPhone = (text = '') => /^\+?\d{9,11}$/.test(text.replace(/[\s.()-]/g, ''));
  const below = rows.slice(1, 50);
  const [first] = rows;
  if (!first || below.length === 0 || first.cells.some(({ text }) => /\d/.test(text))) return undefined;
  const phoneAt = first.cells.findIndex(
    ({ text }, at) =>
      /\p{L}{2}/u.test(text) &&
      below.filter(({ cells }) => isPhone(cells[at]?.text)).length > below.length / 2,
  );
  if (phoneAt < 0) return undefined;
  return { at: 0, rows: 1, labels: first.cells.map(({ text }) => ({ upper: text, lower: '' })) };
};

/** A file that this system exported, or a table with the API's names: its values are taken as they are. */
const isOwnFile = (columns: readonly ListColumn[]): boolean => {
  const heads = new Set(columns.map(({ heading }) => plain(heading)));
  const named = columns.filter(({ heading }) => heading);
  return (
    (heads.has('ma dang ky') && heads.has('can cu dung du lieu')) ||
    (heads.has('fullname') && named.every(({ heading }) => /^[a-z]+([A-Z][a-z]+)*$/.test(heading)))
  );
};

const numberColumn = (rows: readonly SheetRow[], columns: readonly ListColumn[]): number | undefined => {
  const headed = columns.find(({ heading }) =>
    /^(s ?t ?t|tt|so tt|so thu tu|no)\b/.test(bareHeading(heading)),
  );
  if (headed) return headed.at;
  const numbers = rows.filter(({ cells }) => isRunningNumber(cells[0]?.text ?? '')).length;
  return columns[0]?.readAs === null && numbers > rows.length / 3 ? 0 : undefined;
};

/** Where words for none are as good as an empty cell before the rows are compared. */
const PLACES = new Set<ReadAs>(['unit', 'district', 'body']);

interface Reading {
  used: readonly ListColumn[];
  exact: boolean;
  isHeaded: boolean;
  /** Texts in an old font, as they were written, by their cell. */
  was: ReadonlyMap<Cell, string>;
}

const listRows = (sorted: readonly SortedRow[], { used, exact, isHeaded, was }: Reading): ListRow[] => {
  const above: string[] = [];
  const rows = sorted.flatMap((one): ListRow[] => {
    if (one.kind !== 'person') return [];
    const parts: Partial<Record<ReadAs, string[]>> = {};
    const notes: FieldError[] = [];
    for (const { at, readAs } of used) {
      const cell = one.row.cells[at];
      if (!readAs || !cell) continue;
      if (was.has(cell)) notes.push(note(fieldOf(readAs), 'old-font', { said: was.get(cell)! }));
      if (cell.uncalculated) notes.push(note(fieldOf(readAs), 'formula-empty'));
      const repeated = !exact && readAs !== 'fullName' && isDitto(cell.text);
      const text = cell.covered === 'left' ? '' : repeated ? (above[at] ?? '') : cell.text;
      above[at] = text;
      const value = exact ? withoutGuard(text) : text;
      const isNone = PLACES.has(readAs) && saysNone(value);
      if (value && !isNone) parts[readAs] = [...(parts[readAs] ?? []), value];
    }
    const cells = joined(parts as PartCells);
    const { unit, district, teamName } = one.group;
    const own = cells.unit || cells.district || cells.body;
    const whole = {
      ...cells,
      ...(!own && unit && { unit }),
      ...(!own && district && { district }),
      ...(!cells.teamName && teamName && { teamName }),
    };
    return [{ row: one.row.row, written: textsOf(one.row), cells: whole, notes }];
  });
  return exact || !isHeaded ? rows : unitsOfBlocks(rows);
};

const FIELD: Partial<Record<ReadAs, string>> = {
  familyName: 'fullName',
  givenName: 'fullName',
  otherPhone: 'phone',
  birthDay: 'yearOfBirth',
  birthMonth: 'yearOfBirth',
  birthYear: 'yearOfBirth',
  age: 'yearOfBirth',
  male: 'gender',
  female: 'gender',
  unit: 'unitId',
  district: 'unitId',
  body: 'bodyId',
  attendance: 'online',
  positionAndUnit: 'position',
};
const fieldOf = (readAs: ReadAs): string => FIELD[readAs] ?? readAs;

/** The exported list has an apostrophe before text that a spreadsheet would take for a formula. */
const withoutGuard = (text: string): string => text.replace(/^'(?='*[=+\-@＝＋－＠])/, '');

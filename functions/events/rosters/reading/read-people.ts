import { plain } from '../../../platform/text/text';
import type { Sheet, SheetRow } from './grid/sheet';
import { columnsOf, type ListColumn } from './headings/columns';
import { findHeading, type Heading } from './headings/find-heading';
import type { ReadAs } from './headings/read-as';
import { bareHeading } from './headings/words';
import { inUnicode } from './in-unicode';
import type { LeftOut, ListReading } from './list-reading';
import { isRunningNumber } from './rows/kinds-of-row';
import { listRows, textsOf } from './rows/list-rows';
import { sortRows } from './rows/sort-rows';
import { byPosition, unknownHeading } from './without-heading';

export interface ReadingOptions {
  /** What a person says that the columns are, by their positions; null: not used. */
  columns?: readonly (ReadAs | null)[] | undefined;
  /** Whether hidden and filtered rows and hidden columns are read as well. */
  withHidden?: boolean | undefined;
  /** Whether a name is one of the units or bodies: alone in a row it begins a group. */
  isPlace?: (name: string) => boolean;
}

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

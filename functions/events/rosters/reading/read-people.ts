import { bareHeading } from '../../../platform/sheets/bare-heading';
import { withoutGuards } from '../../../platform/sheets/guard';
import type { Cell, Sheet, SheetRow } from '../../../platform/sheets/sheet';
import { plain } from '../../../platform/text/text';
import { chosenColumns } from './headings/chosen-columns';
import { columnsOf, type ListColumn } from './headings/columns';
import { findHeading, type Heading } from './headings/find-heading';
import type { ReadAs } from './headings/read-as';
import { inUnicode } from './in-unicode';
import type { LeftOut, ListReading } from './list-reading';
import { isRunningNumber } from './rows/kinds-of-row';
import { listRows, textsOf } from './rows/list-rows';
import { type SortedRow, sortRows } from './rows/sort-rows';
import { byPosition, unknownHeading } from './without-heading';

export interface ReadingOptions {
  /** What a person says that the columns are, by their positions; null: not used. The others are read as usual. */
  columns?: readonly (ReadAs | null | undefined)[] | undefined;
  /** Whether hidden and filtered rows and hidden columns are read as well. */
  withHidden?: boolean | undefined;
  /** Text that seems to be written for a font of before Unicode stays as it is. */
  keepOldFont?: boolean | undefined;
  /** What this kind of list has no use for: such a column is not used. */
  without?: readonly ReadAs[];
  /** Whether a name is one of the units or bodies: alone in a row it begins a group. */
  isPlace?: (name: string) => boolean;
}

/** Reads a sheet as a list of people. Writes nothing, judges no value: see `readParticulars`. */
export const readPeople = (sheet: Sheet, options: ReadingOptions = {}): ListReading => {
  const { rows: meant, font, was } = inUnicode(sheet.rows);
  // Headings are understood in any case.
  const found = findHeading(meant) ?? unknownHeading(meant);
  const columns = chosenColumns(columnsIn(meant, found, sheet.hiddenColumns), options);
  const exact = isOwnFile(columns);
  const rows = exact ? withoutGuards(sheet).rows : options.keepOldFont ? sheet.rows : meant;
  const used = columns.filter(({ hidden }) => options.withHidden || !hidden);
  const missing = found || options.columns ? missingIn(used) : [];
  const at = (...names: readonly ReadAs[]) =>
    used.flatMap((c) => (c.readAs && names.includes(c.readAs) ? [c.at] : []));
  const sorted = sortRows(rows, {
    heading: found,
    numberAt: numberColumn(rows, columns),
    phonesAt: at('phone', 'otherPhone'),
    namesAt: at('fullName', 'familyName', 'givenName'),
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
    hasUnitColumn: found !== undefined && at('unit', 'district', 'positionAndUnit').length > 0,
    samples: samplesOf(sorted, columns.length),
    filtered: sheet.filtered,
    withHidden: options.withHidden ?? false,
    hidden: {
      rows: rows.filter(({ hidden }) => hidden).length,
      columns: columns.filter(({ hidden, at }) => hidden && rows.some(({ cells }) => cells[at]?.text)).length,
    },
    ...(font &&
      !exact && {
        oldFont: {
          font,
          kept: options.keepOldFont ?? false,
          samples: convertedIn(meant, was, found),
        },
      }),
  };
};

/** Some cells below the heading that are converted, or would be. */
const convertedIn = (
  meant: readonly SheetRow[],
  was: ReadonlyMap<Cell, string>,
  heading: Heading | undefined,
): (readonly [was: string, meant: string])[] => {
  const below = meant.slice(heading ? heading.at + heading.rows : 0).flatMap(({ cells }) => cells);
  return below.flatMap((cell) => (was.has(cell) ? [[was.get(cell)!, cell.text] as const] : [])).slice(0, 3);
};

/** The first text of each column, so that a person knows the column again. */
const samplesOf = (sorted: readonly SortedRow[], width: number): string[][] => {
  const people = sorted.filter(({ kind }) => kind === 'person').slice(0, 20);
  return Array.from({ length: width }, (_, at) =>
    [...new Set(people.flatMap(({ row }) => row.cells[at]?.text || []))].slice(0, 2),
  );
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

import { type FieldError, invalid } from '../../platform/problem/problem';
import { withoutGuards } from '../../platform/sheets/guard';
import { sheetOfTable } from '../../platform/sheets/read-file';
import type { Sheet } from '../../platform/sheets/sheet';
import { sheetText } from '../../platform/sheets/sheet-text';
import { type ChosenSheet, readChosen, type SheetSeen, sheetsSeen } from './reading/choose-sheet';
import type { ReadingOptions } from './reading/read-people';

/** A list as it comes: pasted text, or the sheets of a file. */
export type ListSource = string | readonly Sheet[];

export interface ListOptions extends Omit<ReadingOptions, 'isPlace' | 'without'> {
  /** The name of the sheet to read. */
  sheet?: string | undefined;
}

/** A list that was read, with all that was left out of it. */
export interface OpenedList extends ChosenSheet {
  /** The rows and columns that were read, as text that reads the same: a page's form carries it. */
  text: string;
  /** What is to be said of that text to read it as this list was read; no sheet and nothing hidden is left in it. */
  asText: Pick<ListOptions, 'columns' | 'keepOldFont'>;
}

type Known = Pick<ReadingOptions, 'isPlace' | 'without'>;

/** The sheets of a list, for a person to choose one. */
export const sheetsOf = (source: ListSource, known: Known = {}): readonly SheetSeen[] =>
  sheetsSeen(typeof source === 'string' ? [sheetOfTable(source)] : source, known);

/**
 * Reads a list's sheet, columns and rows. Nothing is judged yet.
 * @throws Problem invalid at `file`: `sheets-several`, `sheet-unknown`
 */
export const openList = (
  source: ListSource,
  known: Known,
  { sheet, ...options }: ListOptions = {},
): OpenedList => {
  const sheets = typeof source === 'string' ? [sheetOfTable(source)] : source;
  const chosen = readChosen(sheets, { ...options, ...known }, sheet);
  const { columns, keepOldFont, withHidden } = options;
  const sheetRead = sheets.find(({ name }) => name === chosen.reading.sheet)!;
  const read = chosen.reading.exact ? withoutGuards(sheetRead) : sheetRead;
  const isText = typeof source === 'string';
  const groupRows = chosen.reading.leftOut.flatMap(({ row, why }) => (why === 'group' ? [row] : []));
  const left = isText || withHidden ? columns : columns?.filter((_, at) => !read.hiddenColumns.includes(at));
  return {
    ...chosen,
    text: isText ? source : sheetText(read, chosen.reading.headingRows, withHidden, groupRows),
    asText: { ...(left && { columns: left }), ...(keepOldFont && { keepOldFont }) },
  };
};

/** Why a list cannot be read at all: its heading does not name what every row needs, or there is no row. */
export const unreadableBy = ({ reading }: ChosenSheet): FieldError | undefined => {
  const [missing] = reading.missing;
  const headings = reading.columns.flatMap(({ heading }) => heading || []).join(' | ');
  if (missing)
    return {
      path: 'list',
      code: missing === 'phone' ? 'phone-column-missing' : 'name-column-missing',
      detail: { headings },
    };
  return reading.rows.length === 0 ? { path: 'list', code: 'list-empty' } : undefined;
};

/** @throws Problem invalid at `list`: `name-column-missing`, `phone-column-missing`, `list-empty` */
export const mustBeReadable = (list: ChosenSheet): void => {
  const error = unreadableBy(list);
  if (error) throw invalid(error.path, error.code, error.detail);
};

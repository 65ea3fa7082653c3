import { invalid } from '../../platform/problem/problem';
import { type ChosenSheet, readChosen } from './reading/choose-sheet';
import { sheetOfText } from './reading/grid/read-file';
import type { Sheet } from './reading/grid/sheet';
import { sheetText } from './reading/grid/sheet-text';
import type { ReadingOptions } from './reading/read-people';

/** A list as it comes: pasted text, or the sheets of a file. */
export type ListSource = string | readonly Sheet[];

export interface ListOptions extends Omit<ReadingOptions, 'isPlace'> {
  /** The name of the sheet to read. */
  sheet?: string | undefined;
}

/** A list that was read, with all that was left out of it. */
export interface OpenedList extends ChosenSheet {
  /** The rows and columns that were read, as text that reads the same: a page's form carries it. */
  text: string;
}

/**
 * Reads a list's sheet, columns and rows. Nothing is judged yet.
 * @throws Problem invalid at `file`: `sheets-several`, `sheet-unknown`
 */
export const openList = (
  source: ListSource,
  isPlace: (name: string) => boolean,
  { sheet, ...options }: ListOptions = {},
): OpenedList => {
  const sheets = typeof source === 'string' ? [sheetOfText(source)] : source;
  const chosen = readChosen(sheets, { ...options, isPlace }, sheet);
  const read = sheets.find(({ name }) => name === chosen.reading.sheet)!;
  return {
    ...chosen,
    text:
      typeof source === 'string' ? source : sheetText(read, chosen.reading.headingRows, options.withHidden),
  };
};

/**
 * A list whose heading does not name what every row needs cannot be read at all.
 * @throws Problem invalid at `list`: `name-column-missing`, `phone-column-missing`, `list-empty`
 */
export const mustBeReadable = ({ reading }: ChosenSheet): void => {
  const [missing] = reading.missing;
  const headings = reading.columns.flatMap(({ heading }) => heading || []).join(' | ');
  if (missing)
    throw invalid('list', missing === 'phone' ? 'phone-column-missing' : 'name-column-missing', { headings });
  if (reading.rows.length === 0) throw invalid('list', 'list-empty');
};

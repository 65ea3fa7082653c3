import type { ListColumn } from './headings/columns';
import type { OldFont } from './old-fonts/old-font';
import type { NoPerson } from './rows/kinds-of-row';
import type { ListRow } from './rows/list-row';

/** A row that is no person, and why. */
export interface LeftOut {
  row: number;
  why: NoPerson;
  written: readonly string[];
}

/** A sheet read as a list of people: everything in it is a row, a column, or said to be left out. */
export interface ListReading {
  sheet: string;
  /** The numbers of the rows that name the columns; empty where there are none and the order of columns decides. */
  headingRows: readonly number[];
  columns: readonly ListColumn[];
  /** What no column was found for, although a heading is there: no row can be read. */
  missing: readonly ('fullName' | 'phone')[];
  rows: readonly ListRow[];
  leftOut: readonly LeftOut[];
  /** Whether the list says of its people where they belong: then no person gets a default unit. */
  namesUnits: boolean;
  /** A file of our own: its texts are taken as they are. */
  exact: boolean;
  /** A filter hides some rows. */
  filtered: boolean;
  /** Text was written for a font of before Unicode, and was converted. */
  oldFont?: OldFont;
}

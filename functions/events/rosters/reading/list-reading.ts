import type { OldFont } from '../../../platform/old-fonts/old-font';
import type { ListColumn } from './headings/columns';
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
  /** Whether a column names units, be its cells empty. */
  hasUnitColumn: boolean;
  /** The first texts of each column, by its position. */
  samples: readonly (readonly string[])[];
  /** A filter hides some rows. */
  filtered: boolean;
  /** How many rows, and how many columns with something in them, are hidden in the file, read or not. */
  hidden: { rows: number; columns: number };
  /** Whether those are read. */
  withHidden: boolean;
  /** Text seems to be written for a font of before Unicode. */
  oldFont?: OldFontFound;
}

interface OldFontFound {
  font: OldFont;
  /** Whether it was left as it is. */
  kept: boolean;
  /** Some cells as they are and as they are meant. */
  samples: readonly (readonly [was: string, meant: string])[];
}

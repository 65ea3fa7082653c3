/** A cell as a list needs it: its text, in one line. */
export interface Cell {
  text: string;
  /** The cell is covered by the merged cell to its left, or above it. It only repeats the text above it. */
  covered?: 'left' | 'above';
  /** A formula whose result the file does not hold. */
  uncalculated?: true;
}

export interface SheetRow {
  /** Its number as a spreadsheet program shows it, from 1. */
  row: number;
  hidden: boolean;
  cells: readonly Cell[];
}

/** A sheet of a file, or a pasted table: rows of cells. Rows without any text are left out. */
export interface Sheet {
  name: string;
  hidden: boolean;
  /** A filter is set, which is why rows may be hidden. */
  filtered: boolean;
  /** A CSV file: where it is our own, text that could be a formula has an apostrophe before it. */
  isCsv?: true;
  /** Positions of hidden columns, from 0. */
  hiddenColumns: readonly number[];
  rows: readonly SheetRow[];
}

/** A cell may hold 32,767 characters; no field of a person takes a tenth of this. */
export const LONGEST_TEXT = 2_000;

/** Columns beyond it hold nothing of a list of people: they are not read. */
export const MOST_COLUMNS = 100;

export const EMPTY: Cell = { text: '' };

/** Text in one line, in the composed form. Invisible marks stay: old fonts use one of them as a letter. */
export const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** A sheet of plain text, as it was pasted. */
export const sheetOf = (rows: readonly (readonly string[])[], name = ''): Sheet => ({
  name,
  hidden: false,
  filtered: false,
  hiddenColumns: [],
  rows: rows
    .map((texts, i) => ({
      row: i + 1,
      hidden: false,
      cells: texts
        .slice(0, MOST_COLUMNS)
        .map((text): Cell => (text ? { text: text.slice(0, LONGEST_TEXT) } : EMPTY)),
    }))
    .filter(({ cells }) => cells.some(({ text }) => text)),
});

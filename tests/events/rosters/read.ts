import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readParticulars } from '../../../functions/events/rosters/particulars';
import { type ChosenSheet, readChosen } from '../../../functions/events/rosters/reading/choose-sheet';
import type { ReadingOptions } from '../../../functions/events/rosters/reading/read-people';
import { sheetOfTable, sheetsOfFile } from '../../../functions/platform/sheets/read-file';

/** A pasted list as it is read: rows of cells, or the text itself. */
export const pasted = (
  list: string | readonly (readonly string[])[],
  options?: ReadingOptions,
): ChosenSheet =>
  readChosen(
    [sheetOfTable(typeof list === 'string' ? list : list.map((row) => row.join('\t')).join('\n'))],
    options,
  );

/** A workbook that LibreOffice wrote: see `workbooks/make.ts`. */
export const workbook = (name: string) =>
  sheetsOfFile(new Uint8Array(readFileSync(join(import.meta.dirname, 'workbooks', `${name}.xlsx`))));

/** What the columns were read as; null for those that are not used. */
export const readAs = ({ reading }: ChosenSheet) => reading.columns.map((column) => column.readAs);

/** The people of a list: what their cells give, by field. */
export const peopleOf = ({ reading }: ChosenSheet) =>
  reading.rows.map(({ cells }) => {
    const { unit, district, body } = cells;
    const place = Object.fromEntries(Object.entries({ unit, district, body }).filter(([, text]) => text));
    return { ...readParticulars(cells, reading.exact).given, ...place };
  });

/** The notes of each row, with what its values are noted for. */
export const notesOf = ({ reading }: ChosenSheet) =>
  reading.rows.map(({ cells, notes }) =>
    [...notes, ...readParticulars(cells, reading.exact).notes].map(({ code }) => code),
  );

export const leftOut = ({ reading }: ChosenSheet) => reading.leftOut.map(({ row, why }) => [row, why]);

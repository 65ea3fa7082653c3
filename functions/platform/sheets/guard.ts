import type { Sheet } from './sheet';

/** The apostrophe of `harmless` (platform/files/csv-file.ts), before what a spreadsheet would take for a formula. */
const GUARD = /^'(?='*[=+\-@＝＋－＠])/;

/** A file of our own as it was before it was written: cells of a workbook need no guard, those of a CSV file have one. */
export const withoutGuards = (sheet: Sheet): Sheet =>
  sheet.isCsv
    ? {
        ...sheet,
        rows: sheet.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) =>
            GUARD.test(cell.text) ? { ...cell, text: cell.text.replace(GUARD, '') } : cell,
          ),
        })),
      }
    : sheet;

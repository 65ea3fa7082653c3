import { converted, type OldFont, oldFontOf } from '../../../platform/old-fonts/old-font';
import type { Cell, SheetRow } from '../../../platform/sheets/sheet';

interface InUnicode {
  /** The rows in Unicode. */
  rows: readonly SheetRow[];
  font?: OldFont;
  /** What stood in the cells that are converted, by the cell as it is meant. */
  was: ReadonlyMap<Cell, string>;
}

/** As many different texts as tell in which font a list is written. */
const ENOUGH = 3_000;

/** Converts what was written for a font of before Unicode; the other cells of the list stay. */
export const inUnicode = (rows: readonly SheetRow[]): InUnicode => {
  const was = new Map<Cell, string>();
  const texts = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ text }) => text || [])));
  const font = oldFontOf([...texts].slice(0, ENOUGH));
  if (!font) return { rows, was };
  const convert = (cell: Cell): Cell => {
    const text = converted(cell.text, font);
    if (text === undefined) return cell;
    const meant = { ...cell, text };
    was.set(meant, cell.text);
    return meant;
  };
  return { rows: rows.map((row) => ({ ...row, cells: row.cells.map(convert) })), font, was };
};

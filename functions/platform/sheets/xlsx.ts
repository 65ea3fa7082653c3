import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { invalid } from '../problem/problem';
import { cellText } from './cell-text';
import { type Cell, EMPTY, MOST_COLUMNS, oneLine, type Sheet, type SheetRow } from './sheet';
import { unpack } from './unpack';

/**
 * The sheets of an .xlsx file, hidden ones too.
 * @throws Problem invalid at `file`: `sheet-too-large`, `sheet-unreadable`
 */
export const readXlsx = async (bytes: Uint8Array): Promise<Sheet[]> => {
  const parts = await unpack(bytes);
  const { read } = await import('@e965/xlsx');
  let book: WorkBook;
  try {
    book = read(parts, { type: 'buffer', dense: true, cellStyles: true, cellNF: true, cellHTML: false });
  } catch {
    throw invalid('file', 'sheet-unreadable');
  }
  if (book.SheetNames.length === 0) throw invalid('file', 'sheet-unreadable');
  return book.SheetNames.map((name, i) => {
    const sheet = book.Sheets[name]!;
    return {
      name,
      hidden: Boolean(book.Workbook?.Sheets?.[i]?.Hidden),
      filtered: Boolean(sheet['!autofilter']),
      hiddenColumns: (sheet['!cols'] ?? []).flatMap((column, at) =>
        column?.hidden && at < MOST_COLUMNS ? [at] : [],
      ),
      rows: rowsOf(sheet),
    };
  });
};

const rowsOf = (sheet: WorkSheet): SheetRow[] => {
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  const grid = new Map<number, Cell[]>();
  // Not `map`: a file may place its last cell a million rows below the others, and the array is sparse.
  for (const at in data) {
    const cells = cellsOf(data[at] ?? []);
    if (cells.length) grid.set(Number(at), cells);
  }
  cover(grid, sheet['!merges'] ?? []);
  return [...grid]
    .sort(([a], [b]) => a - b)
    .map(([at, cells]) => ({ row: at + 1, hidden: Boolean(sheet['!rows']?.[at]?.hidden), cells }));
};

const cellsOf = (row: readonly (CellObject | undefined)[]): Cell[] => {
  const cells: Cell[] = [];
  for (const at in row) {
    if (Number(at) >= MOST_COLUMNS) continue;
    const cell = row[at];
    const text = cell ? oneLine(cellText(cell)) : '';
    if (text) cells[Number(at)] = { text };
    else if (cell?.f) cells[Number(at)] = { text, uncalculated: true };
  }
  return Array.from(cells, (cell) => cell ?? EMPTY);
};

/** Thousands of merged cells may each cover the whole sheet. */
const MOST_COVERED = 1_000_000;

/** The cells that a merged cell covers repeat its text, in the rows that have cells at all. */
const cover = (grid: ReadonlyMap<number, Cell[]>, merges: NonNullable<WorkSheet['!merges']>): void => {
  const rows = [...grid.keys()].sort((a, b) => a - b);
  let covered = 0;
  for (const { s: from, e: to } of merges) {
    const text = grid.get(from.r)?.[from.c]?.text;
    if (!text) continue;
    const last = Math.min(to.c, MOST_COLUMNS - 1);
    for (let i = rows.indexOf(from.r); i < rows.length && rows[i]! <= to.r; i++) {
      covered += last - from.c + 1;
      if (covered > MOST_COVERED) throw invalid('file', 'sheet-too-large');
      coverRow(grid.get(rows[i]!)!, { from: from.c, last, text });
    }
  }
};

const coverRow = (
  cells: Cell[],
  { from, last, text }: { from: number; last: number; text: string },
): void => {
  while (cells.length <= last) cells.push(EMPTY);
  for (let c = from; c <= last; c++)
    if (!cells[c]!.text) cells[c] = { text, covered: c > from ? 'left' : 'above' };
};

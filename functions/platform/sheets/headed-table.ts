import { invalid } from '../problem/problem';
import { bareHeading } from './bare-heading';
import { sheetOfText } from './read-file';
import type { Sheet } from './sheet';

/** What a heading must say to be that of a column, without accents (`bareHeading`); the first rule that fits decides. */
export type Headings<Column extends string> = readonly (readonly [Column, RegExp])[];

export interface TableRow<Column extends string> {
  /** Its number as a spreadsheet program shows it, from 1. */
  row: number;
  cells: Partial<Record<Column, string>>;
}

export interface HeadedTable<Column extends string> {
  /** What each column was read as, by its heading. */
  columns: readonly { heading: string; readAs: Column | null }[];
  rows: readonly TableRow<Column>[];
}

/** A table stands below its title. */
const WITHIN = 30;

/**
 * Reads a table whose columns are named in one row: units or bodies of a directory. Hidden sheets, rows and columns
 * are not read.
 * @param source pasted text, or the sheets of a file: the first with a heading is read
 * @param needed the column without which there is no row
 * @throws Problem invalid at `list`: `table-heading-missing`, `list-empty`, `too-many-rows`
 */
export const readTable = <Column extends string>(
  source: string | readonly Sheet[],
  headings: Headings<Column>,
  { needed, most }: { needed: Column; most: number },
): HeadedTable<Column> => {
  const sheets = typeof source === 'string' ? [sheetOfText(source)] : source;
  for (const sheet of sheets) {
    if (sheet.hidden) continue;
    const rows = sheet.rows
      .filter(({ hidden }) => !hidden)
      .map(({ row, cells }) => ({ row, cells: cells.filter((_, c) => !sheet.hiddenColumns.includes(c)) }));
    const at = rows.slice(0, WITHIN).findIndex(({ cells }) => isHeading(cells, headings, needed));
    if (at < 0) continue;
    const columns = columnsOf(rows[at]!.cells, headings);
    const people = rows.slice(at + 1).flatMap(({ row, cells }): TableRow<Column>[] => {
      const read: Partial<Record<Column, string>> = {};
      for (const [i, { readAs }] of columns.entries()) {
        const text = cells[i]?.covered === 'left' ? '' : (cells[i]?.text ?? '').trim();
        if (readAs && text) read[readAs] = text;
      }
      return read[needed] ? [{ row, cells: read }] : [];
    });
    if (!people.length) throw invalid('list', 'list-empty');
    if (people.length > most) throw invalid('list', 'too-many-rows', { max: most });
    return { columns, rows: people };
  }
  throw invalid('list', 'table-heading-missing');
};

type Cells = Sheet['rows'][number]['cells'];

const columnsOf = <Column extends string>(cells: Cells, headings: Headings<Column>) => {
  const taken = new Set<Column>();
  return cells.map(({ text, covered }) => {
    const bare = covered === 'left' ? '' : bareHeading(text);
    const found = bare
      ? headings.find(([column, rule]) => rule.test(bare) && !taken.has(column))?.[0]
      : undefined;
    if (found) taken.add(found);
    return { heading: text, readAs: found ?? null };
  });
};

/** A title may have one of the words; a heading names two columns at least, or is one cell that is alone. */
const isHeading = <Column extends string>(
  cells: Cells,
  headings: Headings<Column>,
  needed: Column,
): boolean => {
  const read = columnsOf(cells, headings).flatMap(({ readAs }) => readAs ?? []);
  const written = cells.filter(({ text }) => text).length;
  return read.includes(needed) && (read.length > 1 || written === 1);
};

export type Separator = '\t' | ',' | ';';

/** A cell in quotes may hold a line break; a longer one than this is a quote that nobody closed. */
const CELL = 500;

const between = (separator: Separator) =>
  new RegExp(
    `("(?:[^"]|""){0,${CELL}}"(?=[${separator}\\r\\n]|$)|[^${separator}\\r\\n]*)(${separator}|\\r?\\n|\\r|$)`,
    'g',
  );

/** The cells of a table in text, row by row: pasted from Excel (tabs), or a CSV file (RFC 4180). */
export const cellsOf = (text: string, separator: Separator = '\t'): string[][] => {
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of text.matchAll(between(separator))) {
    const said = /^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    rows.at(-1)!.push(oneLine(said));
    if (end !== separator) rows.push([]);
  }
  return rows;
};

/** Back to text that `cellsOf` reads, and that a person may mend in a box. */
export const textOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(oneLine).join('\t').trimEnd()).join('\n');

/** What parts the cells of a CSV file: Excel takes the semicolon where the comma parts decimals, as here. */
export const separatorOf = (csv: string): Separator | undefined => {
  const head = csv.slice(0, 10_000).split(/\r?\n|\r/, 20);
  const most = (separator: Separator) => Math.max(...head.map((line) => line.split(separator).length));
  const best = (['\t', ';', ','] as const).toSorted((a, b) => most(b) - most(a))[0]!;
  return most(best) > 1 ? best : undefined;
};

const oneLine = (cell: string): string => cell.replace(/\s+/g, ' ').trim();

export type Separator = '\t' | ',' | ';';

/** A cell in quotes may contain line breaks. If it would be longer than this, its quote was never closed. */
const LONGEST_QUOTED = 500;

const cellAndEnd = (separator: Separator) =>
  new RegExp(
    `("(?:[^"]|""){0,${LONGEST_QUOTED}}"(?=[${separator}\\r\\n]|$)|[^${separator}\\r\\n]*)(${separator}|\\r?\\n|\\r|$)`,
    'g',
  );

/**
 * The cells of a table in text, row by row: pasted from Excel (tabs), or a CSV file (RFC 4180).
 *
 * Not read by a CSV library: Excel copies `"Tổ 5` as it is, without doubling the quote, and people type
 * quotes too. A library then takes the following rows into the cell, or refuses the whole list; here such a
 * quote is text, and only its own cell is affected.
 */
export const cellsOf = (text: string, separator: Separator = '\t'): string[][] => {
  const rows: string[][] = [[]];
  for (const [, written = '', end] of text.matchAll(cellAndEnd(separator))) {
    const quoted = /^".*"$/s.test(written);
    rows.at(-1)!.push(oneLine(quoted ? written.slice(1, -1).replaceAll('""', '"') : written));
    if (end !== separator) rows.push([]);
  }
  return rows;
};

/** Back to text that `cellsOf` reads, and that people can edit in a text box. */
export const textOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(oneLine).join('\t').trimEnd()).join('\n');

/** The separator of a CSV file. Excel writes semicolons where the comma is the decimal mark, as in Vietnam. */
export const separatorOf = (csv: string): Separator | undefined => {
  const head = csv.slice(0, 10_000).split(/\r?\n|\r/, 20);
  const mostCells = (separator: Separator) => Math.max(...head.map((line) => line.split(separator).length));
  const best = (['\t', ';', ','] as const).toSorted((a, b) => mostCells(b) - mostCells(a))[0]!;
  return mostCells(best) > 1 ? best : undefined;
};

const oneLine = (cell: string): string => cell.replace(/\s+/g, ' ').trim();

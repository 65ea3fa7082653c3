import { oneLine } from './sheet';

export type Separator = '\t' | ',' | ';';

/** A cell in quotes may contain line breaks. If it would be longer than this, its quote was never closed. */
const LONGEST_QUOTED = 500;
const MOST_LINES = 20;

/**
 * The cells of a table in text, row by row: pasted from a spreadsheet (tabs), or a CSV file (RFC 4180).
 *
 * Not read by a CSV library: people write `"` for "the same as above", Excel copies `"Tổ 5` as it is, without
 * doubling the quote, and a library then takes the following rows into the cell. Here a quote opens a cell of several
 * lines only where these lines cannot be rows of their own; otherwise it is text, and no other cell is affected.
 */
export const cellsOf = (text: string, separator: Separator = '\t'): string[][] => {
  const lines = text.split(/\r\n|\n|\r/);
  const widest = widthOf(lines, separator);
  const rows: string[][] = [];
  for (let at = 0; at < lines.length; ) {
    const { cells, taken } = rowAt(lines, at, { separator, widest });
    rows.push(cells.map(oneLine));
    at += taken;
  }
  return rows;
};

/** The most separators in a row, as the lines without quotes show it, or else all lines. */
const widthOf = (lines: readonly string[], separator: Separator): number => {
  // A CSV file may have every cell in quotes.
  const bare = separator === '\t' ? lines.filter((line) => line && !line.includes('"')) : [];
  return (bare.length ? bare : lines).reduce((most, line) => Math.max(most, countOf(separator, line)), 0);
};

const countOf = (separator: string, text: string): number => text.split(separator).length - 1;

interface Shape {
  separator: Separator;
  widest: number;
}

/** The row that begins at a line: this line, or several where a cell in quotes contains line breaks. */
const rowAt = (lines: readonly string[], at: number, shape: Shape): { cells: string[]; taken: number } => {
  const cells: string[] = [];
  let taken = 1;
  let rest: string | undefined = lines[at]!;
  while (rest !== undefined) {
    const quoted: Quoted | undefined = rest.startsWith('"')
      ? quotedCell(rest, lines.slice(at + taken, at + taken + MOST_LINES), shape.separator, cells.length)
      : undefined;
    if (quoted && fits(cells.length, quoted, shape)) {
      cells.push(quoted.cell);
      taken += quoted.lines;
      rest = quoted.rest;
    } else {
      const end: number = rest.indexOf(shape.separator);
      cells.push(end < 0 ? rest : rest.slice(0, end));
      rest = end < 0 ? undefined : rest.slice(end + 1);
    }
  }
  return { cells, taken };
};

interface Quoted {
  cell: string;
  /** How many of the following lines belong to it. */
  lines: number;
  /** What follows its separator; absent at the end of the row. */
  rest: string | undefined;
}

const quotedBefore = (separator: Separator) =>
  new RegExp(`^"((?:[^"]|""){0,${LONGEST_QUOTED}})"(${separator}|\n|$)`);
const QUOTED = { '\t': quotedBefore('\t'), ',': quotedBefore(','), ';': quotedBefore(';') };

/** A cell in quotes at the beginning of the text. */
const quotedCell = (
  text: string,
  below: readonly string[],
  separator: Separator,
  cellsBefore: number,
): Quoted | undefined => {
  // A line may be as long as the list: only its beginning can be a cell.
  const whole = [text, ...below].map((line) => line.slice(0, LONGEST_QUOTED * 2)).join('\n');
  const [all, inner = '', end] = QUOTED[separator].exec(whole) ?? [];
  if (all === undefined || !mayBeOneCell(inner, separator, cellsBefore)) return undefined;
  const lines = countOf('\n', inner);
  if (end !== separator) return { cell: inner.replaceAll('""', '"'), lines, rest: undefined };
  const last = lines === 0 ? text : below[lines - 1]!;
  const rest = last.slice(lines === 0 ? all.length : all.slice(all.lastIndexOf('\n') + 1).length);
  return { cell: inner.replaceAll('""', '"'), lines, rest };
};

/**
 * In pasted text, quotes are put around a cell only where it contains a line break or a quote; `"Tổ tím"` was typed
 * so. A tab always parts cells. A line with as many separators as stand before the cell is a row of its own.
 */
const mayBeOneCell = (inner: string, separator: Separator, cellsBefore: number): boolean => {
  const [, ...others] = inner.split('\n');
  if (others.length > 0 && !inner.trim()) return false;
  if (separator === '\t')
    return !inner.includes('\t') && (others.length > 0 || inner.includes('""')) && inner !== '';
  return others.every((line) => countOf(separator, line) < Math.max(1, cellsBefore));
};

/** A cell of several lines must not make its row wider than the others. */
const fits = (cellsBefore: number, { lines, rest }: Quoted, { separator, widest }: Shape): boolean =>
  lines === 0 || cellsBefore + (rest === undefined ? 0 : 1 + countOf(separator, rest)) <= widest;

/** Ten lines for each person of the longest list: more are not parted into cells at all. */
const MOST_LINES_IN_TABLE = 100_000;

export const hasTooManyLines = (text: string): boolean => {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    if (++lines > MOST_LINES_IN_TABLE) return true;
  return false;
};

/** Back to text that `cellsOf` reads, and that people can edit in a text box. */
export const textOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(written).join('\t').trimEnd()).join('\n');

/** What begins with a quote is written so that it cannot be taken for the beginning of a cell in quotes. */
const written = (cell: string): string => {
  const line = oneLine(cell);
  return line.startsWith('"') ? `"${line.replaceAll('"', '""')}"` : line;
};

/**
 * The separator of a CSV file. Excel writes semicolons where the comma is the decimal mark, as in Vietnam.
 * @param isWide the file is UTF-16: such a file has tabs, however many commas stand in its texts
 */
export const separatorOf = (csv: string, isWide = false): Separator | undefined => {
  const named = /^sep=([,;\t])\r?\n/i.exec(csv)?.[1] as Separator | undefined;
  if (named) return named;
  if (isWide && csv.includes('\t')) return '\t';
  const head = csv.slice(0, 10_000).split(/\r?\n|\r/, 20);
  const seen = (['\t', ';', ','] as const).map((separator) => {
    const counts = head.map((line) => countOf(separator, line)).filter((n) => n > 0);
    // A comma in a title or in an address is not in every line, or not as often.
    const alike = Math.max(0, ...counts.map((n) => counts.filter((other) => other === n).length));
    return { separator, alike, most: Math.max(0, ...counts) };
  });
  const [best] = seen.sort((a, b) => b.alike - a.alike || b.most - a.most);
  return best?.most ? best.separator : undefined;
};

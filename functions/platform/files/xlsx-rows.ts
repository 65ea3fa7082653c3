/** What a cell of a table holds: numbers and days are such for a spreadsheet too. */
export type Cell = string | number | Date | undefined;

/** The numbers of the styles in the workbook. */
export interface Styles {
  text: string;
  moment: string;
}

export interface Rows {
  rows: readonly (readonly Cell[])[];
  /** The letters of each column. */
  letters: readonly string[];
  /** The number of the first row in the sheet. */
  first: number;
  styles: Styles;
  /** Empty rows below, of cells with the style of text. */
  blank: number;
}

/** So many rows are one piece. */
const PIECE = 500;
const DAY_MS = 86_400_000;
/** A spreadsheet reads `_x0041_` as the letter A (ECMA-376, part 1, 22.9.2.19): this sign stands for its first line. */
const LIKE_A_CODE = /_(?=x[\da-f]{4}_)/gi;
/** Days from 30/12/1899, the day 0 of a spreadsheet, to 1/1/1970. */
const EPOCH = 25_569;

/**
 * The rows of a sheet as its file has them (ECMA-376, part 1, 18.3.1.73 and 18.3.1.4), in pieces. Text stands in its
 * cell (`inlineStr`): ten thousand people need no second list of all texts.
 * @param escaped a text as XML has it
 */
export function* rowsOfSheet(
  { rows, letters, first, styles, blank }: Rows,
  escaped: (text: string) => string,
): Generator<string> {
  // Most cells of a list say what another one says, too.
  const known = new Map<string, string>();
  const inXml = (text: string): string => {
    const ready = known.get(text);
    if (ready !== undefined) return ready;
    const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
    const xml = `s="${styles.text}" t="inlineStr"><is><t${space}>${escaped(text.replace(LIKE_A_CODE, '_x005F_'))}</t></is></c>`;
    known.set(text, xml);
    return xml;
  };
  const written = (cell: Cell, address: string): string => {
    if (cell === undefined || cell === '') return '';
    if (typeof cell === 'string') return `<c r="${address}" ${inXml(cell)}`;
    if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
    return `<c r="${address}" s="${styles.moment}"><v>${cell.getTime() / DAY_MS + EPOCH}</v></c>`;
  };
  const row = (nth: number, cells: (letters: string, column: number) => string): string =>
    `<row r="${nth}">${letters.map(cells).join('')}</row>`;
  for (let start = 0; start < rows.length; start += PIECE)
    yield rows
      .slice(start, start + PIECE)
      .map((cells, i) => {
        const nth = first + start + i;
        return row(nth, (column, at) => written(cells[at], column + nth));
      })
      .join('');
  for (let i = 0; i < blank; i++) {
    const nth = first + rows.length + i;
    yield row(nth, (column) => `<c r="${column}${nth}" s="${styles.text}"/>`);
  }
}

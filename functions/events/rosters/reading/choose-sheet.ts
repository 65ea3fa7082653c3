import { invalid } from '../../../platform/problem/problem';
import type { Sheet } from '../../../platform/sheets/sheet';
import type { ListReading } from './list-reading';
import { type ReadingOptions, readPeople } from './read-people';
import { hasPhone } from './rows/kinds-of-row';

/** A sheet of a file, as one chooses it. */
export interface SheetSeen {
  name: string;
  hidden: boolean;
  /** How many people it seems to hold. */
  people: number;
}

export interface ChosenSheet {
  sheets: readonly SheetSeen[];
  reading: ListReading;
}

interface SeenSheets {
  sheets: readonly SheetSeen[];
  readings: readonly ListReading[];
}

const lookAt = (sheets: readonly Sheet[], options: ReadingOptions): SeenSheets => {
  const readings = sheets.map((sheet) => readPeople(sheet, options));
  const seen = sheets.map(
    ({ name, hidden }, i): SheetSeen => ({ name, hidden, people: withPhone(readings[i]!).length }),
  );
  return { sheets: seen, readings };
};

/** The sheets of a file, with how many people each seems to hold. */
export const sheetsSeen = (sheets: readonly Sheet[], options: ReadingOptions = {}): readonly SheetSeen[] =>
  lookAt(sheets, options).sheets;

/**
 * Reads the sheet that holds people. A hidden sheet is read only if it is named.
 * @param wanted the name of the sheet
 * @throws Problem invalid at `file`: `sheets-several` if several shown sheets hold people, `sheet-unknown`
 */
export const readChosen = (
  sheets: readonly Sheet[],
  { columns, ...options }: ReadingOptions = {},
  wanted?: string,
): ChosenSheet => {
  const seen = lookAt(sheets, options);
  const chosen = wanted === undefined ? theOne(seen) : sheets.findIndex(({ name }) => name === wanted);
  const reading = seen.readings[chosen];
  if (!reading) throw invalid('file', 'sheet-unknown', { said: wanted ?? '' });
  // What the columns are said to be is said of this sheet alone.
  return {
    sheets: seen.sheets,
    reading: columns ? readPeople(sheets[chosen]!, { ...options, columns }) : reading,
  };
};

const withPhone = ({ rows }: ListReading) => rows.filter(({ cells }) => hasPhone(cells.phone ?? ''));

/** The shown sheet with a heading; without any, the first that is shown. */
const theOne = ({ sheets: seen, readings }: SeenSheets): number => {
  const shown = seen.flatMap(({ hidden }, at) => (hidden ? [] : [at]));
  const headed = shown.filter((at) => readings[at]!.headingRows.length && readings[at]!.rows.length);
  if (headed.length > 1)
    throw invalid('file', 'sheets-several', {
      sheets: headed.map((at) => `${seen[at]!.name} (${seen[at]!.people})`).join(', '),
    });
  return headed[0] ?? shown.find((at) => readings[at]!.headingRows.length) ?? shown[0] ?? -1;
};

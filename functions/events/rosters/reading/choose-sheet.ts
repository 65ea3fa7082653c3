import { invalid } from '../../../platform/problem/problem';
import type { Sheet } from './grid/sheet';
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

/**
 * Reads the sheet that holds people. A hidden sheet is read only if it is named.
 * @param wanted the name of the sheet
 * @throws Problem invalid at `file`: `sheets-several` if several shown sheets hold people, `sheet-unknown`
 */
export const readChosen = (
  sheets: readonly Sheet[],
  options: ReadingOptions = {},
  wanted?: string,
): ChosenSheet => {
  const readings = sheets.map((sheet) => readPeople(sheet, options));
  const seen = sheets.map(
    ({ name, hidden }, i): SheetSeen => ({ name, hidden, people: withPhone(readings[i]!).length }),
  );
  const chosen =
    wanted === undefined ? theOne(seen, readings) : sheets.findIndex(({ name }) => name === wanted);
  const reading = readings[chosen];
  if (!reading) throw invalid('file', 'sheet-unknown', { said: wanted ?? '' });
  return { sheets: seen, reading };
};

const withPhone = ({ rows }: ListReading) => rows.filter(({ cells }) => hasPhone(cells.phone ?? ''));

/** The shown sheet with a heading; without any, the first that is shown. */
const theOne = (seen: readonly SheetSeen[], readings: readonly ListReading[]): number => {
  const shown = seen.flatMap(({ hidden }, at) => (hidden ? [] : [at]));
  const headed = shown.filter((at) => readings[at]!.headingRows.length && readings[at]!.rows.length);
  if (headed.length > 1)
    throw invalid('file', 'sheets-several', {
      sheets: headed.map((at) => `${seen[at]!.name} (${seen[at]!.people})`).join(', '),
    });
  return headed[0] ?? shown.find((at) => readings[at]!.headingRows.length) ?? shown[0] ?? -1;
};

import { listBodies } from '../../directory/bodies/list';
import { listUnits } from '../../directory/units/list';
import { invalid, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type ImportRow, markRepeats, RowParticulars } from './import-row';
import { placeReader } from './places';
import { readPersonIn } from './read-person';
import { readRows } from './rows';

export const MOST_ROWS = 10_000;
/** Characters: the list travels in a form, and a Lambda takes six megabytes. */
const LARGEST = 2_500_000;

/**
 * Reads a list of people for an event: cells between tabs. Every row says what is wrong with it.
 * @throws Problem at `list` where it is empty, or too long
 */
export const readList = async (world: World, text: string): Promise<ImportRow[]> => {
  if (text.length > LARGEST) throw invalid('list', 'list-too-large');
  const [units, bodies] = await Promise.all([listUnits(world), listBodies(world)]);
  const placeOf = placeReader(units, bodies);
  const rows = withinLimit(text).map(({ row, cells, said }): ImportRow => {
    const { person, errors } = readPersonIn(RowParticulars, said, placeOf);
    return person ? { row, errors, said: person } : { row, cells, errors };
  });
  if (rows.length === 0) throw invalid('list', 'list-empty');
  return markRepeats(rows);
};

const withinLimit = (text: string) => {
  try {
    return readRows(text, MOST_ROWS);
  } catch (error) {
    if (error instanceof Problem && error.code === 'too-many-rows')
      throw invalid('list', error.code, error.detail);
    throw error;
  }
};

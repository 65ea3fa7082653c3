import { listBodies } from '../../directory/bodies/list';
import { listUnits } from '../../directory/units/list';
import { invalid, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type ImportRow, RowParticulars } from './import-row';
import { placeReader } from './places';
import { readRoster } from './read-roster';
import { refuseRepeats } from './repeats';

const MOST_ROWS = 10_000;
/** Characters: the list travels in a form, and a Lambda request may have six megabytes. */
const LARGEST = 2_500_000;

/**
 * Reads an organizer's list of people for an event.
 * @param another rows whose person was said not to be the one of nearly the same name on the same phone
 * @throws Problem invalid at `list`: `list-too-large`, `too-many-rows`, `list-empty`
 */
export const readList = async (
  world: World,
  text: string,
  another?: ReadonlySet<number>,
): Promise<ImportRow[]> => {
  if (text.length > LARGEST) throw invalid('list', 'list-too-large');
  const [units, bodies] = await Promise.all([listUnits(world), listBodies(world)]);
  const rows = atList(() =>
    readRoster(text, { schema: RowParticulars, most: MOST_ROWS, placeOf: placeReader(units, bodies) }),
  );
  if (rows.length === 0) throw invalid('list', 'list-empty');
  return refuseRepeats(rows, { path: 'fullName', another });
};

const atList = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (error instanceof Problem && error.kind === 'too-large')
      throw invalid('list', error.code, error.detail);
    throw error;
  }
};

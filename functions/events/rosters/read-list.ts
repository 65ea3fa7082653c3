import { listBodies } from '../../directory/bodies/list';
import { listUnits } from '../../directory/units/list';
import { invalid, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type ImportRow, RowParticulars } from './import-row';
import { type ListOptions, type ListSource, mustBeReadable, type OpenedList, openList } from './open-list';
import { placeReader, placeTester } from './places';
import { readRoster } from './read-roster';
import { refuseRepeats } from './repeats';

const MOST_ROWS = 10_000;
/** Characters: the list travels in a form, and a Lambda request may have six megabytes. */
const LARGEST = 2_500_000;

export interface OrganizersList extends OpenedList {
  people: ImportRow[];
}

/**
 * Reads an organizer's list of people for an event: the people, and all that was understood and left out.
 * @param another rows whose person was said not to be the one of nearly the same name on the same phone
 * @throws Problem invalid at `list`: `list-too-large`, `too-many-rows`, `list-empty`, `name-column-missing`,
 * `phone-column-missing`; at `file`: `sheets-several`, `sheet-unknown`
 */
export const readList = async (
  world: World,
  source: ListSource,
  { another, ...options }: ListOptions & { another?: ReadonlySet<number> } = {},
): Promise<OrganizersList> => {
  if (typeof source === 'string' && source.length > LARGEST) throw invalid('list', 'list-too-large');
  const [units, bodies] = await Promise.all([listUnits(world), listBodies(world)]);
  const list = openList(source, placeTester(units, bodies), options);
  if (list.text.length > LARGEST) throw invalid('list', 'list-too-large');
  mustBeReadable(list);
  const rows = atList(() =>
    readRoster(list.reading, {
      schema: RowParticulars,
      most: MOST_ROWS,
      placeOf: placeReader(units, bodies),
    }),
  );
  return { ...list, people: refuseRepeats(rows, { path: 'fullName', another }) };
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

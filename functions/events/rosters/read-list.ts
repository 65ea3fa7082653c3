import { listBodies } from '../../directory/bodies/list';
import { readUnits } from '../../directory/units/list';
import { invalid, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type ImportRow, RowParticulars } from './import-row';
import { type ListOptions, type ListSource, mustBeReadable, type OpenedList, openList } from './open-list';
import type { ReadRow } from './outcome';
import { type PlaceAnswers, placeReader, placeTester } from './places/place-reader';
import { readRoster } from './read-roster';
import type { ReadAs } from './reading/headings/read-as';
import { refuseRepeats } from './repeats';

const MOST_ROWS = 10_000;
/** Characters: the list travels in a form, and a Lambda request may have six megabytes. */
const LARGEST = 2_500_000;

export interface OrganizersList extends OpenedList {
  people: ImportRow[];
}

/** What a person says of a list as a whole, and of its rows. */
export interface ListChoices extends ListOptions {
  /** Rows whose person was said not to be the one of nearly the same name on the same phone. */
  another?: ReadonlySet<number> | undefined;
  /** Rows that are the corrected name or phone of a registered person, with the id of the registration. */
  corrects?: ReadonlyMap<number, string> | undefined;
  /** Rows whose person takes the place of a registered one, with the id of that registration. */
  instead?: ReadonlyMap<number, string> | undefined;
  /** Which units and bodies the texts of the list mean, as far as it was asked. */
  places?: PlaceAnswers | undefined;
}

/** Of no use to an organizer's list: where the event is held both ways, its people are in the hall. */
export const WITHOUT: readonly ReadAs[] = ['attendance'];

/**
 * Reads an organizer's list of people for an event: the people, and all that was understood and left out.
 * @throws Problem invalid at `list`: `list-too-large`, `too-many-rows`, `list-empty`, `name-column-missing`,
 * `phone-column-missing`; at `file`: `sheets-several`, `sheet-unknown`
 */
export const readList = async (
  world: World,
  source: ListSource,
  choices: ListChoices = {},
): Promise<OrganizersList> => {
  const list = await lookAtList(world, source, choices);
  mustBeReadable(list);
  return list;
};

/**
 * The same for a preview: where the column of names or phones was not found, a person may say which one it is. There
 * are then no people yet.
 */
export const lookAtList = async (
  world: World,
  source: ListSource,
  { another, corrects, instead, places, ...options }: ListChoices = {},
): Promise<OrganizersList> => {
  if (typeof source === 'string' && source.length > LARGEST) throw invalid('list', 'list-too-large');
  const [units, bodies] = await Promise.all([readUnits(world), listBodies(world)]);
  const directory = { units, bodies };
  const list = openList(source, { isPlace: placeTester(directory), without: WITHOUT }, options);
  if (list.text.length > LARGEST) throw invalid('list', 'list-too-large');
  const { reading } = list;
  if (!reading.missing.length) mustBeReadable(list);
  const rows = atList(() =>
    readRoster(
      // The unit that an organizer gives to those who name none is never given beside a column of units.
      { ...reading, namesUnits: reading.namesUnits || reading.hasUnitColumn },
      { schema: RowParticulars, most: MOST_ROWS, placeOf: placeReader(directory, { answers: places }) },
    ),
  );
  return {
    ...list,
    people: withAnswers(refuseRepeats(rows, { path: 'fullName', another }), { corrects, instead }),
  };
};

/** The rows with what was said of them: whom they correct, and in whose place their people go. */
export const withAnswers = <R extends ReadRow<unknown>>(
  rows: readonly R[],
  { corrects, instead }: Pick<ListChoices, 'corrects' | 'instead'>,
): R[] =>
  rows.map((read) => {
    const [same, other] = [corrects?.get(read.row), instead?.get(read.row)];
    return { ...read, ...(same && { corrects: same }), ...(other && { instead: other }) };
  });

const atList = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (error instanceof Problem && error.kind === 'too-large')
      throw invalid('list', error.code, error.detail);
    throw error;
  }
};

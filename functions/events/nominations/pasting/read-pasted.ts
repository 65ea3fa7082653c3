import { listBodies } from '../../../directory/bodies/list';
import { readUnits } from '../../../directory/units/list';
import { Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import { getEvent } from '../../event/get';
import { type ListSource, mustBeReadable, type OpenedList, openList } from '../../rosters/open-list';
import type { ReadRow } from '../../rosters/outcome';
import { placeReader, placeTester } from '../../rosters/places/place-reader';
import { type ListChoices, withAnswers } from '../../rosters/read-list';
import { readRoster } from '../../rosters/read-roster';
import { refuseRepeats } from '../../rosters/repeats';
import type { Nomination } from '../nomination';
import { mustBelong, NomineeInput } from '../nominees/nominee';
import { readAttendance } from './attendance-words';

/** The largest quota. */
const MOST_ROWS = 500;
const LARGEST = 200_000;

export type PastedRow = ReadRow<NomineeInput>;

/** What the officer said of the list as a whole, and of its rows. */
export interface PastedAnswers extends ListChoices {
  basis: NomineeInput['basis'];
  /** Rows beyond the quota are to be kept in reserve. */
  keepsReserve?: boolean | undefined;
}

const answered = (read: PastedRow): PastedRow =>
  (read.another || read.besideAnother) && read.person
    ? { ...read, person: { ...read.person, another: true } }
    : read;

export interface PastedList extends OpenedList {
  people: PastedRow[];
}

/**
 * Reads the list of nominees that an officer pasted from Excel, or sent as a file. Writes nothing; every row names its
 * mistakes. A unit that does not exist, or that lies elsewhere, is refused, never replaced by a guess.
 * @throws Problem `too-large`, `too-many-rows`, invalid as `openList` and `mustBeReadable` say
 */
export const readPasted = async (
  world: World,
  nomination: Nomination,
  source: ListSource,
  answers: PastedAnswers,
): Promise<PastedList> => {
  const list = await lookAtPasted(world, nomination, source, answers);
  mustBeReadable(list);
  return list;
};

/** The same for a preview, where a person may say which column has the names or the phones: no people until then. */
export const lookAtPasted = async (
  world: World,
  nomination: Nomination,
  source: ListSource,
  { basis, keepsReserve: _, another, corrects, instead, places, ...options }: PastedAnswers,
): Promise<PastedList> => {
  if (typeof source === 'string' && source.length > LARGEST) throw new Problem('too-large', 'too-large');
  const [units, bodies, { mode }] = await Promise.all([
    readUnits(world),
    listBodies(world),
    getEvent(world, nomination.eventId),
  ]);
  const directory = { units, bodies };
  const readPlace = placeReader(directory, { within: nomination.unitId, answers: places });
  const list = openList(source, { isPlace: placeTester(directory) }, options);
  if (list.text.length > LARGEST) throw new Problem('too-large', 'too-large');
  if (!list.reading.missing.length) mustBeReadable(list);
  const rows = readRoster(list.reading, {
    schema: NomineeInput,
    most: MOST_ROWS,
    placeOf: (cells) => {
      const place = readPlace(cells);
      mustBelong(nomination, units, place);
      return place;
    },
    more: ({ attendance }) => {
      const { given, errors } = readAttendance(mode, attendance);
      return { given: { basis, ...given }, errors };
    },
  });
  const people = refuseRepeats(rows, { path: '', another }).map(answered);
  return { ...list, people: withAnswers(people, { corrects, instead }) };
};

import { listBodies } from '../../../directory/bodies/list';
import { listUnits } from '../../../directory/units/list';
import { Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import { getEvent } from '../../event/get';
import type { ReadRow } from '../../rosters/outcome';
import { placeReader } from '../../rosters/places';
import { readRoster } from '../../rosters/read-roster';
import { refuseRepeats } from '../../rosters/repeats';
import type { Nomination } from '../nomination';
import { mustBelong, NomineeInput } from '../nominee';
import { readAttendance } from './attendance-words';

/** The largest quota. */
const MOST_ROWS = 500;
const LARGEST = 200_000;

export type PastedRow = ReadRow<NomineeInput>;

/** What the officer said of the list as a whole, and of its rows. */
export interface PastedAnswers {
  basis: NomineeInput['basis'];
  /** Rows whose person is not the one of nearly the same name on the same phone. */
  another?: ReadonlySet<number>;
}

const answered = (read: PastedRow): PastedRow =>
  (read.another || read.besideAnother) && read.person
    ? { ...read, person: { ...read.person, another: true } }
    : read;

/**
 * Reads the list of nominees that an officer pasted from Excel. Writes nothing; every row names its mistakes. A
 * unit that does not exist, or that lies elsewhere, is refused, never replaced by a guess.
 * @throws Problem `too-large`, `too-many-rows`
 */
export const readPasted = async (
  world: World,
  nomination: Nomination,
  text: string,
  { basis, another }: PastedAnswers,
): Promise<PastedRow[]> => {
  if (text.length > LARGEST) throw new Problem('too-large', 'too-large');
  const [units, bodies, { mode }] = await Promise.all([
    listUnits(world),
    listBodies(world),
    getEvent(world, nomination.eventId),
  ]);
  const readPlace = placeReader(units, bodies, nomination.unitId);
  const rows = readRoster(text, {
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
  return refuseRepeats(rows, { path: '', another }).map(answered);
};

import { listBodies } from '../../../directory/bodies/list';
import { listUnits } from '../../../directory/units/list';
import { type FieldError, Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import { getEvent } from '../../event/get';
import { placeReader } from '../../rosters/places';
import { readPersonIn } from '../../rosters/read-person';
import { type ListRow, readRows } from '../../rosters/rows';
import { mustBelong, NomineeInput } from '../nominate';
import type { Nomination } from '../nomination';
import { attendanceSaid } from './attendance-words';

/** As many as the largest quota. */
const MOST = 500;

export interface PastedRow extends Pick<ListRow, 'row' | 'cells'> {
  nominee?: NomineeInput;
  errors: FieldError[];
}

/**
 * Reads rows pasted from Excel. Nothing is written; every row says what is wrong with it. A unit that is
 * none, or that lies elsewhere, is refused: to write down another one would be to invent it.
 */
export const readPasted = async (
  world: World,
  nomination: Nomination,
  text: string,
  basis: NomineeInput['basis'],
): Promise<PastedRow[]> => {
  if (text.length > 200_000) throw new Problem('too-large', 'too-large');
  const [units, bodies, { mode }] = await Promise.all([
    listUnits(world),
    listBodies(world),
    getEvent(world, nomination.eventId),
  ]);
  const placeOf = placeReader(units, bodies, nomination.unitId);
  const placeThere = (said: ListRow['said']) => {
    const place = placeOf(said);
    mustBelong(nomination, units, place);
    return place;
  };
  return readRows(text, MOST).map(({ row, cells, said }) => {
    const { given, errors: unsaid } = attendanceSaid(mode, said.attendance);
    const read = readPersonIn(NomineeInput, said, placeThere, { basis, ...given });
    const errors = [...read.errors, ...unsaid];
    return { row, cells, errors, ...(read.person && !unsaid.length && { nominee: read.person }) };
  });
};

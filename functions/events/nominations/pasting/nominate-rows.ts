import { Problem } from '../../../platform/problem/problem';
import { Unavailable } from '../../../platform/store/outcome';
import type { World } from '../../../platform/world/world';
import { seatsIn } from '../../../seats/ledger/room';
import { getEvent } from '../../event/get';
import { readRoom } from '../../event/room';
import { ofWholeRow, type WrittenRow } from '../../rosters/outcome';
import { inPortion, PORTION_MS } from '../../rosters/portion';
import { nominateFor } from '../nominate';
import type { Nomination } from '../nomination';
import { mustTakeNominees, type NomineeInput } from '../nominee';
import { type CheckedNominee, checkPasted } from './check-pasted';
import type { PastedRow } from './read-pasted';

export type NominatedRow = WrittenRow<NomineeInput>;
type NewRow = Extract<CheckedNominee, { outcome: 'new' }>;

/**
 * Nominates the people of a list, from the top, until the quota is full or the time is up. Idempotent: people
 * that this link nominated before cost no write.
 * @param until milliseconds, by the world's clock
 * @throws Problem `nomination-closed`
 */
export const nominateRows = async (
  world: World,
  nomination: Nomination,
  rows: readonly PastedRow[],
  until: number = world.now() + PORTION_MS,
): Promise<NominatedRow[]> => {
  const { eventId, pool } = nomination;
  const event = await getEvent(world, eventId);
  mustTakeNominees(nomination, event, world.now());
  const checked = await checkPasted(world, nomination, event, rows);
  const results = new Map<number, NominatedRow>();
  const keep = (result: NominatedRow) => results.set(result.row, result);
  let left = checked.filter((row): row is NewRow => row.outcome === 'new');
  const hasTime = () => world.now() < until;
  const nominateOne = async (row: NewRow) => keep(await nominateRow(world, nomination, row));
  // Never more at once than there are free seats, so that the quota goes to the first rows.
  while (left.length && hasTime()) {
    const quota = seatsIn(await readRoom(world, eventId), pool);
    if (quota.free === 0) {
      const full = ofWholeRow('quota-full', { quota: quota.size });
      for (const { row, person } of left) keep({ row, person, outcome: 'refused', errors: [full] });
      break;
    }
    const written = await inPortion(left.slice(0, quota.free), nominateOne, hasTime);
    left = left.slice(written.length);
  }
  return checked.map((row) => results.get(row.row) ?? unwritten(row));
};

/** The result of a row that was not nominated now. */
const unwritten = (checked: CheckedNominee): NominatedRow => {
  if (checked.outcome === 'refused') return checked;
  const { row, person } = checked;
  return checked.outcome === 'unchanged'
    ? { row, person, errors: [], outcome: 'unchanged', registration: checked.registration }
    : { row, person, errors: [], outcome: 'unsent' };
};

const nominateRow = async (
  world: World,
  nomination: Nomination,
  { row, person }: NewRow,
): Promise<NominatedRow> => {
  const written = { row, person, errors: [] };
  try {
    const registration = await nominateFor(world, nomination, person);
    return { ...written, outcome: 'registered', registration };
  } catch (error) {
    if (error instanceof Unavailable) return { ...written, outcome: 'unsent' };
    if (!(error instanceof Problem)) throw error;
    return { ...written, outcome: 'refused', errors: [ofWholeRow(error.code, error.detail)] };
  }
};

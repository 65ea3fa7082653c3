import { Problem } from '../../../platform/problem/problem';
import { LostAnswer } from '../../../platform/store/outcome';
import type { World } from '../../../platform/world/world';
import { readRoom, seatsIn } from '../../../seats/ledger/room';
import { getEvent } from '../../event/get';
import type { Registration } from '../../registrations/registration';
import { inPortion, PORTION_MS } from '../../rosters/portion';
import { mustName, nominateFor } from '../nominate';
import type { Nomination } from '../nomination';
import { type CheckedRow, checkPasted } from './check-pasted';
import type { PastedRow } from './read-pasted';

export interface NamedRow extends Omit<CheckedRow, 'outcome'> {
  /** `unsent`: the time was up, or nobody knows whether it arrived; sending the list again settles it. */
  outcome: 'named' | 'known' | 'refused' | 'unsent';
}

/**
 * Names every row that can be named, from the top, until the time is up; says of each what became of it.
 * Safe to send again: whom this link named already is recognised and costs no write.
 * @param until milliseconds, by the world's clock
 * @throws Problem `nomination-closed`
 */
export const nominateRows = async (
  world: World,
  nomination: Nomination,
  rows: readonly PastedRow[],
  until: number = world.now() + PORTION_MS,
): Promise<NamedRow[]> => {
  const { eventId, pool } = nomination;
  const event = await getEvent(world, eventId);
  mustName(nomination, event, world.now());
  const checked = await checkPasted(world, nomination, event, rows);
  const results = new Map<CheckedRow, Omit<NamedRow, keyof PastedRow>>();
  let left = checked.filter((row) => row.outcome === 'new');
  const goesOn = () => world.now() < until;
  const name = async (row: CheckedRow) => results.set(row, await nameRow(world, nomination, row));
  // No more at once than there are seats left, so that the quota goes to the rows that stand first.
  while (left.length && goesOn()) {
    const quota = seatsIn(await readRoom(world, eventId), pool);
    if (quota.free === 0) {
      const full = { outcome: 'refused', code: 'quota-full', detail: { quota: quota.size } } as const;
      for (const row of left) results.set(row, full);
      break;
    }
    const sent = await inPortion(left.slice(0, quota.free), name, goesOn);
    left = left.slice(sent.length);
  }
  return checked.map((row): NamedRow => {
    if (row.outcome !== 'new') return { ...row, outcome: row.outcome };
    return { ...row, ...(results.get(row) ?? { outcome: 'unsent' }) };
  });
};

const nameRow = async (
  world: World,
  nomination: Nomination,
  { nominee }: CheckedRow,
): Promise<Omit<NamedRow, keyof PastedRow>> => {
  try {
    const registration: Registration = await nominateFor(world, nomination, nominee!);
    return { outcome: 'named', registration };
  } catch (error) {
    if (error instanceof LostAnswer) return { outcome: 'unsent' };
    if (!(error instanceof Problem)) throw error;
    return { outcome: 'refused', code: error.code, detail: error.detail };
  }
};

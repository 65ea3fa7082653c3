import { Problem } from '../../../platform/problem/problem';
import { Unavailable } from '../../../platform/store/outcome';
import type { World } from '../../../platform/world/world';
import { seatsIn } from '../../../seats/ledger/room';
import { getEvent } from '../../event/get';
import { readRoom } from '../../event/room';
import { isReserve } from '../../registrations/nominees';
import { ofWholeRow, type WrittenRow } from '../../rosters/outcome';
import { inPortion, PORTION_MS } from '../../rosters/portion';
import type { Filling } from '../filling';
import { renameNominee, replaceFor } from '../nominees/change-nominee';
import { admitReserve, nominateFor } from '../nominees/nominate';
import { mustTakeNominees, type NomineeInput } from '../nominees/nominee';
import { viewNomination } from '../read';
import { type CheckedNominee, checkPasted } from './check-pasted';
import { roomForList } from './list-room';
import type { PastedRow } from './read-pasted';

/** `reserved`: waits beyond the quota (dự bị). */
export type NominatedRow = Omit<WrittenRow<NomineeInput>, 'outcome'> & {
  outcome: WrittenRow<NomineeInput>['outcome'] | 'reserved';
};
type Of<O extends CheckedNominee['outcome']> = Extract<CheckedNominee, { outcome: O }>;

export interface ListWishes {
  /** In milliseconds, by the world's clock: then no more rows are begun. */
  until?: number;
  /** Rows beyond the quota are kept in reserve, as far as it has places. */
  keepsReserve?: boolean | undefined;
}

/**
 * Nominates the people of a list, from the top, until the quota is full or the time is up. Names and phones that the list
 * corrects, and people who take the place of others, come first: they need no seat. Idempotent: people that this quota
 * named before cost no write.
 * @throws Problem `nomination-closed`
 */
export const nominateRows = async (
  world: World,
  filling: Filling,
  rows: readonly PastedRow[],
  { until = world.now() + PORTION_MS, keepsReserve = false }: ListWishes = {},
): Promise<NominatedRow[]> => {
  const { nomination } = filling;
  const { eventId, pool } = nomination;
  const event = await getEvent(world, eventId);
  mustTakeNominees(nomination, event, world.now());
  const checked = await checkPasted(world, filling, event, rows);
  const results = new Map<number, NominatedRow>();
  const keep = (result: NominatedRow) => results.set(result.row, result);
  const hasTime = () => world.now() < until;
  await inPortion(
    checked.filter((row) => row.outcome === 'changed'),
    async (row) => keep(await correctRow(world, filling, row)),
    hasTime,
  );
  const strangers = checked.filter((row) => row.outcome === 'new');
  await inPortion(
    strangers.flatMap((row) => (row.instead ? [{ ...row, instead: row.instead }] : [])),
    async (row) => keep(await exchangeRow(world, filling, row)),
    hasTime,
  );
  let left = strangers.filter(({ instead }) => !instead);
  const nominateOne = async (row: Of<'new'>) => keep(await nominateRow(world, filling, row));
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
  if (keepsReserve) {
    const isBeyond = ({ row }: Of<'new'>) => results.get(row)?.errors[0]?.code === 'quota-full';
    for (const kept of await reserveRows(world, filling, strangers.filter(isBeyond), hasTime)) keep(kept);
  }
  return checked.map((row) => results.get(row.row) ?? unwritten(row));
};

/** Puts the people of rows beyond the quota in reserve, one after the other: their order is that of the list. */
const reserveRows = async (
  world: World,
  filling: Filling,
  rows: readonly Of<'new'>[],
  hasTime: () => boolean,
): Promise<NominatedRow[]> => {
  if (!rows.length) return [];
  const view = await viewNomination(world, filling.nomination);
  let free = roomForList(view).reserve;
  let goesOn = true;
  const results: NominatedRow[] = [];
  for (const { row, person } of rows) {
    goesOn &&= hasTime();
    if (!goesOn) results.push({ row, person, errors: [], outcome: 'unsent' });
    else if (free <= 0) {
      const full = ofWholeRow('reserve-full', { most: view.quota });
      results.push({ row, person, errors: [full], outcome: 'refused' });
    } else {
      const result = await reserveRow(world, filling, { row, person });
      if (result.outcome === 'reserved') free--;
      // No later row comes before this one.
      if (result.outcome === 'unsent') goesOn = false;
      results.push(result);
    }
  }
  return results;
};

const reserveRow = (
  world: World,
  filling: Filling,
  row: Pick<Of<'new'>, 'row' | 'person'>,
): Promise<NominatedRow> =>
  written(row, async () => {
    const registration = await admitReserve(world, filling, row.person);
    return { outcome: isReserve(registration) ? 'reserved' : 'registered', registration };
  });

/** The result of a row that was not nominated now. */
const unwritten = (checked: CheckedNominee): NominatedRow => {
  if (checked.outcome === 'refused') return checked;
  const { row, person } = checked;
  return checked.outcome === 'unchanged'
    ? { row, person, errors: [], outcome: 'unchanged', registration: checked.registration }
    : { row, person, errors: [], outcome: 'unsent' };
};

type Written = Pick<NominatedRow, 'outcome' | 'registration'>;

/** Writes a row. A refusal is an outcome; where the store was unavailable the same list is sent again. */
const written = async (
  { row, person }: Pick<Of<'new'>, 'row' | 'person'>,
  write: () => Promise<Written>,
): Promise<NominatedRow> => {
  const read = { row, person, errors: [] };
  try {
    return { ...read, ...(await write()) };
  } catch (error) {
    if (error instanceof Unavailable) return { ...read, outcome: 'unsent' };
    if (!(error instanceof Problem)) throw error;
    return { ...read, outcome: 'refused', errors: [ofWholeRow(error.code, error.detail)] };
  }
};

const nominateRow = (world: World, filling: Filling, row: Of<'new'>): Promise<NominatedRow> =>
  written(row, async () => ({
    outcome: 'registered',
    registration: await nominateFor(world, filling, row.person),
  }));

const correctRow = (world: World, filling: Filling, row: Of<'changed'>): Promise<NominatedRow> =>
  written(row, async () => ({
    outcome: 'corrected',
    registration: await renameNominee(world, filling, row.registration.id, row.correction),
  }));

const exchangeRow = (
  world: World,
  filling: Filling,
  row: Of<'new'> & { instead: string },
): Promise<NominatedRow> =>
  written(row, async () => ({
    outcome: 'exchanged',
    registration: await replaceFor(world, filling, row.instead, row.person),
  }));

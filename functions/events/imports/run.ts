import { type FieldError, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { forgottenSince, PERSON_FORGOTTEN } from '../person/forgotten';
import { importRows } from '../rosters/import';
import type { ImportRow } from '../rosters/import-row';
import { ofWholeRow } from '../rosters/outcome';
import type { ImportedRow } from '../rosters/write-row';
import type { ImportCounts, RefusedRow } from './import';
import { advance, ended, type Taken, TRIES } from './lease';
import { deleteList, deleteWritten, readWaiting, type WaitingRow } from './list-file';

/** Rows after which the progress is written. */
const STEP = 200;
/** A message is kept no longer than this. */
const LONGEST = 300;

/** How a portion of work ended. */
export interface Portion {
  /** Whether it went on at all. */
  progressed: boolean;
  /** Whether the next worker should go on. */
  more: boolean;
}

/**
 * Imports as many rows as there is time for, from where the last portion ended. Whatever an earlier worker wrote
 * without saying so is recognised by its mark, and counted as it was.
 */
export const importPortion = async (world: World, taken: Taken, until: number): Promise<Portion> => {
  let at = taken;
  let rows: WaitingRow[] = [];
  while (world.now() < until) {
    if (rows.length === 0) rows = (await readWaiting(world, at.id, at.done)) ?? gone(at);
    const step = rows.slice(0, STEP);
    const written = beforeTrouble(await writeRows(world, at, step, until));
    if (written.length === 0) return { progressed: at !== taken, more: true };
    const next = await advanceBy(world, at, step, written);
    if (!next) return { progressed: true, more: true };
    await deleteWritten(world, at, { before: at.done, done: next.done });
    rows = rows.slice(written.length);
    at = next;
    if (at.state === 'done') {
      await deleteList(world, at);
      return { progressed: true, more: false };
    }
  }
  return { progressed: at !== taken, more: true };
};

/** The list was deleted before its end: the rows that are left are refused. */
const gone = ({ done, total }: Taken): WaitingRow[] =>
  Array.from({ length: total - done }, (_, i) => ({ row: done + i + 1, errors: [ofWholeRow('list-gone')] }));

const writeRows = async (
  world: World,
  { id, eventId, basis, fallback, tries, createdAt }: Taken,
  waiting: readonly WaitingRow[],
  until: number,
): Promise<ImportedRow[]> => {
  const rows = await withoutForgotten(world, waiting, createdAt);
  const onUnexpected = (error: unknown, row: number): FieldError => {
    const name = error instanceof Error ? error.name : 'error';
    world.log({ what: 'import-row-failed', level: 'error', import: id, row, name });
    return ofWholeRow('row-failed');
  };
  try {
    return await importRows(world, eventId, rows as readonly ImportRow[], {
      basis,
      fallback,
      until,
      importId: id,
      ...(tries >= TRIES && { onUnexpected }),
    });
  } catch (error) {
    // The event was postponed or cancelled, or is over: no row that is left can be written.
    if (!(error instanceof Problem)) throw error;
    const refused = [ofWholeRow(error.code, error.detail)];
    return rows.map((row) => ({
      ...row,
      outcome: 'refused',
      errors: row.errors.length ? row.errors : refused,
    }));
  }
};

/** A list that was sent before a person was forgotten does not bring them back. */
const withoutForgotten = async (
  world: World,
  rows: readonly WaitingRow[],
  sentAt: string,
): Promise<WaitingRow[]> => {
  const people = rows.map(({ person }) => person);
  const gone = await forgottenSince(world, people, sentAt);
  return rows.map((row, i) => (gone[i] ? { row: row.row, errors: [ofWholeRow(PERSON_FORGOTTEN)] } : row));
};

/** The rows before the first that could not be written because the tables could not be reached. */
const beforeTrouble = (rows: readonly ImportedRow[]): readonly ImportedRow[] => {
  const trouble = rows.findIndex(({ errors }) => errors.some(({ code }) => code === 'unavailable'));
  return trouble < 0 ? rows : rows.slice(0, trouble);
};

const advanceBy = (
  world: World,
  at: Taken,
  rows: readonly WaitingRow[],
  written: readonly ImportedRow[],
): Promise<Taken | undefined> => {
  const done = at.done + written.length;
  const refused = written.flatMap((row, i) => (row.outcome === 'refused' ? [refusalOf(row, rows[i]!)] : []));
  return advance(
    world,
    at,
    { done, counts: counted(at.counts, written), ...(done >= at.total && ended(world, 'done')) },
    refused.length
      ? { pk: at.id, sk: `refused#${String(at.done).padStart(5, '0')}`, rows: refused }
      : undefined,
  );
};

const counted = (before: ImportCounts, rows: readonly ImportedRow[]): ImportCounts => {
  const counts = { ...before };
  for (const { outcome, registration } of rows) {
    if (outcome === 'unsent') continue;
    counts[outcome === 'exchanged' ? 'registered' : outcome]++;
    if (outcome === 'exchanged') counts.exchanged = (counts.exchanged ?? 0) + 1;
    const isNew = outcome === 'registered' || outcome === 'exchanged';
    if (isNew && registration?.status === 'waitlisted') counts.waiting++;
  }
  return counts;
};

const refusalOf = ({ row, errors }: ImportedRow, { person, name = '' }: WaitingRow): RefusedRow => ({
  row,
  name: isForgotten(errors) ? '' : (person?.fullName ?? name).slice(0, 80),
  errors: errors.map((error) => ({ ...error, ...(error.detail && { detail: shortened(error.detail) }) })),
});

const isForgotten = (errors: ImportedRow['errors']) => errors.some(({ code }) => code === PERSON_FORGOTTEN);

const shortened = (detail: NonNullable<FieldError['detail']>): NonNullable<FieldError['detail']> =>
  Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, LONGEST) : value,
    ]),
  );

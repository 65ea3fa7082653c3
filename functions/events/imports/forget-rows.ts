import type { World } from '../../platform/world/world';
import { PERSON_FORGOTTEN } from '../person/forgotten';
import type { RowParticulars } from '../rosters/import-row';
import { ofWholeRow } from '../rosters/outcome';
import { findImport } from './find';
import { type Import, openImports, type RefusedRow, refusedItems } from './import';
import { deleteWritten, readWaiting, rewriteWaiting, type WaitingRow } from './list-file';

/** How a person is known in a list. */
export interface Sought {
  /** A row that was read. */
  is(person: Pick<RowParticulars, 'fullName' | 'phone'>): boolean;
  /** A row that could not be read, or was refused: what is kept of it. */
  speaks(kept: unknown): boolean;
}

const isSought = ({ is, speaks }: Sought, { person, ...rest }: WaitingRow): boolean =>
  (person !== undefined && is(person)) || speaks(rest);

/** The imports that hold names: they run, or ended some days ago at most. */
export const importsWithNames = async (world: World): Promise<Import[]> => {
  const open = await world.db.all(openImports, {
    index: 'open',
    where: '#open = :open',
    names: { '#open': 'open' },
    values: { ':open': 'open' },
  });
  const found = await Promise.all(open.map(({ id }) => findImport(world, id)));
  return found.filter((one) => one !== undefined);
};

interface Files {
  from: number;
  rows: WaitingRow[];
}

/** The files that still wait, one after another. */
async function* waitingFiles(world: World, { id, total, done, state }: Import): AsyncGenerator<Files> {
  if (state !== 'running') return;
  let from = done;
  while (from < total) {
    const rows = await readWaiting(world, id, from);
    if (!rows?.length) return;
    yield { from, rows };
    from += rows.length;
  }
}

/** The rows of a list that are about the person: those that wait, and those that were refused. */
export const rowsAbout = async (world: World, one: Import, sought: Sought): Promise<unknown[]> => {
  const found: unknown[] = [];
  for await (const { rows } of waitingFiles(world, one))
    found.push(...rows.filter((row) => isSought(sought, row)).map(({ person, name }) => person ?? { name }));
  for (const { rows } of await refusedPartsOf(world, one.id))
    found.push(...rows.filter(sought.speaks).map(({ row, name }) => ({ row, name })));
  return found;
};

const refusedPartsOf = (world: World, id: string) =>
  world.db.all(refusedItems, {
    where: 'pk = :pk AND begins_with(sk, :refused)',
    values: { ':pk': id, ':refused': 'refused#' },
    consistent: true,
  });

/**
 * Removes a person from a list: a row that waits becomes a refused one without a name, and the refused ones lose
 * theirs. @returns how many rows
 */
export const forgetRows = async (world: World, one: Import, sought: Sought): Promise<number> => {
  let count = 0;
  for await (const { from, rows } of waitingFiles(world, one)) {
    const left = rows.map((row) => (isSought(sought, row) ? bareRow(row.row) : row));
    const changed = rows.filter((row, i) => row !== left[i]).length;
    if (changed === 0) continue;
    await rewriteWaiting(world, one.id, from, left);
    count += changed;
    // Its worker may have come to the end of the file meanwhile, and deleted it.
    const now = await findImport(world, one.id);
    if (now)
      await deleteWritten(world, now, { before: from, done: now.state === 'running' ? now.done : now.total });
  }
  for (const { pk, sk, rows } of await refusedPartsOf(world, one.id)) {
    const left = rows.map((row) => (sought.speaks(row) ? bareRefusal(row) : row));
    const changed = rows.filter((row, i) => row !== left[i]).length;
    if (changed === 0) continue;
    await world.db.updateIf(refusedItems, { pk, sk }, { set: { rows: left }, if: 'attribute_exists(pk)' });
    count += changed;
  }
  return count;
};

const bareRow = (row: number): WaitingRow => ({ row, errors: [ofWholeRow(PERSON_FORGOTTEN)] });
const bareRefusal = ({ row }: RefusedRow): RefusedRow => ({
  row,
  name: '',
  errors: [ofWholeRow(PERSON_FORGOTTEN)],
});

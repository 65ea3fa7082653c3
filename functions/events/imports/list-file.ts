import type { World } from '../../platform/world/world';
import type { ImportRow } from '../rosters/import-row';
import type { Import } from './import';

/** Rows in one file. A file is deleted as soon as its rows are written. */
const ROWS = 1_000;
/** The bucket deletes what was left here by a process that stopped (`infra/constructs/buckets.ts`). */
const FOLDER = 'lists';

/** A row as it waits to be imported: without what only the preview shows. */
export type WaitingRow = Pick<
  ImportRow,
  'row' | 'person' | 'errors' | 'place' | 'another' | 'besideAnother' | 'corrects' | 'instead'
> & {
  /** Of a row that cannot be read: the name in it. */
  name?: string;
};

const keyOf = (id: string, from: number) => `${FOLDER}/${id}/${String(from).padStart(5, '0')}.json`;
const startsOf = (total: number) => Array.from({ length: Math.ceil(total / ROWS) }, (_, i) => i * ROWS);

/** Keeps the rows of a list until they are imported. */
export const putList = async (world: World, id: string, rows: readonly WaitingRow[]): Promise<void> => {
  const put = (from: number) => {
    const text = JSON.stringify(rows.slice(from, from + ROWS));
    return world.files.put(keyOf(id, from), new TextEncoder().encode(text), 'application/json');
  };
  await Promise.all(startsOf(rows.length).map(put));
};

/**
 * The rows of a list from a place on, as many as stand in one file.
 * @returns undefined where the file is gone
 */
export const readWaiting = async (
  world: World,
  id: string,
  from: number,
): Promise<WaitingRow[] | undefined> => {
  const start = from - (from % ROWS);
  const file = await world.files.get(keyOf(id, start));
  return file && (JSON.parse(new TextDecoder().decode(file)) as WaitingRow[]).slice(from - start);
};

/** Writes other rows over those from a place on, to the end of their file. */
export const rewriteWaiting = async (
  world: World,
  id: string,
  from: number,
  rows: readonly WaitingRow[],
): Promise<void> => {
  const start = from - (from % ROWS);
  const before = from === start ? [] : ((await readWaiting(world, id, start)) ?? []).slice(0, from - start);
  const text = JSON.stringify([...before, ...rows]);
  await world.files.put(keyOf(id, start), new TextEncoder().encode(text), 'application/json');
};

/** Deletes the files whose rows are all written. */
export const deleteWritten = async (
  world: World,
  { id, total }: Pick<Import, 'id' | 'total'>,
  { before, done }: { before: number; done: number },
): Promise<void> => {
  const written = startsOf(total).filter((from) => {
    const end = Math.min(from + ROWS, total);
    return end > before && end <= done;
  });
  for (const from of written) await world.files.delete(keyOf(id, from));
};

/** Deletes what is left of a list. */
export const deleteList = async (
  world: World,
  { id, total }: Pick<Import, 'id' | 'total'>,
): Promise<void> => {
  await Promise.all(startsOf(total).map((from) => world.files.delete(keyOf(id, from))));
};

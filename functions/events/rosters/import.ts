import type { World } from '../../platform/world/world';
import { getEvent } from '../event/get';
import { mustTakePlace } from '../registrations/eligibility';
import type { ImportRow } from './import-row';
import { type PlannedRow, planRows } from './plan-import';
import { inPortion, PORTION_MS } from './portion';
import { type HowToWrite, type ImportedRow, writeRow } from './write-row';

/** Rows that are planned at once: a few batched reads, and at most so many registrations in memory. */
const BATCH = 200;

interface ImportOptions extends HowToWrite {
  /** The unit of new people who name none. */
  fallback?: string | undefined;
  /** Milliseconds, by the world's clock: no row is begun after it. */
  until?: number;
}

/**
 * Imports a list of people into an event, in its order: new people are registered, people whose row differs
 * from the record are corrected, the others cost no write. Idempotent. The organizer's approval is given, and
 * the account attests what is on paper.
 * @returns the first rows of the list: those for which there was time
 * @example const done = await importRows(world, event.id, await readList(world, text), { fallback: unitId });
 */
export const importRows = async (
  world: World,
  eventId: string,
  rows: readonly ImportRow[],
  { fallback, until = world.now() + PORTION_MS, ...how }: ImportOptions = {},
): Promise<ImportedRow[]> => {
  const event = await getEvent(world, eventId);
  mustTakePlace(event, world.now());
  const hasTime = () => world.now() < until;
  const plan = (some: readonly ImportRow[]) => planRows(world, event, some, fallback);
  const write = (row: PlannedRow) => writeRow(world, eventId, row, how);
  const done: ImportedRow[] = [];
  while (done.length < rows.length && hasTime()) {
    const batch = rows.slice(done.length, done.length + BATCH);
    const written = await inPortion(await plan(batch), write, hasTime);
    const lost = new Set(written.filter(lostRace).map(({ row }) => row));
    const again = lost.size ? await plan(batch.filter(({ row }) => lost.has(row))) : [];
    const second = new Map((await Promise.all(again.map(write))).map((row) => [row.row, row]));
    for (const row of written) done.push(second.get(row.row) ?? row);
  }
  return done;
};

/** Another request wrote the same person between plan and write: looked at once more, they are known. */
const lostRace = ({ errors }: ImportedRow): boolean =>
  errors.some(({ code }) => code === 'already-on-list' || code === 'registration-changed');

import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { newToken } from '../../platform/keys/ids';
import { LostAnswer } from '../../platform/store/outcome';
import { DAY, iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Import, importKey, importsTable, type RefusedRows, refusedItems } from './import';

/** An import that this worker alone may carry on, until its lease ends. */
export type Taken = Import & Required<Pick<Import, 'lease'>>;

/** What failed is tried again after this time, by the clock. */
const REST_MS = 30_000;

/** A person who fails for an unexpected reason is left out at this try. The others go on. */
export const TRIES = 4;

/** How long the names of refused rows stay after the end: less than the 15 days within which data must be erased. */
export const NAMES_KEPT_MS = 7 * DAY;

/**
 * Takes the right to carry an import on.
 * @param lives how long this worker can live at most (ms): only then another one may be sure that it writes no more
 * @returns nothing where it does not run, rests, or another worker has it
 */
export const take = async (world: World, id: string, lives: number): Promise<Taken | undefined> => {
  const now = world.now();
  const taken = await world.db.updateIf(importsTable, importKey(id), {
    set: { lease: newToken(), dueAt: iso(now + lives) },
    expression: 'tries = tries + :one',
    if: '#state = :running AND dueAt <= :now',
    names: { '#state': 'state' },
    values: { ':one': 1, ':running': 'running', ':now': iso(now) },
    returns: 'ALL_NEW',
  });
  return taken.ok ? (taken.item as Taken) : undefined;
};

/**
 * Writes how far the work is, together with the rows that this step refused.
 * @returns nothing where the lease is over, or where another job was ordered meanwhile
 */
export const advance = async (
  world: World,
  taken: Taken,
  set: Partial<Import>,
  refused?: RefusedRows,
): Promise<Taken | undefined> => {
  const key = importKey(taken.id);
  const change = {
    set: { ...set, tries: 0 },
    if: 'lease = :lease AND #job = :job',
    names: { '#job': 'job' },
    values: { ':lease': taken.lease, ':job': taken.job },
  };
  const write = () =>
    refused
      ? world.db.transactIf(
          [
            { update: key, table: importsTable, ...change },
            { put: refused, table: refusedItems },
          ],
          randomUUID(),
        )
      : world.db.updateIf(importsTable, key, change);
  const written = await write().catch(async (error: unknown) => {
    if (error instanceof LostAnswer && (await isWritten(world, taken, set))) return { ok: true };
    throw error;
  });
  return written.ok ? { ...taken, ...set, tries: 0 } : undefined;
};

/**
 * Whether the step of a lost answer was written: the record says all that the step says. The step that ends the work
 * takes the lease off, so no later worker would delete the list.
 */
const isWritten = async (world: World, { id, job, lease }: Taken, set: Partial<Import>): Promise<boolean> => {
  const now = await world.db.get(importsTable, importKey(id), { consistent: true });
  const step: Partial<Import> = { lease, ...set };
  const says = (name: keyof Import) => isDeepStrictEqual(now?.[name], step[name]);
  return now?.job === job && (Object.keys(step) as (keyof Import)[]).every(says);
};

/** What is written at the end: nothing runs any more, and the clock deletes the names later. */
export const ended = (world: World, state: 'done' | 'undone'): Partial<Import> => {
  const now = world.now();
  return { state, endedAt: iso(now), lease: undefined, open: 'open', dueAt: iso(now + NAMES_KEPT_MS) };
};

/** Lets the next worker go on: at once, or where nothing came of this try, after a rest. */
export const release = async (world: World, { id, lease }: Taken, progressed: boolean): Promise<void> => {
  await world.db.updateIf(importsTable, importKey(id), {
    set: { lease: undefined, dueAt: iso(world.now() + (progressed ? 0 : REST_MS)) },
    if: 'lease = :lease',
    values: { ':lease': lease },
  });
};

import * as z from 'zod';
import { line, optional, prose, versionField } from '../../platform/input/fields';
import { table } from '../../platform/store/table';
import { programmeTable } from '../plans/plan';

/** A result that a member of staff typed in. Entries are added and never changed. */
export interface Entry {
  indicatorId: string;
  /** The day that it is about. */
  on: string;
  value: number;
  note?: string | undefined;
  at: string;
  who: string;
}

/** That a task was done. */
export interface Finished {
  on: string;
  note: string;
  at: string;
  who: string;
}

/** `pln_…`, `task#tsk_…`: typed results of a task, and whether it is done. Counted results are stored nowhere. */
export interface TaskResult {
  pk: string;
  sk: string;
  /** The id of the task: its history stands under it. */
  id: string;
  entries: Entry[];
  finished?: Finished;
  version: number;
  updatedAt: string;
  by?: string;
}

export const taskResults = table<TaskResult>(programmeTable);

export const resultKey = (planId: string, taskId: string) => ({ pk: planId, sk: `task#${taskId}` });

/** The version that is named where nothing is stored yet. */
export const NO_RESULT = 1;
export const MOST_ENTRIES = 500;

const day = z.iso.date('time-malformed');

export const EntryInput = z.strictObject({
  version: versionField.describe('Of the results that were read, 1 where there are none'),
  indicatorId: z.string().max(20),
  on: day.describe('The day that the result is about'),
  value: z
    .number('indicator-value-malformed')
    .int('indicator-value-malformed')
    .min(0, 'indicator-value-malformed')
    .max(1_000_000_000_000, 'indicator-value-malformed')
    .describe('What was reached in all by that day'),
  note: optional(prose(500)),
});
export type EntryInput = z.output<typeof EntryInput>;

export const FinishInput = z.strictObject({
  version: versionField,
  on: day,
  note: line(500).describe('What was done'),
});
export type FinishInput = z.output<typeof FinishInput>;

export const ReopenInput = z.strictObject({ version: versionField });

/** The typed result that counts: of the latest day; of two about one day, the one that was entered later. Pure. */
export const latestEntry = (entries: readonly Entry[], indicatorId: string): Entry | undefined =>
  entries
    .filter((entry) => entry.indicatorId === indicatorId)
    .reduce<Entry | undefined>((best, entry) => (best && best.on > entry.on ? best : entry), undefined);

import type { FieldError } from '../../platform/problem/problem';
import { table } from '../../platform/store/table';
import type { Basis } from '../registrations/registration';

export const IMPORT_STATES = ['running', 'done', 'undone'] as const;

/**
 * How many rows came to each outcome. Of the registered, `waiting` had no seat when their row was written, and
 * `exchanged` took the place of another person.
 */
export interface ImportCounts {
  registered: number;
  waiting: number;
  exchanged?: number;
  corrected: number;
  unchanged: number;
  left: number;
  refused: number;
}

/** How far the import is taken back. */
export interface Undo {
  /** The account that asked for it. */
  who: string;
  startedAt: string;
  /** People without a seat leave first: a seat that becomes free must not go to one of them. */
  pass: 'waiting' | 'seated';
  /** The registrations up to here are looked at: the section of the event, and the key within it. */
  section: number;
  after?: string;
  total: number;
  removed: number;
  restored: number;
  /** People who changed after the undo had begun: they stay as they are. */
  kept: readonly string[];
}

/** A list of people that an organizer imports into an event. It runs by itself, in portions. */
export interface Import {
  pk: string;
  sk: 'import';
  id: string;
  eventId: string;
  /** The account that ordered it; it attests what is on paper. */
  who: string;
  state: (typeof IMPORT_STATES)[number];
  /** What runs, or ran last. */
  job: 'import' | 'undo';
  total: number;
  /** The first rows of the list: they are written. */
  done: number;
  counts: ImportCounts;
  basis: Basis;
  /** The unit of new people who name none. */
  fallback?: string;
  /** The sheet of the file. */
  sheet?: string;
  undo?: Undo;
  /** The worker that has it. */
  lease?: string;
  /** Index key while there is something left to do: running, or names to delete. */
  open?: 'open';
  /** From when a worker may take it; once it has ended, from when the names of its rows are deleted. */
  dueAt?: string;
  /** How often it was taken since it last went on. */
  tries: number;
  createdAt: string;
  endedAt?: string;
  by?: string;
}

/** A row that was not imported: as little of it as an organizer needs to find it in the list. */
export interface RefusedRow {
  row: number;
  name: string;
  errors: readonly FieldError[];
}

/** The refused rows of one step of an import. They are deleted some days after its end. */
export interface RefusedRows {
  pk: string;
  sk: string;
  rows: readonly RefusedRow[];
  by?: string;
}

export const importKey = (id: string) => ({ pk: id, sk: 'import' as const });

export const importsTable = table<Import>({
  name: 'imports',
  key: { pk: 'pk', sk: 'sk' },
  globals: {
    event: { pk: 'eventId', sk: 'createdAt', projection: 'ALL' },
    /** What is left to do, by its time. */
    open: { pk: 'open', sk: 'dueAt', projection: ['id', 'state'] },
  },
  stream: true,
});

export const refusedItems = table<RefusedRows>(importsTable);
/** Items of the index `open`. */
export const openImports = table<Pick<Import, 'pk' | 'sk' | 'id' | 'state' | 'dueAt'>>(importsTable);

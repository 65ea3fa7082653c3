import { table } from '../store/table';
import { DAY } from '../time/dates';

/** One change of one item, read from the tables' streams. */
export interface Change {
  /** The thing changed: `evt_…`, `reg_…`, … */
  pk: string;
  /** Time and the stream's sequence number, so that a record read twice is written once. */
  sk: string;
  table: string;
  who: string;
  /** `taken`: a list left the system. `expired`: the clock deleted what had been kept long enough. */
  what: 'created' | 'changed' | 'removed' | 'taken' | 'expired';
  /** Attributes that differ, before and after. Personal fields have no values here. */
  fields: Record<string, { from?: unknown; to?: unknown } | 'hidden'>;
  /** Seconds: DynamoDB deletes it then. */
  expiresAt?: number;
}

/** Ten years: longer than anybody may still have to prove what was done. */
export const HISTORY_DAYS = 3_650;

/** The same as it is stored: with its end. Entries of before histories had one stay. @param now milliseconds */
export const withEnd = (change: Change, now: number): Change => ({
  ...change,
  expiresAt: Math.floor((now + HISTORY_DAYS * DAY) / 1_000),
});

export const auditTable = table<Change>({
  name: 'audit',
  key: { pk: 'pk', sk: 'sk' },
  ttl: 'expiresAt',
});

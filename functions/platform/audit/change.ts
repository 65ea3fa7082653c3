import { table } from '../store/table';

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
}

export const auditTable = table<Change>({ name: 'audit', key: { pk: 'pk', sk: 'sk' } });

import { NAMES_KEPT_MS } from '../../events/imports/lease';
import { ROLL_DAYS } from '../../events/registrations/roll/rolls-table';
import { KEPT_DAYS } from '../../outbox/sending/sent-mail';
import { HISTORY_DAYS } from '../../platform/audit/change';
import { DAY } from '../../platform/time/dates';

/** What the clock empties some days after the end of an event. */
export const CLOCK_CLASSES = ['notes', 'deliveries', 'people'] as const;
export type ClockClass = (typeof CLOCK_CLASSES)[number];

/** Days after the end of an event, until an admin says otherwise: no law was found that names a number. */
export const USUAL_DAYS: Readonly<Record<ClockClass, number>> = {
  notes: 180,
  deliveries: 730,
  people: 1_825,
};
/** Before that the event's own work still needs them: lists, reports, people who ask. */
export const LEAST_DAYS = 30;
export const MOST_DAYS = 36_500;

/** Who ends the time of what is kept by itself, and where its number stands. */
export interface FixedTerm {
  /** `expiry`: DynamoDB deletes the item. `lifecycle`: a rule of the bucket. `log-group`, `backup`: rules of the stack. */
  by: 'expiry' | 'lifecycle' | 'log-group' | 'backup' | 'clock' | 'nothing';
  days?: number;
}

/** The rules of the buckets (`infra/constructs/data/buckets.ts`). */
export const FILE_DAYS = { lists: 30, poison: 90, failed: 14, formerVersions: 90 } as const;
export const BACKUP_DAYS = 35;

/** What is kept with a term that is no setting. A new kind of item with personal data belongs here or above. */
export const FIXED_TERMS = {
  mails: { by: 'expiry', days: KEPT_DAYS },
  rolls: { by: 'expiry', days: ROLL_DAYS },
  refusedRows: { by: 'clock', days: NAMES_KEPT_MS / DAY },
  lists: { by: 'lifecycle', days: FILE_DAYS.lists },
  failedRecords: { by: 'lifecycle', days: FILE_DAYS.poison },
  failedBatches: { by: 'lifecycle', days: FILE_DAYS.failed },
  formerVersions: { by: 'lifecycle', days: FILE_DAYS.formerVersions },
  backups: { by: 'backup', days: BACKUP_DAYS },
  sessions: { by: 'expiry' },
  logs: { by: 'log-group' },
  exports: { by: 'nothing' },
  tombstones: { by: 'nothing' },
  history: { by: 'expiry', days: HISTORY_DAYS },
} as const satisfies Record<string, FixedTerm>;
export type FixedClass = keyof typeof FIXED_TERMS;

import type { DynamoDBRecord } from 'aws-lambda';
import { noticesTable } from '../../outbox/deliveries/notices-table';
import { table } from '../../platform/store/table';
import { iso } from '../../platform/time/dates';
import { measure } from '../../platform/world/measure';
import type { World } from '../../platform/world/world';
import { tableNameOf } from './record';

/** A stream record that failed: how often it was tried and, once it was given up, where it is kept. */
export interface DeadLetter {
  pk: 'poison';
  sk: string;
  /** Which reader gave up on it; absent for the reader that creates deliveries. */
  reader?: 'audit';
  tries: number;
  table: string;
  error: string;
  /** The object that holds the whole record. */
  key?: string;
  at: string;
  by?: string;
}
export const deadLetters = table<DeadLetter>(noticesTable);

/** A record is read so often before the stream goes on without it. */
export const TRIES = 4;

const withoutPunctuation = (id: string) => id.replace(/[^\w-]/g, '');
const idOf = ({ eventID, dynamodb }: DynamoDBRecord) =>
  withoutPunctuation(`${eventID ?? 'unnamed'}-${dynamodb?.SequenceNumber ?? '0'}`);
/** The audit's records have keys of their own: both readers may give up on the same record. */
const auditIdOf = ({ eventID, dynamodb }: DynamoDBRecord) =>
  `audit-${withoutPunctuation(String(eventID ?? dynamodb?.SequenceNumber))}`;

const describe = (world: World, record: DynamoDBRecord, error: unknown) => ({
  error: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'error',
  table: tableNameOf(record) ?? 'unknown',
  at: iso(world.now()),
});

/**
 * Counts a failure of a record. The last one keeps the whole record as a dead letter, so that the records
 * behind it are read. A queue would keep only its position in the stream, which is gone after a day.
 * @returns whether the record is kept, so that the stream may go on without it
 */
export const countFailure = async (
  world: World,
  record: DynamoDBRecord,
  error: unknown,
): Promise<boolean> => {
  const sk = idOf(record);
  const counted = await world.db.update(
    deadLetters,
    { pk: 'poison', sk },
    {
      set: describe(world, record, error),
      expression: '#tries = if_not_exists(#tries, :none) + :one',
      names: { '#tries': 'tries' },
      values: { ':none': 0, ':one': 1 },
      returns: 'ALL_NEW',
    },
  );
  const tries = counted?.tries ?? 1;
  world.log({ what: 'record-failed', level: 'error', record: sk, tries });
  if (tries < TRIES) return false;
  await keep(world, sk, record, {});
  return true;
};

/** Keeps a record that the audit cannot read at once: another try would read the same. */
export const keepUnreadable = (world: World, record: DynamoDBRecord, error: unknown): Promise<void> =>
  keep(world, auditIdOf(record), record, { reader: 'audit', tries: 1, ...describe(world, record, error) });

/** An alarm in AWS counts this log line. */
const keep = async (
  world: World,
  sk: string,
  record: DynamoDBRecord,
  set: Partial<DeadLetter>,
): Promise<void> => {
  const key = `poison/${sk}.json`;
  await world.files.put(key, new TextEncoder().encode(JSON.stringify(record)), 'application/json');
  await world.db.update(deadLetters, { pk: 'poison', sk }, { set: { ...set, key } });
  world.log({ what: 'record-kept', level: 'error', record: sk });
};

/** Lambda counts no error of a function that asks for records again: an alarm watches this number instead. */
export const measureFailures = (world: World, recordsReadAgain: number): void => {
  if (recordsReadAgain) measure(world, { recordsReadAgain });
};

/** Records that were given up, oldest first; not those that are still tried. */
export const listDeadLetters = async (world: World): Promise<DeadLetter[]> =>
  (await world.db.all(deadLetters, { where: 'pk = :pk', values: { ':pk': 'poison' } })).filter((d) => d.key);

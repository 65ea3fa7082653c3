import type { DynamoDBRecord } from 'aws-lambda';
import { noticesTable } from '../../outbox/deliveries/delivery';
import type { Table } from '../../platform/store/table';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';

/** A record of a stream that cannot be worked on, and how often that was tried. */
export interface Poison {
  pk: 'poison';
  sk: string;
  /** Which reader gave up on it, where it was not the notices'. */
  reader?: 'audit';
  tries: number;
  table: string;
  error: string;
  /** Where the whole record is kept, once it was let go. */
  key?: string;
  at: string;
  by?: string;
}
export const poisons = noticesTable as Table<unknown> as Table<Poison>;

/** A record is read so often before the stream goes on without it. */
export const TRIES = 4;

const idOf = (record: DynamoDBRecord) =>
  `${record.eventID ?? 'unnamed'}-${record.dynamodb?.SequenceNumber ?? '0'}`.replace(/[^\w-]/g, '');
/** The event's own id is one of a kind, where there is one. */
const nameOf = (record: DynamoDBRecord) =>
  String(record.eventID ?? record.dynamodb?.SequenceNumber).replace(/[^\w-]/g, '');
const wordsOf = (error: unknown) =>
  error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'error';
const tableOf = (record: DynamoDBRecord) =>
  /:table\/([^/]+)\//.exec(record.eventSourceARN ?? '')?.[1] ?? 'unknown';

/**
 * Counts a failure; the last one puts the whole record aside, so that those behind it are read. A queue
 * of failures would keep where it stood in the stream, and that is gone after a day.
 * @returns whether the record is kept and may be let go
 */
export const failedAgain = async (world: World, record: DynamoDBRecord, error: unknown): Promise<boolean> => {
  const sk = idOf(record);
  const counted = await world.db.update<Poison>(
    poisons,
    { pk: 'poison', sk },
    {
      set: { error: wordsOf(error), table: tableOf(record), at: iso(world.now()) },
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

/** Puts a record aside at once, which the history could not read: another try would read the same. */
export const keepForAudit = async (world: World, record: DynamoDBRecord, error: unknown): Promise<void> =>
  keep(world, `audit-${nameOf(record)}`, record, {
    reader: 'audit',
    tries: 1,
    error: wordsOf(error),
    table: tableOf(record),
    at: iso(world.now()),
  });

/** The alarm in AWS hears of it by this entry of the log. */
const keep = async (
  world: World,
  sk: string,
  record: DynamoDBRecord,
  said: Partial<Poison>,
): Promise<void> => {
  const key = `poison/${sk}.json`;
  await world.files.put(key, new TextEncoder().encode(JSON.stringify(record)), 'application/json');
  await world.db.update(poisons, { pk: 'poison', sk }, { set: { ...said, key } });
  world.log({ what: 'record-kept', level: 'error', record: sk });
};

/** Records put aside, oldest first. Those still being tried are not among them. */
export const listPoison = async (world: World): Promise<Poison[]> =>
  (await world.db.all(poisons, { where: 'pk = :pk', values: { ':pk': 'poison' } })).filter((p) => p.key);

import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { auditTable, type Change, withEnd } from '../../platform/audit/change';
import type { World } from '../../platform/world/world';
import { changeOf } from './audit-change';
import { keepUnreadable, measureFailures } from './dead-letters';
import { readRecord } from './record';

/**
 * Writes records as history. A record that is read twice is written once.
 * @param onUnreadable what to do with a record that cannot be read; by default its error is thrown
 */
export const writeHistory = async (
  world: World,
  records: readonly DynamoDBRecord[],
  onUnreadable: (record: DynamoDBRecord, error: unknown) => Promise<void> = async (_, error) => {
    throw error;
  },
): Promise<void> => {
  const changes = new Map<string, Change>();
  for (const record of records)
    try {
      const change = changeOf(readRecord(world, record));
      if (change) changes.set(`${change.pk} ${change.sk}`, change);
    } catch (error) {
      await onUnreadable(record, error);
    }
  const ending = [...changes.values()].map((change) => withEnd(change, world.now()));
  await world.db.putMany(auditTable, ending);
};

/**
 * The stream reader that records who changed what, so that no ability has to. A record that cannot be read is
 * kept as a dead letter, so that the records behind it are read.
 * @returns the records to be read again
 */
export const onAuditStream = async (
  world: World,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> => {
  try {
    await writeHistory(world, records, (record, error) => keepUnreadable(world, record, error));
    return { batchItemFailures: [] };
  } catch (error) {
    world.log({ what: 'audit-not-written', level: 'error', name: error instanceof Error ? error.name : '' });
    measureFailures(world, records.length);
    const first = records[0]?.dynamodb?.SequenceNumber;
    return { batchItemFailures: first ? [{ itemIdentifier: first }] : [] };
  }
};

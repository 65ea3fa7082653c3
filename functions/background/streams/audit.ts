import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { noteChanges } from '../../events/registrations/roll/keep-roll';
import { auditTable, type Change, withEnd } from '../../platform/audit/change';
import type { World } from '../../platform/world/world';
import { changeOf } from './audit-change';
import { keepUnreadable, measureFailures } from './dead-letters';
import { readRecord, type StreamRecord } from './record';

/**
 * Writes records as history. A record that is read twice is written once.
 * @param onUnreadable what to do with a record that cannot be read; by default its error is thrown
 * @returns those that change more than bookkeeping
 */
export const writeHistory = async (
  world: World,
  records: readonly DynamoDBRecord[],
  onUnreadable: (record: DynamoDBRecord, error: unknown) => Promise<void> = async (_, error) => {
    throw error;
  },
): Promise<StreamRecord[]> => {
  const changes = new Map<string, Change>();
  const changed: StreamRecord[] = [];
  for (const record of records)
    try {
      const one = readRecord(world, record);
      const change = changeOf(one);
      if (!change) continue;
      changed.push(one);
      changes.set(`${change.pk} ${change.sk}`, change);
    } catch (error) {
      await onUnreadable(record, error);
    }
  const ending = [...changes.values()].map((change) => withEnd(change, world.now()));
  await world.db.putMany(auditTable, ending);
  return changed;
};

/** The registrations that were changed. */
const registrationsIn = (records: readonly StreamRecord[]) =>
  records.flatMap(({ table, before, after }) => {
    const { pk, sk, eventId } = (after ?? before)!;
    return table === 'registrations' && sk && typeof eventId === 'string' ? [{ pk, sk, eventId }] : [];
  });

/**
 * The stream reader that records who changed what, so that no ability has to, and notes changed people in the rolls of large
 * events. A record that cannot be read is kept as a dead letter, so that the records behind it are read.
 * @returns the records to be read again
 */
export const onAuditStream = async (
  world: World,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> => {
  try {
    const changed = await writeHistory(world, records, (record, error) =>
      keepUnreadable(world, record, error),
    );
    await noteChanges(world, registrationsIn(changed));
    return { batchItemFailures: [] };
  } catch (error) {
    world.log({ what: 'audit-not-written', level: 'error', name: error instanceof Error ? error.name : '' });
    measureFailures(world, records.length);
    const first = records[0]?.dynamodb?.SequenceNumber;
    return { batchItemFailures: first ? [{ itemIdentifier: first }] : [] };
  }
};

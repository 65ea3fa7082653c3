import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { PERSONAL } from '../../events/registrations/person-fields';
import { auditTable, type Change } from '../../platform/audit/change';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { keepForAudit } from './dead-letters';

type Image = Record<string, unknown>;

/** Bookkeeping: it changes with every write and says nothing that the change itself does not. */
const UNSAID = new Set([
  'pk',
  'sk',
  'by',
  'version',
  'updatedAt',
  'place',
  'unitPlace',
  'seats',
  'queuedAt',
  'nonce',
  'exit',
]);

/** Whose values are a person's own, or a secret: that they changed is history, what they were is not. */
const HIDDEN = new Set([
  ...PERSONAL,
  'answer',
  'code',
  'reason',
  'contactName',
  'contactPhone',
  'contactEmail',
  'contacts',
  'mailTroubles',
  'tokenHash',
]);
/** An event's reason and contact are printed on its page. */
const PUBLIC_OF: Record<string, ReadonlySet<string>> = {
  events: new Set(['reason', 'contactName', 'contactPhone', 'contactEmail']),
};

const same = (a: unknown, b: unknown): boolean =>
  a === b ||
  (typeof a === 'object' && typeof b === 'object' && JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, sorted(v)]),
        )
      : value;

/** What differs between two images of one item; nothing where only bookkeeping does. */
export const differences = (table: string, before: Image = {}, after: Image = {}): Change['fields'] => {
  const fields: Change['fields'] = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (UNSAID.has(name) || same(before[name], after[name])) continue;
    fields[name] =
      HIDDEN.has(name) && !PUBLIC_OF[table]?.has(name)
        ? 'hidden'
        : {
            ...(before[name] !== undefined && { from: before[name] }),
            ...(after[name] !== undefined && { to: after[name] }),
          };
  }
  return fields;
};

/** A stream's record as history, or nothing: seats are counted many times a second, and claims are no news. */
export const changeOf = (prefix: string, record: DynamoDBRecord): Change | undefined => {
  const { NewImage, OldImage, SequenceNumber, ApproximateCreationDateTime } = record.dynamodb ?? {};
  const named = /:table\/([^/]+)\//.exec(record.eventSourceARN ?? '')?.[1];
  if (!named?.startsWith(prefix) || !SequenceNumber || !(NewImage || OldImage))
    throw new Error('not a record of a stream');
  const table = named.slice(prefix.length);
  const read = (of: typeof NewImage) => of && unmarshall(of as Record<string, AttributeValue>);
  const before = read(OldImage);
  const after = read(NewImage);
  const one = (after ?? before)!;
  if (/^(block|pool|look)\b/.test(String(one.sk ?? ''))) return undefined;
  const fields = differences(table, before, after);
  if (Object.keys(fields).length === 0) return undefined;
  return {
    pk: String(one.id ?? one.pk),
    sk: `${iso((ApproximateCreationDateTime ?? 0) * 1_000)}#${SequenceNumber}`,
    table,
    // An item that was removed bears the hand that wrote it last, not the one that removed it.
    who: String(after?.by ?? 'unknown'),
    what: before && after ? 'changed' : after ? 'created' : 'removed',
    fields,
  };
};

/**
 * Writes records down as history. A record read twice lands on itself.
 * @throws what makes a record unreadable, unless somebody asked to hear of it
 */
export const writeDown = async (
  world: World,
  records: readonly DynamoDBRecord[],
  unreadable: (record: DynamoDBRecord, error: unknown) => Promise<void> = async (_, error) => {
    throw error;
  },
): Promise<void> => {
  const changes = new Map<string, Change>();
  for (const record of records)
    try {
      const change = changeOf(world.settings.tablePrefix, record);
      if (change) changes.set(`${change.pk} ${change.sk}`, change);
    } catch (error) {
      await unreadable(record, error);
    }
  await world.db.putMany(auditTable, [...changes.values()]);
};

/**
 * Who changed what, from the tables' streams, so that no ability can forget to say it. What will never be
 * read is kept whole and shown, so that those behind it are not held up.
 * @returns the records to be read again
 */
export const onAuditStream = async (
  world: World,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> => {
  try {
    await writeDown(world, records, (record, error) => keepForAudit(world, record, error));
    return { batchItemFailures: [] };
  } catch (error) {
    world.log({ what: 'audit-not-written', level: 'error', name: error instanceof Error ? error.name : '' });
    const first = records[0]?.dynamodb?.SequenceNumber;
    return { batchItemFailures: first ? [{ itemIdentifier: first }] : [] };
  }
};

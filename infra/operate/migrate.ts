import { randomUUID } from 'node:crypto';
import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { noticesTable } from '../../functions/outbox/deliveries/notices-table';
import { type Table, table } from '../../functions/platform/store/table';
import { iso, MINUTE } from '../../functions/platform/time/dates';
import type { World } from '../../functions/platform/world/world';

/** What a migration may touch. */
export interface MigrationWorld extends Pick<World, 'db' | 'now'> {
  client: DynamoDBClient;
  prefix: string;
}

/** A change of stored data that a release needs. */
export interface Migration {
  /** Its day and what it does: `2026-12-01-unit-of-call-lines`. It stays for good. */
  id: string;
  /**
   * Works on one portion. The system runs meanwhile, and a portion may be done twice: each write has a condition, or
   * writes what is already there.
   * @param from where the portion before ended
   * @returns where the next one begins; undefined when all is done
   */
  portion(world: MigrationWorld, from: string | undefined): Promise<string | undefined>;
  /** How many items of one portion it would work on, for a dry run. Writes nothing. */
  count?(
    world: MigrationWorld,
    from: string | undefined,
  ): Promise<{ items: number; next: string | undefined }>;
}

interface MigrationRecord {
  pk: 'migration';
  sk: string;
  state: 'running' | 'done';
  /** Where the next portion begins. */
  next?: string;
  holder?: string;
  leaseEnds?: number;
  at: string;
  by?: string;
}
export const migrationRecords = table<MigrationRecord>(noticesTable);

/** A portion takes less; a runner that died is replaced after it. */
const LEASE = 15 * MINUTE;

/**
 * Runs the migrations that were not run yet, in their order. Each portion is recorded, so a runner that was stopped goes
 * on where it was.
 * @returns the ids of those that it finished
 * @throws Error where another runner works
 */
export const migrate = async (world: MigrationWorld, migrations: readonly Migration[]): Promise<string[]> => {
  const finished: string[] = [];
  const holder = randomUUID();
  for (const { id, portion } of migrations) {
    let record = await claim(world, id, holder);
    if (record.state === 'done') continue;
    while (record.state === 'running') {
      const next = await portion(world, record.next);
      record = await move(world, { id, holder, next });
    }
    finished.push(id);
  }
  return finished;
};

/** What a run would do. */
export interface MigrationPreview {
  id: string;
  /** How many items it would work on, from where it stands; absent where it does not count them. */
  items?: number;
}

/** A dry run: the migrations that were not run yet, in their order. Writes nothing. */
export const previewMigrations = async (
  world: MigrationWorld,
  migrations: readonly Migration[],
): Promise<MigrationPreview[]> => {
  const waiting: MigrationPreview[] = [];
  for (const migration of migrations) {
    const key = { pk: 'migration', sk: migration.id } as const;
    const record = await world.db.get(migrationRecords, key, { consistent: true });
    if (record?.state === 'done') continue;
    if (!migration.count) {
      waiting.push({ id: migration.id });
      continue;
    }
    let items = 0;
    let from = record?.next;
    do {
      const portion = await migration.count(world, from);
      items += portion.items;
      from = portion.next;
    } while (from !== undefined);
    waiting.push({ id: migration.id, items });
  }
  return waiting;
};

const claim = async (world: MigrationWorld, id: string, holder: string): Promise<MigrationRecord> => {
  const key = { pk: 'migration', sk: id } as const;
  const now = world.now();
  const found = await world.db.get(migrationRecords, key, { consistent: true });
  if (found?.state === 'done') return found;
  const lease = { holder, leaseEnds: now + LEASE };
  const record: MigrationRecord = { ...key, state: 'running', ...found, ...lease, at: iso(now) };
  const written = await world.db.putIf(migrationRecords, record, {
    if: 'attribute_not_exists(pk) OR (#state = :running AND leaseEnds < :now)',
    names: { '#state': 'state' },
    values: { ':running': 'running', ':now': now },
  });
  if (!written.ok) throw new Error(`Another runner works on ${id}.`);
  return record;
};

const move = async (
  world: MigrationWorld,
  { id, holder, next }: { id: string; holder: string; next: string | undefined },
): Promise<MigrationRecord> => {
  const now = world.now();
  const record: MigrationRecord = {
    pk: 'migration',
    sk: id,
    at: iso(now),
    ...(next === undefined ? { state: 'done' } : { state: 'running', next, holder, leaseEnds: now + LEASE }),
  };
  const written = await world.db.putIf(migrationRecords, record, {
    if: 'holder = :holder',
    values: { ':holder': holder },
  });
  if (!written.ok) throw new Error(`Another runner took over ${id}.`);
  return record;
};

/** A page of all items of a table, for a migration: no request of a person reads a table so. */
export const everyItem = async <T>(
  { client, prefix }: MigrationWorld,
  of: Table<T>,
  { from, limit = 200 }: { from: string | undefined; limit?: number },
): Promise<{ items: T[]; next: string | undefined }> => {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new ScanCommand({
      TableName: prefix + of.name,
      Limit: limit,
      ConsistentRead: true,
      ...(from && { ExclusiveStartKey: marshall(JSON.parse(from)) }),
    }),
  );
  return {
    items: Items.map((item) => unmarshall(item) as T),
    next: LastEvaluatedKey && JSON.stringify(unmarshall(LastEvaluatedKey)),
  };
};

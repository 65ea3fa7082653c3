import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  type TableDescription,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { TableSpec } from '../../functions/platform/store/table';
import { tables } from '../../functions/tables';
import type { Stage } from '../stages/stage';

/** The steps of a restore, of which a machine without AWS has no own. */
export interface RestoreSteps {
  client: DynamoDBClient;
  /** Begins to make `target` as `source` was; DynamoDB needs many minutes for it. */
  restoreTable(source: string, target: string): Promise<void>;
  /** Recovery and protection, which the embedded DynamoDB does not have. */
  protect(table: string): Promise<void>;
  pause(): Promise<void>;
  say(line: string): void;
}

/** What the stage's file says from then on (`infra/stages/stage.ts`). */
export type RestoredTables = NonNullable<Stage['tables']>;

/**
 * Makes every table anew under another prefix, as all of them were at one moment, and turns on what a restore leaves off:
 * streams, expiry, recovery and protection. The tables in use are not touched. Each step first looks whether it was done,
 * so a restore that stopped is begun again.
 */
export const restoreAll = async (steps: RestoreSteps, from: string, to: string): Promise<RestoredTables> => {
  if (from === to) throw new Error('Restored tables need a prefix of their own.');
  for (const { name } of tables)
    if (!(await described(steps.client, to + name))) {
      await steps.restoreTable(from + name, to + name);
      steps.say(`${to + name}: begun`);
    }
  const streams: Record<string, string> = {};
  for (const spec of tables) {
    const table = await whenActive(steps, to + spec.name);
    await expire(steps.client, to + spec.name, spec);
    await steps.protect(to + spec.name);
    if (spec.stream) streams[spec.name] = await stream(steps, table);
    steps.say(`${to + spec.name}: ready`);
  }
  return { prefix: to, streams };
};

const described = async (
  client: DynamoDBClient,
  TableName: string,
): Promise<TableDescription | undefined> => {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
};

const whenActive = async ({ client, pause }: RestoreSteps, name: string): Promise<TableDescription> => {
  for (;;) {
    const table = await described(client, name);
    if (table?.TableStatus === 'ACTIVE') return table;
    await pause();
  }
};

const stream = async (steps: RestoreSteps, table: TableDescription): Promise<string> => {
  const TableName = table.TableName!;
  if (!table.StreamSpecification?.StreamEnabled)
    await steps.client.send(
      new UpdateTableCommand({
        TableName,
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      }),
    );
  const { LatestStreamArn } = await whenActive(steps, TableName);
  if (!LatestStreamArn) throw new Error(`No stream on ${TableName}`);
  return LatestStreamArn;
};

const expire = async (client: DynamoDBClient, TableName: string, { ttl }: TableSpec): Promise<void> => {
  if (!ttl) return;
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  if (/^ENABL/.test(TimeToLiveDescription?.TimeToLiveStatus ?? '')) return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName,
      TimeToLiveSpecification: { AttributeName: ttl, Enabled: true },
    }),
  );
};

/** Point-in-time recovery and protection against deletion, as the stack gives them to its own tables. */
export const protectTable = async (client: DynamoDBClient, TableName: string): Promise<void> => {
  await client.send(
    new UpdateContinuousBackupsCommand({
      TableName,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
    }),
  );
  await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: true }));
};

/**
 * Tables that were already begun are left out.
 * @throws Error that names each table which cannot be restored to that moment: none is begun then
 */
export const checkMoment = async (
  client: DynamoDBClient,
  { from, to, at }: { from: string; to: string; at: Date },
): Promise<void> => {
  const outside: string[] = [];
  for (const { name } of tables) {
    if (await described(client, to + name)) continue;
    const { ContinuousBackupsDescription } = await client.send(
      new DescribeContinuousBackupsCommand({ TableName: from + name }),
    );
    const { EarliestRestorableDateTime: earliest, LatestRestorableDateTime: latest } =
      ContinuousBackupsDescription?.PointInTimeRecoveryDescription ?? {};
    if (!earliest || !latest || at < earliest || at > latest)
      outside.push(
        `${from + name}: ${earliest?.toISOString() ?? 'never'} to ${latest?.toISOString() ?? 'never'}`,
      );
  }
  if (outside.length) throw new Error(`Not within the recovery of:\n${outside.join('\n')}`);
};

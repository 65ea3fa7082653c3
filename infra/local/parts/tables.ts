import { createHash } from 'node:crypto';
import {
  CreateTableCommand,
  DescribeTableCommand,
  ListTablesCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { dynamoClient } from '../../../functions/platform/store/client';
import { createTableInput } from '../../../functions/platform/store/create-table';
import { tables } from '../../../functions/tables';
import { localAws } from './part';

/**
 * Whether a DynamoDB holds tables with this prefix.
 * @returns undefined if nothing answers
 */
export const holdsTables = async (endpoint: string, prefix: string): Promise<boolean | undefined> => {
  const client = dynamoClient({ endpoint, ...localAws });
  try {
    const { TableNames = [] } = await client.send(new ListTablesCommand({}));
    return TableNames.some((name) => name.startsWith(prefix));
  } catch {
    return undefined;
  } finally {
    client.destroy();
  }
};

/** Creates every missing table, without streams: they slow the embedded DynamoDB down. */
export const createTables = async (endpoint: string, prefix: string): Promise<void> => {
  const client = dynamoClient({ endpoint, ...localAws });
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  for (const spec of tables)
    if (!TableNames.includes(prefix + spec.name))
      await client.send(new CreateTableCommand(createTableInput(spec, prefix)));
  client.destroy();
};

/** A hash of the tables and their indexes: it changes with their design. */
export const tableDesign = (): string =>
  createHash('sha256')
    .update(JSON.stringify(tables.map((spec) => createTableInput(spec, ''))))
    .digest('base64url')
    .slice(0, 16);

/** Turns on the streams that the specifications ask for. @returns stream by table name */
export const enableStreams = async (endpoint: string, prefix: string): Promise<Record<string, string>> => {
  const client = dynamoClient({ endpoint, ...localAws });
  const arns: Record<string, string> = {};
  for (const spec of tables.filter((t) => t.stream)) {
    const TableName = prefix + spec.name;
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    let arn = Table?.StreamSpecification?.StreamEnabled ? Table.LatestStreamArn : undefined;
    if (!arn) {
      const on = await client.send(
        new UpdateTableCommand({
          TableName,
          StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
        }),
      );
      arn = on.TableDescription?.LatestStreamArn;
    }
    if (!arn) throw new Error(`No stream on ${TableName}`);
    arns[spec.name] = arn;
  }
  client.destroy();
  return arns;
};

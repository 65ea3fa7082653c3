import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import {
  CreateTableCommand,
  DescribeTableCommand,
  ListTablesCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { dynamoClient } from '../../functions/platform/store/client';
import { createTableInput } from '../../functions/platform/store/create-table';
import { tables } from '../../functions/tables';

/** What any AWS client needs to talk to an embedded part: nothing here is a secret. */
export const localAws = {
  region: 'ap-southeast-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

const binary = (): string => {
  try {
    return join(
      dirname(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json')),
      'dynoxide',
    );
  } catch {
    return 'dynoxide'; // one on PATH
  }
};

export interface Part {
  endpoint: string;
  /** The process that was started for it, if one was. */
  pid?: number;
  stop(): Promise<void>;
}

/** The embedded DynamoDB: in memory without `file`. `DYNAMODB_ENDPOINT` names another one instead. */
export const startDynamo = async (file?: string): Promise<Part> => {
  const elsewhere = process.env.DYNAMODB_ENDPOINT;
  if (elsewhere) return { endpoint: elsewhere, stop: async () => {} };
  const port = await freePort();
  const child = spawn(
    binary(),
    ['serve', '--host', '127.0.0.1', '--port', String(port), ...(file ? ['--db-path', file] : [])],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint = (complaint + chunk).slice(-2_000);
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await answers(endpoint, child, () => complaint);
  return { endpoint, pid: child.pid, stop: () => stopChild(child) };
};

const answers = async (endpoint: string, child: ChildProcess, complaint: () => string) => {
  const client = dynamoClient({ endpoint, ...localAws });
  // A minute: a busy machine is slow to start a process.
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if (child.exitCode !== null) throw new Error(`The embedded DynamoDB stopped: ${complaint()}`);
    try {
      await client.send(new ListTablesCommand({}));
      client.destroy();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  throw new Error(`The embedded DynamoDB does not answer: ${complaint()}`);
};

const stopChild = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

/**
 * Whether another DynamoDB than the embedded one answers, and holds tables of ours already.
 * @returns undefined where nothing answers
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

/** Makes every table that is not there yet. Streams slow the emulator down, so they come apart. */
export const createTables = async (endpoint: string, prefix: string): Promise<void> => {
  const client = dynamoClient({ endpoint, ...localAws });
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  for (const spec of tables)
    if (!TableNames.includes(prefix + spec.name))
      await client.send(new CreateTableCommand(createTableInput(spec, prefix)));
  client.destroy();
};

/** A short name for what the tables and their indexes are like: another one tells of another design. */
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

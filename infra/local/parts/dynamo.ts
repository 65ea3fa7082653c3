import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { dynamoClient } from '../../../functions/platform/store/client';
import { localAws, type Part } from './part';
import { freePort } from './ports';

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

/** The embedded DynamoDB: in memory without `file`. */
export const startDynamo = async (file?: string): Promise<Part> => {
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
  // Minutes: a busy machine is slow to start a process.
  for (const end = Date.now() + 180_000; Date.now() < end; ) {
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

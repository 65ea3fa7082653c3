import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
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

/** An address of this machine that only this process knows: all of 127.0.0.0/8 is the machine itself. */
const secretAddress = () => `127.${randomInt(1, 255)}.${randomInt(0, 256)}.${randomInt(2, 255)}`;

/**
 * The embedded DynamoDB: in memory without `file`. It looks neither at names nor at signatures, so it listens where no
 * page of a stranger can look for it.
 */
export const startDynamo = async (file?: string): Promise<Part> => {
  const host = secretAddress();
  const port = await freePort(host);
  const child = spawn(
    binary(),
    ['serve', '--host', host, '--port', String(port), ...(file ? ['--db-path', file] : [])],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint = (complaint + chunk).slice(-2_000);
  });
  const endpoint = `http://${host}:${port}`;
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

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

/** A database that died at once is not started in a tight loop. */
const PATIENCE = 500;

export interface Dynamo extends Part {
  /** Whether it runs: false while it is started again. */
  isUp(): boolean;
}

/**
 * The embedded DynamoDB: in memory without `file`. It looks neither at names nor at signatures, so it listens where no
 * page of a stranger can look for it. One that dies is started again at the same address, on its file.
 * @param restarted hears the id of the new process
 * @param died is called when it is not there any more
 */
export const startDynamo = async (
  file?: string,
  restarted: (pid: number) => unknown = () => {},
  died: () => unknown = () => {},
): Promise<Dynamo> => {
  const host = secretAddress();
  const port = await freePort(host);
  const endpoint = `http://${host}:${port}`;
  let child: ChildProcess;
  let up = false;
  let stopping = false;
  const begin = async (): Promise<void> => {
    const mine = spawn(
      binary(),
      ['serve', '--host', host, '--port', String(port), ...(file ? ['--db-path', file] : [])],
      { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
    );
    child = mine;
    let complaint = '';
    mine.stderr?.on('data', (chunk) => {
      complaint = (complaint + chunk).slice(-2_000);
    });
    await answers(endpoint, mine, () => complaint);
    up = true;
    const ended = () => {
      up = false;
      died();
      // What was in memory alone is gone: an empty database would be a lie.
      if (!stopping && file) void again();
    };
    if (mine.exitCode !== null || mine.signalCode !== null) ended();
    else mine.once('exit', ended);
  };
  const again = async (): Promise<void> => {
    while (!stopping) {
      try {
        await begin();
        if (child.pid) await restarted(child.pid);
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, PATIENCE));
      }
    }
  };
  await begin();
  return {
    endpoint,
    pid: child!.pid,
    isUp: () => up,
    stop: async () => {
      stopping = true;
      await stopChild(child);
    },
  };
};

const answers = async (endpoint: string, child: ChildProcess, complaint: () => string) => {
  const client = dynamoClient({ endpoint, ...localAws });
  // Minutes: a busy machine is slow to start a process.
  for (const end = Date.now() + 180_000; Date.now() < end; ) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The embedded DynamoDB stopped: ${complaint()}`);
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
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

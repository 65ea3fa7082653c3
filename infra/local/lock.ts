import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { tryLock } = createRequire(import.meta.url)('fs-native-extensions') as {
  tryLock(fd: number): boolean;
};

/** The content of `lock.json`: it outlives a run that was killed, the lock on the file does not. */
interface Holder {
  pid: number;
  /** The database that this run started. */
  dynamo?: Mark;
}
interface Mark {
  pid: number;
  /** The command's name and its start time: the process id alone may belong to another process by now. */
  is: string;
}

export interface DirectoryLock {
  /** Notes the database of this run, so that the next run can end it if this one is killed. */
  noteDynamo(pid: number): Promise<void>;
  release(): Promise<void>;
}

export class DirectoryInUse extends Error {}

/**
 * Locks the data directory for this process. A run that was killed leaves its database running; it is ended
 * first, since it keeps the file open.
 * @throws DirectoryInUse while another run has the lock
 */
export const lockDirectory = async (dataDir: string): Promise<DirectoryLock> => {
  const path = join(dataDir, 'lock.json');
  // A plain descriptor, since a `FileHandle` would be closed, and the lock with it, by the garbage collector.
  const fd = openSync(path, 'a+');
  const write = (holder?: Holder) => {
    ftruncateSync(fd);
    if (holder) writeSync(fd, JSON.stringify(holder));
  };
  try {
    const locked = tryLock(fd);
    const before = read(path);
    if (!locked) throw new DirectoryInUse(`${dataDir} is in use by process ${before?.pid ?? '(starting)'}`);
    if (before?.dynamo) await end(before.dynamo);
    write({ pid: process.pid });
  } catch (error) {
    closeSync(fd);
    throw error;
  }
  return {
    noteDynamo: async (pid) => write({ pid: process.pid, dynamo: { pid, is: (await identity(pid)) ?? '' } }),
    release: async () => {
      write();
      closeSync(fd);
    },
  };
};

const read = (path: string): Holder | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined; // empty, or half written by a run that was killed
  }
};

/** @returns `node 1234567`: command and start time as Linux tells them; undefined if no such process lives */
const identity = async (pid: number): Promise<string | undefined> => {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const command = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const rest = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return rest[0] === 'Z' ? undefined : `${command} ${rest[19]}`;
  } catch {
    return undefined;
  }
};

const lives = async ({ pid, is }: Mark) => (await identity(pid)) === is;

const end = async (mark: Mark): Promise<void> => {
  for (let i = 0; i < 100 && (await lives(mark)); i++) {
    if (i === 0) process.kill(mark.pid, 'SIGTERM');
    if (i === 60) process.kill(mark.pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

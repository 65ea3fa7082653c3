import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Which processes hold a data directory: a process id alone may since be somebody else's. */
interface Holder {
  runner: Mark;
  dynamo?: Mark;
}
interface Mark {
  pid: number;
  /** The command's name and the moment it began, as Linux tells them. */
  is: string;
}

export class DirectoryInUse extends Error {}

/** @returns `node 1234567`: command and start time, or undefined where no such process lives */
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

const lives = async (mark: Mark | undefined) => !!mark && (await identity(mark.pid)) === mark.is;
const markOf = async (pid: number): Promise<Mark> => ({ pid, is: (await identity(pid)) ?? '' });
const file = (dataDir: string) => join(dataDir, 'holder.json');

const read = async (dataDir: string): Promise<Holder | undefined> => {
  try {
    return JSON.parse(await readFile(file(dataDir), 'utf8')) as Holder;
  } catch {
    return undefined; // none, or half written by a run that was killed
  }
};

/**
 * Takes the data directory for this process. A run that was killed leaves its database running: that is
 * ended first, since it holds the file.
 * @throws DirectoryInUse where another run is alive in it
 */
export const takeDirectory = async (dataDir: string): Promise<void> => {
  const holder = await read(dataDir);
  if (await lives(holder?.runner))
    throw new DirectoryInUse(`${dataDir} is in use by process ${holder!.runner.pid}`);
  if (await lives(holder?.dynamo)) await end(holder!.dynamo!);
  await write(dataDir, { runner: await markOf(process.pid) });
};

/** Notes the database that this run started. */
export const noteDynamo = async (dataDir: string, pid: number): Promise<void> =>
  write(dataDir, { runner: await markOf(process.pid), dynamo: await markOf(pid) });

export const leaveDirectory = (dataDir: string): Promise<void> => rm(file(dataDir), { force: true });

const write = (dataDir: string, holder: Holder) => writeFile(file(dataDir), JSON.stringify(holder));

const end = async (mark: Mark): Promise<void> => {
  process.kill(mark.pid, 'SIGTERM');
  for (let i = 0; i < 100 && (await lives(mark)); i++) {
    if (i === 60) process.kill(mark.pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

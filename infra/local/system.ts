import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addApiToken } from '../../functions/directory/sign-in/add-account';
import type { World } from '../../functions/platform/world/world';
import { ORGANIZER, seed } from '../demo/seed';
import { openCheckpoints } from './checkpoints';
import { copyOf } from './copy';
import { createTables, enableStreams, holdsTables, type Part, startDynamo, tableDesign } from './dynamo';
import { feedbackOf } from './feedback';
import { startFileStore } from './file-store';
import { startInbox } from './inbox';
import { type DirectoryLock, lockDirectory } from './lock';
import { BadOptions, type Kept, type Options, readKept, writeKept } from './options';
import { listen } from './serve';
import { backgroundWork, type Work } from './work';
import { BUCKET, fileLog, localSettings, localWorld, PREFIX } from './world';

export interface StartOptions extends Partial<Options> {
  /** Milliseconds since 1970; a test sets it. */
  now?: () => number;
  /** Keeps everything in memory and below a temporary directory that goes with the system. */
  temporary?: boolean;
  /** Without it, streams and clock run only when asked (`drainStreams`, `tick`). */
  background?: boolean;
  /** Breaks the start off, before its next step; what was started is stopped again. */
  signal?: AbortSignal;
}

/** Somebody asked to stop before everything ran. */
export class Stopped extends Error {}

export interface System extends Pick<Work, 'tick' | 'drainStreams'> {
  /** `http://localhost:3000` */
  origin: string;
  /** The inbox's page; its mails stand at `/store`. */
  inbox: string;
  /** A bearer token of the demo's organizer. */
  apiToken: string;
  /** The embedded DynamoDB, for measuring it on its own. */
  dynamo: string;
  logFile: string;
  world: World;
  /** Ends requests, background work and parts, in this order. */
  stop(): Promise<void>;
}

/** The tables in the data directory lack what this version reads by. */
export class OldData extends Error {
  constructor(dataDir: string) {
    super(
      `The data in ${dataDir} was made by another version, whose tables were different. ` +
        'Remove that folder to begin anew, or choose another with DATA_DIR=….',
    );
  }
}

/**
 * The whole system on this machine, from embedded parts. What was started is stopped again where a later
 * part fails.
 * @throws PortTaken, DirectoryInUse, OldData
 */
export const startSystem = async (options: StartOptions = {}): Promise<System> => {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    return await start(options, (end) => void stops.push(end), stop);
  } catch (error) {
    await stop();
    throw error;
  }
};

const start = async (
  options: StartOptions,
  atEnd: (end: () => Promise<void>) => void,
  stop: () => Promise<void>,
): Promise<System> => {
  const { temporary = false, background = true, now = Date.now, host = '127.0.0.1' } = options;
  const dataDir = temporary
    ? await mkdtemp(join(tmpdir(), 'nhip-cau-'))
    : (options.dataDir ?? join(process.cwd(), '.data'));
  if (temporary) atEnd(() => rm(dataDir, { recursive: true, force: true }));
  const kept = await readKept(dataDir);
  const design = tableDesign();
  if (kept.seeded && kept.tables !== design) throw new OldData(dataDir);

  // The port first: a second start must say that it is taken before it touches the data.
  const serving = await listen(options.port ?? 0, host);
  atEnd(() => serving.stop());
  const lock = await lockDirectory(dataDir);
  atEnd(lock.release);

  const { log, close } = fileLog(join(dataDir, 'log.jsonl'));
  atEnd(close);
  // Each is stopped again even where another one fails to start.
  const begun = <P extends { stop(): Promise<void> }>(part: P): P => {
    atEnd(part.stop);
    return part;
  };
  const parts = [
    startData(dataDir, kept, options, lock).then(begun),
    startInbox(options.mailPort ?? 0).then(begun),
    startFileStore(join(dataDir, 'files'), BUCKET).then(begun),
  ] as const;
  await Promise.allSettled(parts);
  const [dynamo, inbox, files] = await Promise.all(parts);
  options.signal?.throwIfAborted();

  const which = kept.seeded ?? options.seed ?? 'demo';
  const settings = localSettings(`http://localhost:${serving.port}`, kept, {
    rateLimits: options.rateLimits ?? true,
    sampleData: which === 'demo',
    copy: await copyOf(dataDir),
  });
  const endpoints = { dynamo: dynamo.endpoint, inbox: inbox.endpoint, files: files.endpoint };
  const direct = localWorld(settings, endpoints, { now, log });
  const feedback = feedbackOf(direct.mail);
  const world = { ...direct, mail: feedback.mail };

  if (!kept.seeded) {
    await createTables(dynamo.endpoint, PREFIX);
    options.signal?.throwIfAborted();
    await unlessStopped(options.signal, seed(world, which));
    await writeKept(dataDir, { ...kept, seeded: which, tables: design });
  }
  const apiToken = options.apiToken ?? kept.apiToken;
  await addApiToken(world, ORGANIZER, apiToken);

  // Only now: the embedded database slows down with the length of its streams, and nobody is told of
  // the past of a demo.
  const arns = Object.values(await enableStreams(dynamo.endpoint, PREFIX));
  const checkpoints = await openCheckpoints(temporary ? undefined : join(dataDir, 'checkpoints.json'));
  const work = backgroundWork(world, { endpoint: dynamo.endpoint, arns, checkpoints }, feedback);
  atEnd(work.stop);
  serving.open(world);
  atEnd(() => serving.stop());
  if (background) work.begin();

  return {
    origin: settings.publicOrigin,
    inbox: inbox.endpoint,
    apiToken,
    dynamo: dynamo.endpoint,
    logFile: join(dataDir, 'log.jsonl'),
    world,
    tick: work.tick,
    drainStreams: work.drainStreams,
    stop,
  };
};

/** Filling the tables takes seconds; whoever wants to stop does not wait for it, as the half is thrown away. */
const unlessStopped = <T>(signal: AbortSignal | undefined, act: Promise<T>): Promise<T> =>
  Promise.race([
    act,
    new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  ]);

/**
 * The embedded DynamoDB on its file. Where a first start was cut short before everything was in it, the
 * half is thrown away.
 */
const startData = async (
  dataDir: string,
  kept: Kept,
  options: StartOptions,
  lock: DirectoryLock,
): Promise<Part> => {
  if (options.dynamoEndpoint) return elsewhere(options.dynamoEndpoint, kept);
  if (options.temporary) return startDynamo();
  const file = join(dataDir, 'dynamo.db');
  if (!kept.seeded) for (const end of ['', '-wal', '-shm', '-journal']) await rm(file + end, { force: true });
  const part = await startDynamo(file);
  if (part.pid) await lock.noteDynamo(part.pid);
  return part;
};

/** Another DynamoDB, named by the environment: what is wrong with it is said by the variable's name. */
const elsewhere = async (endpoint: string, kept: Kept): Promise<Part> => {
  const filled = await holdsTables(endpoint, PREFIX);
  if (filled === undefined) throw new BadOptions(`DYNAMODB_ENDPOINT=${endpoint}: no DynamoDB answers there`);
  // Their persons and links were hashed with keys that stand in another data directory.
  if (filled && !kept.seeded)
    throw new BadOptions(
      `DYNAMODB_ENDPOINT=${endpoint}: it holds tables that were not filled from this DATA_DIR. Empty it, or start with the DATA_DIR that filled them.`,
    );
  return { endpoint, stop: async () => {} };
};

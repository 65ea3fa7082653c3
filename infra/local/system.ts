import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addApiToken } from '../../functions/directory/sessions/token';
import { as, type World } from '../../functions/platform/world/world';
import { ORGANIZER, seed } from '../demo/seed';
import { generateProvince } from '../province/generate';
import { WHOLE } from '../province/size';
import { type Background, backgroundOf } from './background';
import { OldData } from './cannot-start';
import { dataIdentity } from './data-identity';
import { type DatabasePlace, startDatabase } from './database';
import { feedbackOf } from './feedback';
import { readKept, writeKept } from './kept';
import { listen, type Serving, withHealth } from './listen';
import { lockDirectory } from './lock';
import type { Options, Seed } from './options';
import { openCheckpoints } from './parts/checkpoints';
import { startFileStore } from './parts/file-store';
import { startInbox } from './parts/inbox';
import { createTables, enableStreams, tableDesign } from './parts/tables';
import { serveSite } from './serve';
import { BUCKET, fileLog, localSettings, localWorld, PREFIX } from './world';

export interface StartOptions extends Partial<Options> {
  /** Milliseconds since 1970; a test sets it. */
  now?: () => number;
  /** Keeps everything in memory and below a temporary directory, which is deleted at the end. */
  temporary?: boolean;
  /** If false, streams and clock run only when asked (`drainStreams`, `tick`). */
  background?: boolean;
  /** Aborts the start before its next step; the parts that run are stopped again. */
  signal?: AbortSignal;
  /** Listens already; it is stopped with the system. */
  serving?: Serving;
  /** Hears what is being done now, for a person who waits. */
  say?: (step: string) => void;
}

export interface System extends Pick<Background, 'tick' | 'drainStreams'> {
  /** `http://localhost:3000` */
  origin: string;
  /** The inbox's page; its mails are at `/store`. */
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

/** What a person who waits is told. */
const STEPS = {
  parts: 'Đang mở cơ sở dữ liệu, hộp thư và kho tệp (opening the database, the inbox and the file store)…',
  fill: {
    demo: 'Đang tạo dữ liệu mẫu, chỉ lần đầu (making the sample data, the first time only)…',
    province:
      'Đang tạo dữ liệu của cả tỉnh, mất vài phút, chỉ lần đầu (making the data of a whole province, some minutes, the first time only)…',
    none: 'Đang tạo danh mục huyện và tài khoản, chỉ lần đầu (making districts and accounts, the first time only)…',
  },
  open: 'Đang mở trang (opening the site)…',
};

type AtEnd = (end: () => Promise<void>) => void;

/**
 * Starts the whole system on this machine, from embedded parts. If one part fails to start, the others are
 * stopped again.
 * @throws PortTaken, DirectoryInUse, OldData, BadOptions
 */
export const startSystem = async (options: StartOptions = {}): Promise<System> => {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    return { ...(await start(options, (end) => void stops.push(end))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const start = async (options: StartOptions, atEnd: AtEnd): Promise<Omit<System, 'stop'>> => {
  const { temporary = false, background = true, now = Date.now, signal } = options;
  const dataDir = await dataDirectory(options, atEnd);
  const kept = await readKept(dataDir);
  if (kept.seeded && kept.tables !== tableDesign()) throw new OldData(dataDir);

  // The port first: a second start must report that it is taken before it touches the data.
  const serving = options.serving ?? (await listen(options.port ?? 0, options.host ?? '127.0.0.1'));
  atEnd(() => serving.stop());
  const say = (step: string) => {
    serving.say(step);
    options.say?.(step);
  };
  const lock = await lockDirectory(dataDir);
  atEnd(lock.release);
  const logFile = join(dataDir, 'log.jsonl');
  const { log, close } = fileLog(logFile);
  atEnd(close);
  say(STEPS.parts);
  const place = { dataDir, kept, lock, temporary, endpoint: options.dynamoEndpoint };
  const { dynamo, isUp, inbox, files } = await startParts(place, options.mailPort ?? 0, atEnd);
  signal?.throwIfAborted();

  const which = kept.seeded ?? options.seed ?? 'demo';
  const settings = localSettings(`http://localhost:${serving.port}`, kept, {
    rateLimits: options.rateLimits ?? true,
    sampleData: which !== 'none',
    copy: await dataIdentity(dataDir),
    khmerQuestion: options.khmerQuestion,
  });
  const direct = localWorld(settings, { dynamo, inbox, files }, { now, log });
  const feedback = feedbackOf(direct.mail);
  const world = { ...direct, mail: feedback.mail };
  if (!kept.seeded) {
    say(STEPS.fill[which]);
    await fillTables(world, { dynamo, which, signal, say });
    await writeKept(dataDir, { ...kept, seeded: which, tables: tableDesign() });
  }
  say(STEPS.open);
  const apiToken = options.apiToken ?? kept.apiToken;
  await addApiToken(world, ORGANIZER, apiToken);

  // Not before the tables are filled: the embedded database slows down with the length of its streams, and
  // the past of a demo must send no notices.
  const arns = Object.values(await enableStreams(dynamo, PREFIX));
  const checkpoints = await openCheckpoints(temporary ? undefined : join(dataDir, 'checkpoints.json'));
  const work = backgroundOf(world, { endpoint: dynamo, arns, checkpoints }, feedback);
  atEnd(work.stop);
  serving.open(withHealth(isUp, await serveSite(world)));
  atEnd(() => serving.stop());
  if (background) work.begin();
  const { tick, drainStreams } = work;
  return { origin: settings.publicOrigin, inbox, apiToken, dynamo, logFile, world, tick, drainStreams };
};

const dataDirectory = async (options: StartOptions, atEnd: AtEnd): Promise<string> => {
  if (!options.temporary) return options.dataDir ?? join(process.cwd(), '.data');
  const dataDir = await mkdtemp(join(tmpdir(), 'nhip-cau-'));
  atEnd(() => rm(dataDir, { recursive: true, force: true }));
  return dataDir;
};

/** @returns where each part answers */
const startParts = async (place: DatabasePlace, mailPort: number, atEnd: AtEnd) => {
  // Each part is stopped again even if another one fails to start.
  const begun = <P extends { stop(): Promise<void> }>(part: P): P => {
    atEnd(part.stop);
    return part;
  };
  const parts = [
    startDatabase(place).then(begun),
    startInbox(mailPort).then(begun),
    startFileStore(join(place.dataDir, 'files'), BUCKET).then(begun),
  ] as const;
  await Promise.allSettled(parts);
  const [dynamo, inbox, files] = await Promise.all(parts);
  return { dynamo: dynamo.endpoint, isUp: dynamo.isUp, inbox: inbox.endpoint, files };
};

/** Takes seconds, so an abort does not wait for its end: incomplete tables are deleted at the next start. */
const fill = async (world: World, which: Seed, say: (step: string) => void): Promise<void> => {
  await seed(world, which === 'none' ? 'none' : 'demo');
  if (which === 'province') await generateProvince(as(world, ORGANIZER), WHOLE, say);
};

const fillTables = async (
  world: World,
  {
    dynamo,
    which,
    signal,
    say,
  }: { dynamo: string; which: Seed; signal?: AbortSignal; say: (step: string) => void },
): Promise<void> => {
  await createTables(dynamo, PREFIX);
  signal?.throwIfAborted();
  await Promise.race([
    fill(world, which, say),
    new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  ]);
};

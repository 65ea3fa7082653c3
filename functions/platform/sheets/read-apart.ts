import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { invalid } from '../problem/problem';
import type { Answer } from './file-worker';
import type { Sheet } from './sheet';

export interface Limits {
  heapMb: number;
  /** A file is given up after so many milliseconds, if it also used so many of the processor: a busy machine is slow. */
  wallMs: number;
  processorMs: number;
  /** After so many in any case. */
  longestMs: number;
}

/** A list of 10,000 people takes half of it. The http function itself ends after 10 seconds. */
const LIMITS: Limits = { heapMb: 128, wallMs: 6_000, processorMs: 1_500, longestMs: 30_000 };
/** Each may take the whole heap of its thread. */
const AT_ONCE = pLimit(2);
const LOOK_EVERY_MS = 100;
/** After a larger file its thread ends: what it used is needed by the list's own work. In bytes. */
const KEEPS_THREAD = 100_000;

/** A thread that waits for the next file: starting one takes longer than most lists. */
let idle: Worker | undefined;

/** Beside this file's code: the build makes it an entry of its own (`infra/build/functions.ts`). */
const start = ({ heapMb }: Limits): Worker => {
  const isSource = import.meta.url.endsWith('.ts');
  const worker = new Worker(new URL(`./file-worker.${isSource ? 'ts' : 'mjs'}`, import.meta.url), {
    execArgv: isSource ? ['--import', 'tsx'] : [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 },
  });
  // A thread that was given up may still say that its memory ran out.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    if (idle === worker) idle = undefined;
  });
  return worker;
};

/**
 * Parses a file in a thread with bounds on memory and time, so that no file ends the process, whatever a library does
 * with it.
 * @throws Problem invalid at `file`: `sheet-unreadable`, `sheet-too-large` also where a bound was met
 */
export const readApart = (bytes: Uint8Array, limits: Limits = LIMITS): Promise<Sheet[]> =>
  AT_ONCE(async () => {
    const waiting = limits === LIMITS ? idle : undefined;
    if (waiting) idle = undefined;
    const worker = waiting ?? start(limits);
    const answer = await answerOf(worker, bytes, limits);
    if (answer && !idle && limits === LIMITS && bytes.length <= KEEPS_THREAD) {
      idle = worker;
      worker.unref();
    } else await worker.terminate();
    if (!answer) throw invalid('file', 'sheet-too-large');
    if ('refused' in answer) throw invalid('file', answer.refused);
    return answer.sheets;
  });

/** @returns undefined where a bound was met */
const answerOf = (worker: Worker, bytes: Uint8Array, limits: Limits): Promise<Answer | undefined> =>
  new Promise((resolve) => {
    const began = performance.now();
    const used = process.cpuUsage();
    const end = (answer?: Answer) => {
      clearInterval(looking);
      worker.off('message', end).off('error', failed).off('exit', failed);
      resolve(answer);
    };
    const failed = () => end();
    const looking = setInterval(() => {
      const wall = performance.now() - began;
      const { user, system } = process.cpuUsage(used);
      const isSpent = wall > limits.wallMs && (user + system) / 1_000 > limits.processorMs;
      if (isSpent || wall > limits.longestMs) end();
    }, LOOK_EVERY_MS);
    worker.once('message', end).once('error', failed).once('exit', failed);
    worker.ref();
    worker.postMessage(bytes);
  });

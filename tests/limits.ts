import { availableParallelism } from 'node:os';

/**
 * How long anything in a test may take. A limit only ends what hangs: the tests must pass on two cores with
 * twenty processes at work, so every limit is far above what is needed, and these are the only ones.
 */
export const LIMITS = {
  testTimeout: 900_000,
  hookTimeout: 900_000,
  teardownTimeout: 60_000,
  /** How long `expect.poll` asks again. */
  expect: { poll: { timeout: 300_000, interval: 20 } },
} as const;

/** Files that are run at the same time: by itself the runner leaves one of two cores without work. */
export const WORKERS = Math.max(2, availableParallelism() - 1);

/** How long the browser waits for an element or a page. */
export const BROWSER_WAITS = 180_000;

/** For the longest: thousands of simulated histories, every page in every look. */
export const LONG = 2_400_000;

/**
 * How many milliseconds of the processor something takes: what others do on the machine does not count. Test files run
 * in processes of their own.
 */
export const processorMs = async (act: () => unknown): Promise<number> => {
  const began = process.cpuUsage();
  await act();
  return process.cpuUsage(began).user / 1_000;
};

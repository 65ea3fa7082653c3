import { AsyncLocalStorage } from 'node:async_hooks';
import { link, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inject } from 'vitest';
import type { LogEntry } from '../../../functions/platform/world/world';
import type { FunctionName } from '../../../infra/build/functions';
import type { TestWorld } from '../world';
import { sentAnswer } from './answer';
import { environment } from './environment';

type Handler = (event: unknown) => Promise<unknown>;

/** In whose world a function works at this moment: its clock is the test's, and so is what it logs. */
const working = new AsyncLocalStorage<TestWorld>();

/** A function takes the clock and the console of its process as it starts: these know who asks. */
const standBetween = () => {
  const now = Date.now;
  Date.now = () => working.getStore()?.clock.at ?? now();
  for (const level of ['info', 'warn', 'error'] as const) {
    const write = console[level].bind(console);
    console[level] = (...said: unknown[]) => {
      const logs = working.getStore()?.logs;
      if (!logs || said.length !== 1 || !isEntry(said[0])) return write(...said);
      // Lambda writes it as JSON.
      logs.push({ ...JSON.parse(JSON.stringify(said[0])), ...(level !== 'info' && { level }) });
    };
  }
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((...said: Parameters<typeof write>) => {
    const logs = working.getStore()?.logs;
    const metrics = logs && metricsOf(String(said[0]));
    if (!metrics) return write(...said);
    logs.push(metrics);
    return true;
  }) as typeof process.stdout.write;
};

const isEntry = (said: unknown): said is { what: string } =>
  typeof said === 'object' && said !== null && 'what' in said;

/** The numbers of a line in CloudWatch's embedded metric format, as `measure` logged them. */
const metricsOf = (line: string): LogEntry | undefined => {
  if (!line.startsWith('{"_aws"')) return undefined;
  const { _aws, ...numbers } = JSON.parse(line);
  return numbers;
};

/**
 * One copy for each world and its settings: a function has its world from its environment, once. All visitors of a
 * world meet the same copy.
 */
const functions = new Map<string, Promise<Handler>>();
let copies = 0;

const load = async (name: FunctionName): Promise<Handler> => {
  if (copies++ === 0) standBetween();
  const built = join(inject('built')!, name);
  // Node loads each file once: a copy needs files of its own.
  const own = join(built, `${process.pid}-${copies}`);
  await mkdir(own);
  const files = (await readdir(built, { withFileTypes: true })).filter((file) => file.isFile());
  await Promise.all(files.map((file) => link(join(built, file.name), join(own, file.name))));
  return (await import(/* @vite-ignore */ pathToFileURL(join(own, 'index.mjs')).href)).handler;
};

/** A built function in this process, on a test's tables, files and mails, by its clock, logging into its log. Events and answers are JSON on their way. */
export const builtFunction =
  (world: TestWorld, name: FunctionName) =>
  async <Answer>(event: unknown): Promise<Answer> => {
    const settings = environment(world, world.database ?? inject('dynamo'), world.services);
    // Clients that are opened by a later call read it then.
    Object.assign(process.env, settings);
    const key = `${name} ${JSON.stringify(settings)}`;
    return working.run(world, async () => {
      if (!functions.has(key)) functions.set(key, load(name));
      const handler = await functions.get(key)!;
      return sentAnswer<Answer>(await handler(JSON.parse(JSON.stringify(event))));
    });
  };

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { eventsTable } from '../../functions/events/event/event';
import { RegisterInput, register } from '../../functions/events/registrations/register/register';
import { dynamoClient } from '../../functions/platform/store/client';
import { buildFunction } from '../../infra/build/functions';
import { PROCESS_SETTINGS } from '../../infra/constructs/process-settings';
import { localAws } from '../../infra/local/parts/part';
import { assets } from '../support/assets';
import { benchWorld, openEvent, person, prepare } from './bench-world';
import { median, type Row, row } from './rows';

/** People in one round, seats for all of them, and how many press the button at once. */
const PEOPLE = 500;
const AT_ONCE = 50;
const ROUNDS = 3;
export const LARGEST = 256 * 1024 * 1024;
/** What Lambda tells V8 in a function of 256 MB; without a limit V8 takes what a large machine offers. */
export const AS_IN_LAMBDA = ['--max-semi-space-size=12', '--max-old-space-size=230'];
/** The same of a function of 1,769 MB, as the http function is. */
export const AS_DEPLOYED = ['--max-semi-space-size=88', '--max-old-space-size=1592'];

type Send = (client: DynamoDBClient) => Promise<unknown>;

/** The DynamoDB calls of each registration, as the ability made them. */
const record = async (endpoint: string, prefix: string) => {
  const client = dynamoClient({ endpoint, ...localAws });
  const { world } = benchWorld(endpoint, prefix, client);
  const event = await openEvent(world, PEOPLE);
  const calls: { name: string; input: string }[][] = [];
  let current: { name: string; input: string }[] | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: any command passes here
  const send = client.send.bind(client) as any;
  // biome-ignore lint/suspicious/noExplicitAny: any command passes here
  client.send = ((command: any, ...rest: unknown[]) => {
    current?.push({ name: command.constructor.name, input: JSON.stringify(command.input) });
    return send(command, ...rest);
    // biome-ignore lint/suspicious/noExplicitAny: any command passes here
  }) as any;
  await register(world, event.id, RegisterInput.parse(person(90_000_000))); // the units are known now
  for (let n = 0; n < PEOPLE - 1; n++) {
    current = [];
    await register(world, event.id, RegisterInput.parse(person(n)));
    calls.push(current);
  }
  current = undefined;
  client.destroy();
  return { eventId: event.id, calls };
};

/** The recorded calls turned to another event, as plain calls of the SDK. */
const replay = async (
  calls: { name: string; input: string }[][],
  from: string,
  to: string,
): Promise<Send[][]> => {
  const sdk = (await import('@aws-sdk/client-dynamodb')) as unknown as Record<
    string,
    new (
      input: unknown,
    ) => never
  >;
  return calls.map((each) =>
    each.map(({ name, input }) => {
      const command = new sdk[name]!(JSON.parse(input.replaceAll(from.slice(4), to.slice(4))));
      return (client: DynamoDBClient) => client.send(command);
    }),
  );
};

/** Does all pieces of work, `AT_ONCE` at a time. @returns how many a second */
const pace = async (work: readonly (() => Promise<unknown>)[]): Promise<number> => {
  const queue = [...work];
  const from = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) await next();
    }),
  );
  return work.length / ((performance.now() - from) / 1000);
};

interface Served {
  port: number;
  child: ChildProcess;
  lines: AsyncIterator<string>;
}

const startServer = async (
  file: string,
  endpoint: string,
  prefix: string,
  flags: readonly string[] = [],
): Promise<Served> => {
  const child = spawn(process.execPath, [...flags, file, endpoint, prefix], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...PROCESS_SETTINGS },
  });
  const lines: AsyncIterator<string> = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const { port } = JSON.parse((await lines.next()).value);
  return { port, child, lines };
};

const stopServer = async ({ child, lines }: Served): Promise<number> => {
  child.stdin!.end();
  return JSON.parse((await lines.next()).value).peak;
};

/** One registration over HTTP. @returns its status, as the body says it */
const post = (agent: Agent, port: number, eventId: string, n: number) =>
  new Promise<string>((resolve, reject) => {
    const { consent, ...rest } = person(n);
    const body = JSON.stringify({ ...rest, consent });
    const call = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: `/api/events/${eventId}/registrations`,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve(response.statusCode === 201 ? JSON.parse(text).status : `${response.statusCode} ${text}`),
        );
      },
    );
    call.on('error', reject);
    call.end(body);
  });

const allConfirmed = (answers: readonly string[]) => {
  const other = answers.filter((a) => a !== 'confirmed');
  if (other.length) throw new Error(`${other.length} of ${answers.length} were not confirmed: ${other[0]}`);
};

/** A crowd on one event over HTTP, against the bare emulator doing the same calls; and what memory it took. */
export const rushRows = async (endpoint: string): Promise<Row[]> => {
  const prefix = 'rush-';
  const { world } = benchWorld(endpoint, prefix);
  await prepare(endpoint, world);
  const { eventId: recorded, calls } = await record(endpoint, prefix);
  const directory = await mkdtemp(join(tmpdir(), 'bench-'));
  await buildFunction('tests/bench/server.ts', directory, assets);
  const served = await startServer(join(directory, 'index.mjs'), endpoint, prefix);
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const bare = dynamoClient({ endpoint, ...localAws });
  const [http, plain]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      const one = await openEvent(world, PEOPLE);
      const answers: string[] = [];
      const overHttp = await pace(
        Array.from({ length: PEOPLE - 1 }, (_, n) => async () => {
          answers.push(await post(agent, served.port, one.id, round * PEOPLE + n));
        }),
      );
      allConfirmed(answers);
      const two = await openEvent(world, PEOPLE);
      const sends = await replay(calls, recorded, two.id);
      const bareRate = await pace(
        sends.map((each) => async () => {
          for (const send of each) await send(bare);
        }),
      );
      if (round === 0) continue; // the first warms both up
      http.push(overHttp);
      plain.push(bareRate);
      await seatsTaken(bare, prefix, two.id);
    }
    const peak = await burst(endpoint, prefix, join(directory, 'index.mjs'));
    const ratio = median(http.map((rate, i) => rate / plain[i]!));
    return [
      row(
        'registrations a second over HTTP, against the bare emulator',
        '≥ 0.6',
        `${ratio.toFixed(2)} (${Math.round(median(http))} / ${Math.round(median(plain))} a second)`,
        ratio >= 0.6,
      ),
      row(
        'peak memory of the function in the burst',
        '256 MB',
        `${Math.round(peak / 2 ** 20)} MB`,
        peak <= LARGEST,
        '1,000 people at once on 100 seats, in one fresh process with the limits that Lambda gives V8 in a function of 256 MB.',
      ),
    ];
  } finally {
    agent.destroy();
    bare.destroy();
    await stopServer(served);
    await rm(directory, { recursive: true });
  }
};

/** The replay took as many seats as the real thing: it was the same work. */
const seatsTaken = async (client: DynamoDBClient, prefix: string, eventId: string) => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: prefix + eventsTable.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: eventId } },
      ConsistentRead: true,
    }),
  );
  const taken = Items.reduce((sum, item) => sum + Number(item.count?.N ?? 0), 0);
  if (taken !== PEOPLE - 1) throw new Error(`The replay took ${taken} seats`);
};

/** 1,000 people at once for 100 seats, in a process of their own. @returns peak resident bytes */
const burst = async (endpoint: string, prefix: string, file: string): Promise<number> => {
  const { world } = benchWorld(endpoint, prefix);
  const event = await openEvent(world, 100);
  const served = await startServer(file, endpoint, prefix, AS_IN_LAMBDA);
  const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });
  const answers = await Promise.all(
    Array.from({ length: 1_000 }, (_, n) => post(agent, served.port, event.id, 50_000_000 + n)),
  );
  agent.destroy();
  const peak = await stopServer(served);
  const confirmed = answers.filter((a) => a === 'confirmed').length;
  const waiting = answers.filter((a) => a === 'waitlisted').length;
  if (confirmed !== 100 || waiting !== 900)
    throw new Error(`${confirmed} confirmed, ${waiting} waiting: ${answers.find((a) => /^\d/.test(a))}`);
  return peak;
};

import { gunzipSync } from 'node:zlib';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { inject } from 'vitest';
import { runClock } from '../../functions/background/clock/tick';
import { onAuditStream } from '../../functions/background/streams/audit';
import { unaccented } from '../../functions/platform/text/vietnamese';
import { MINUTE } from '../../functions/platform/time/dates';
import type { Asked } from '../../functions/privacy/find';
import { forgetPerson, getForgetting, LOOK_AGAIN_MS } from '../../functions/privacy/forget';
import type { Forgetting } from '../../functions/privacy/forgetting';
import { tables } from '../../functions/tables';
import { localAws } from '../../infra/local/parts/part';
import { streamRecord } from '../support/stored';
import type { TestWorld } from '../support/world';

/** Every item of every table, as a person who had taken the disk would read it: mails without their compression. */
export async function* everyItem(
  world: TestWorld,
  prefix = world.settings.tablePrefix,
): AsyncGenerator<{ table: string; item: Record<string, unknown> }> {
  const client = new DynamoDBClient({ endpoint: inject('dynamo'), ...localAws });
  for (const { name } of tables) {
    let ExclusiveStartKey: Record<string, never> | undefined;
    do {
      const page = await client.send(new ScanCommand({ TableName: prefix + name, ExclusiveStartKey }));
      for (const item of page.Items ?? []) yield { table: name, item: opened(unmarshall(item)) };
      ExclusiveStartKey = page.LastEvaluatedKey as typeof ExclusiveStartKey;
    } while (ExclusiveStartKey);
  }
  client.destroy();
}

const opened = (item: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? gunzipSync(value).toString('utf8') : value,
    ]),
  );

/** A text as a search would look at it: without accents, capitals, and marks between digits. */
const flat = (text: string): string =>
  unaccented(text.normalize('NFC'))
    .toLowerCase()
    .replace(/(?<=\d)[\s.\-()]+(?=\d)/g, '');

/** What a person may be looked for with: the name, the phone at home and from abroad, the address. */
export const needlesOf = ({ fullName, phone, email }: { fullName: string; phone: string; email?: string }) =>
  [fullName, phone, `+84${phone.slice(1)}`, `84${phone.slice(1)}`, ...(email ? [email] : [])].map(flat);

/** Where any of these is found: in tables, files and lines of the log. */
export const whereFound = async (
  world: TestWorld,
  needles: readonly string[],
  prefix?: string,
): Promise<string[]> => {
  const found: string[] = [];
  const look = (where: string, text: string) => {
    const one = flat(text);
    for (const needle of needles) if (one.includes(needle)) found.push(`${where}: ${needle}`);
  };
  for await (const { table, item } of everyItem(world, prefix))
    look(`${table} ${item.pk} ${item.sk}`, JSON.stringify(item));
  for (const [key, bytes] of world.kept) look(`file ${key}`, Buffer.from(bytes).toString('utf8'));
  for (const line of world.logs) look(`log ${line.what}`, JSON.stringify(line));
  return found;
};

/** The history of everything that stands in the tables, as the stream would have told it. */
export const tellHistory = async (
  world: TestWorld,
  before?: Map<string, object>,
): Promise<Map<string, object>> => {
  const now = new Map<string, object>();
  for await (const { table, item } of everyItem(world)) {
    if (!tables.find(({ name, stream }) => name === table && stream)) continue;
    const key = `${table} ${item.pk} ${item.sk}`;
    now.set(key, item);
    const old = before?.get(key);
    if (JSON.stringify(old) !== JSON.stringify(item))
      await onAuditStream(world, [streamRecord(world, table, item, old)]);
  }
  return now;
};

/** The person is forgotten, and the clock has looked once more. */
export const forgotten = async (
  world: TestWorld,
  asked: Asked,
  reason: Forgetting['reason'] = 'asked',
): Promise<Forgetting> => {
  const { sk } = await forgetPerson(world, asked, reason);
  world.clock.forward(LOOK_AGAIN_MS + MINUTE);
  await clockOnce(world);
  return getForgetting(world, sk);
};

export const clockOnce = (world: TestWorld) => runClock(world, { pause: async () => {} });

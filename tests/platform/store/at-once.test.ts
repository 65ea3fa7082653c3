import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsTable } from '../../../functions/events/event/event';
import { dynamoClient } from '../../../functions/platform/store/client';
import { Db } from '../../../functions/platform/store/db';
import { localAws } from '../../../infra/local/parts/part';

const AT_ONCE = 45;
const CROWD = 60;

/** A DynamoDB that answers only when the test says so. */
const asked: { pk: string; response: ServerResponse }[] = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  asked.push({ pk: JSON.parse(body).Key.pk.S, response });
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));

test('at most 45 calls are under way at once, and the others follow in their order', async () => {
  const { port } = server.address() as AddressInfo;
  const client = dynamoClient({ endpoint: `http://127.0.0.1:${port}`, ...localAws });
  const db = new Db({ client, prefix: '' });
  const calls = Array.from({ length: CROWD }, (_, n) =>
    db.get(eventsTable, { pk: `evt_${n}`, sk: 'pool#open' }),
  );
  await expect.poll(() => asked.length).toBe(AT_ONCE);
  await pause(100);
  expect(asked).toHaveLength(AT_ONCE);

  for (let n = 0; n < CROWD; n++) {
    await expect.poll(() => asked.length).toBeGreaterThan(n);
    asked[n]!.response.setHeader('content-type', 'application/x-amz-json-1.0').end('{}');
    const next = n + AT_ONCE;
    if (next < CROWD) await expect.poll(() => asked[next]?.pk).toBe(`evt_${next}`);
  }
  await Promise.all(calls);
  client.destroy();
});

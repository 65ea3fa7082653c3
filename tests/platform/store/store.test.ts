import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventsTable } from '../../../functions/events/event/event';
import { Db, dynamoClient } from '../../../functions/platform/store/db';
import { LostAnswer, Refused } from '../../../functions/platform/store/outcome';
import { localAws } from '../../../infra/local/dynamo';
import { useWorld } from '../../support/world';

describe('the store', () => {
  const world = useWorld();

  test('refuses a put whose condition is false and says what stands there', async () => {
    const item = { pk: 'evt_1', sk: 'pool#open', pool: 'open' };
    await world.db.put(eventsTable, item, { if: 'attribute_not_exists(pk)' });
    const again = world.db.put(eventsTable, item, { if: 'attribute_not_exists(pk)' });
    await expect(again).rejects.toBeInstanceOf(Refused);
    await again.catch((e) => expect(e.found).toMatchObject({ pool: 'open', by: 'test' }));
  });

  test('stamps the actor into every update and counts what a call cost', async () => {
    world.costs.length = 0;
    const after = await world.db
      .as('acc_7')
      .update(eventsTable, { pk: 'evt_1', sk: 'pool#open' }, { set: { wait: 5 }, returns: 'ALL_NEW' });
    expect(after).toMatchObject({ wait: 5, by: 'acc_7' });
    expect(world.costs).toEqual([{ call: 'update', table: 'events', read: 0, write: 1 }]);
  });
});

describe('a store that takes calls and never answers', () => {
  const sockets: Socket[] = [];
  let server: Server;
  let says: string | undefined;
  beforeEach(async () => {
    says = undefined;
    server = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined));
      socket.on('data', () => says && socket.write(says));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  const QUICK_MS = 50;
  const silent = () => {
    const { port } = server.address() as { port: number };
    const client = dynamoClient({ endpoint: `http://127.0.0.1:${port}`, ...localAws }, QUICK_MS);
    return new Db({ client, prefix: '' });
  };
  const item = { pk: 'evt_1', sk: 'pool#open', pool: 'open' };

  test('leaves a write unknown, and holds nobody up: more calls than may happen at once all end', async () => {
    const db = silent();
    const ended = await Promise.allSettled(Array.from({ length: 60 }, () => db.put(eventsTable, item)));
    const reasons = ended.map((one) => one.status === 'rejected' && one.reason);
    expect(reasons.every((reason) => reason instanceof LostAnswer)).toBe(true);
  });

  test('leaves a write unknown too where the answer stops half way', async () => {
    says = 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{';
    await expect(silent().put(eventsTable, item)).rejects.toBeInstanceOf(LostAnswer);
  });
});

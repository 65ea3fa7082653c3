import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dynamoClient } from '../../../functions/platform/store/client';
import { Db } from '../../../functions/platform/store/db';
import {
  afterSending,
  LostAnswer,
  Unavailable,
  type Verdict,
  verdict,
} from '../../../functions/platform/store/outcome';
import { poolItems } from '../../../functions/seats/tables/seat-tables';
import { localAws } from '../../../infra/local/parts/part';
import { useWorld } from '../../support/world';

describe('the store', () => {
  const world = useWorld();

  test('refuses a put whose condition is false and answers the stored item', async () => {
    const item = { pk: 'evt_1', sk: 'pool#open', pool: 'open' };
    const free = { if: 'attribute_not_exists(pk)' };
    expect(await world.db.putIf(poolItems, item, free)).toEqual({ ok: true });
    expect(await world.db.putIf(poolItems, item, free)).toEqual({
      ok: false,
      found: expect.objectContaining({ pool: 'open', by: 'test' }),
    });
  });

  test('stamps the actor into every update and counts what a call cost', async () => {
    world.costs.length = 0;
    const after = await world.db
      .as('acc_7')
      .update(poolItems, { pk: 'evt_1', sk: 'pool#open' }, { set: { wait: 5 }, returns: 'ALL_NEW' });
    expect(after).toMatchObject({ wait: 5, by: 'acc_7' });
    expect(world.costs).toEqual([{ call: 'update', table: 'events', read: 0, write: 1 }]);
  });
});

/** DynamoDB's error as the SDK throws it. */
const answered = (httpStatusCode: number, name: string) =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode } });

describe('what became of a call', () => {
  test.each<[Verdict, string, unknown]>([
    ['lost', 'an answer that never came', new LostAnswer('put')],
    ['lost', 'a fault of the service', answered(500, 'InternalServerError')],
    ['lost', 'a gateway without a service', answered(503, 'ServiceUnavailable')],
    ['refused', 'a condition that is false', answered(400, 'ConditionalCheckFailedException')],
    ['busy', 'a throttled call', answered(400, 'ThrottlingException')],
    ['wrong', 'a request that is not valid', answered(400, 'ValidationException')],
    ['wrong', 'an item that cannot be marshalled', new Error('Unsupported type passed: [object Object]')],
    ['wrong', 'a mistake in our own code', new TypeError('undefined is not a function')],
    ['wrong', 'no credentials', Object.assign(new Error(), { name: 'CredentialsProviderError' })],
    ['wrong', 'what is no error at all', undefined],
  ])('is %s after %s', (expected, _what, error) => {
    expect(verdict(error)).toBe(expected);
  });

  test('is lost by whatever name, once it was sent and no answer says what happened', () => {
    for (const error of [
      Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
      Object.assign(new Error(), { name: 'TimeoutError' }),
      Object.assign(new SyntaxError('JSON'), { $metadata: { httpStatusCode: 200 } }),
      'thrown text',
    ])
      expect(verdict(afterSending(error))).toBe('lost');
    expect(verdict(afterSending(answered(400, 'ValidationException')))).toBe('wrong');
  });

  test('is not lost where no connection was made: nothing was sent', () => {
    for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])
      expect(verdict(afterSending(Object.assign(new Error(), { code })))).toBe('busy');
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
  const silent = (timeout = QUICK_MS) => {
    const { port } = server.address() as { port: number };
    const client = dynamoClient({ endpoint: `http://127.0.0.1:${port}`, ...localAws }, timeout);
    return new Db({ client, prefix: '' });
  };
  const item = { pk: 'evt_1', sk: 'pool#open', pool: 'open' };

  test('leaves a write unknown, and blocks no other: more calls than may happen at once all end', async () => {
    const db = silent();
    const ended = await Promise.allSettled(Array.from({ length: 60 }, () => db.put(poolItems, item)));
    const reasons = ended.map((one) => one.status === 'rejected' && one.reason);
    expect(reasons.every((reason) => reason instanceof LostAnswer)).toBe(true);
  });

  test('leaves a write unknown too where the answer stops half way', async () => {
    says = 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{';
    await expect(silent().put(poolItems, item)).rejects.toBeInstanceOf(LostAnswer);
  });

  test('leaves a write unknown where the answer says yes and cannot be read', async () => {
    says = 'HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: 3\r\n\r\n{"x';
    await expect(silent().put(poolItems, item)).rejects.toBeInstanceOf(LostAnswer);
  });

  test('is sent nothing that cannot be marshalled, and the write is certainly not done', async () => {
    const key = { pk: 'evt_1', sk: 'pool#open' };
    const bad = JSON.parse('{ "constructor": "x" }');
    const db = silent();
    for (const write of [
      () => db.put(poolItems, { ...item, answers: bad } as never),
      () => db.putIf(poolItems, item, { if: 'a = :a', values: { ':a': bad } }),
      () => db.update(poolItems, key, { set: { answers: bad } }),
      () => db.update(poolItems, { ...key, pk: bad }, { set: { pool: 'open' } }),
      () => db.deleteIf(poolItems, key, { if: 'a = :a', values: { ':a': bad } }),
      () => db.transactIf([{ put: { ...item, answers: bad }, table: poolItems }], 'token'),
      () => db.putMany(poolItems, [{ ...item, answers: bad } as never]),
    ]) {
      const error: unknown = await write().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Error);
      expect(verdict(error)).toBe('wrong');
    }
    expect(sockets).toEqual([]);
  });

  const answer = (status: string, body: string) =>
    `HTTP/1.1 ${status}\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  const throttled = answer(
    '400 Bad Request',
    '{"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException"}',
  );

  test('is certainly not written where it was throttled at every try', async () => {
    says = throttled;
    const error: unknown = await silent(5_000)
      .put(poolItems, item)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Unavailable);
    expect(error).not.toBeInstanceOf(LostAnswer);
  });

  test('is certainly not written where no store listens', async () => {
    const db = silent(5_000);
    await new Promise((resolve) => server.close(resolve));
    const error: unknown = await db.put(poolItems, item).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Unavailable);
    expect(error).not.toBeInstanceOf(LostAnswer);
  });

  test('repeats the same command after a throttled one', async () => {
    const answers = [throttled, answer('200 OK', '{}')];
    let asked = 0;
    server.on('connection', (socket) => {
      socket.on('data', () => socket.write(answers[Math.min(asked++, 1)]!));
    });
    await silent(5_000).put(poolItems, item);
    expect(asked).toBe(2);
  });
});

test('the client does not copy answers for a log', () => {
  expect(dynamoClient(localAws).middlewareStack.identify().join(' ')).not.toContain('loggerMiddleware');
});

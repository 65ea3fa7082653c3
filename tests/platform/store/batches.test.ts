import { BatchGetItemCommand, BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { Db } from '../../../functions/platform/store/db';
import { Unavailable } from '../../../functions/platform/store/outcome';
import { poolItems } from '../../../functions/seats/tables/seat-tables';

const pool = (n: number) => ({ pk: 'evt_1', sk: `pool#${n}`, pool: `unt_${n}` });
const many = (count: number) => Array.from({ length: count }, (_, n) => pool(n));

/**
 * A table that takes only so many of a batch: the real one does so under load, the embedded one never.
 * @param taken how many it takes of each call, one call after the other; the last number stays
 */
const busyTable = (...taken: number[]) => {
  const calls: number[] = [];
  const kept = new Map<string, object>();
  const send = async (command: unknown) => {
    const most = taken[Math.min(calls.length, taken.length - 1)]!;
    if (command instanceof BatchWriteItemCommand) {
      const [[name, requests = []]] = Object.entries(command.input.RequestItems!) as [
        [string, { PutRequest: { Item: { sk: { S: string } } } }[]],
      ];
      calls.push(requests.length);
      for (const { PutRequest } of requests.slice(0, most)) kept.set(PutRequest.Item.sk.S, PutRequest.Item);
      return {
        $metadata: {},
        UnprocessedItems: requests.length > most ? { [name]: requests.slice(most) } : {},
      };
    }
    if (!(command instanceof BatchGetItemCommand)) throw new Error('another command');
    const [[name, { Keys = [] }]] = Object.entries(command.input.RequestItems!) as [
      [string, { Keys?: { sk: { S: string } }[] }],
    ];
    calls.push(Keys.length);
    return {
      $metadata: {},
      Responses: { [name]: Keys.slice(0, most) },
      UnprocessedKeys: Keys.length > most ? { [name]: { Keys: Keys.slice(most) } } : {},
    };
  };
  return { db: new Db({ client: { send } as unknown as DynamoDBClient, prefix: '' }), calls, kept };
};
const keysOf = (items: readonly { sk: string }[]) => items.map(({ sk }) => sk).sort();

describe('a batch of which a busy table leaves a part over', () => {
  test('is read to its end', async () => {
    const { db, calls } = busyTable(60, 10, 100);
    const asked = many(130);
    const found = await db.getMany(
      poolItems,
      asked.map(({ pk, sk }) => ({ pk, sk })),
    );
    expect(keysOf(found)).toEqual(keysOf(asked));
    // Both batches are asked for at once; then each for what was left of it.
    expect(calls.slice(0, 2)).toEqual([100, 30]);
    expect(calls.slice(2).sort()).toEqual([20, 40]);
  });

  test('is read with several calls at once, but never with more than eight', async () => {
    let [now, most] = [0, 0];
    const send = async ({ input }: BatchGetItemCommand) => {
      most = Math.max(most, ++now);
      await new Promise(setImmediate);
      now--;
      return { $metadata: {}, Responses: { pools: [] }, UnprocessedKeys: {}, input };
    };
    const db = new Db({ client: { send } as unknown as DynamoDBClient, prefix: '' });
    await db.getMany(
      poolItems,
      many(10_000).map(({ pk, sk }) => ({ pk, sk })),
    );
    expect(most).toBe(8);
  });

  test('is written to its end', async () => {
    const { db, calls, kept } = busyTable(5, 25);
    await db.putMany(poolItems, many(30));
    expect([...kept.keys()].sort()).toEqual(keysOf(many(30)));
    expect(calls).toEqual([25, 20, 5]);
  });

  test('that takes nothing any more is given up after five calls', async () => {
    const { db, calls } = busyTable(0);
    await expect(db.getMany(poolItems, [{ pk: 'evt_1', sk: 'pool#1' }])).rejects.toBeInstanceOf(Unavailable);
    await expect(db.putMany(poolItems, many(1))).rejects.toBeInstanceOf(Unavailable);
    expect(calls).toHaveLength(10);
  });
});

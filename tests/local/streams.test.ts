import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, inject, test } from 'vitest';
import { poolItems } from '../../functions/seats/tables/seat-tables';
import { openCheckpoints } from '../../infra/local/parts/checkpoints';
import { type Consumer, streamReader } from '../../infra/local/parts/streams';
import { enableStreams } from '../../infra/local/parts/tables';
import { useWorld } from '../support/world';

describe('the streams on one machine', () => {
  const world = useWorld();
  const put = (sk: string) => world.db.put(poolItems, { pk: 'evt_s', sk, pool: 'open' });
  const skOf = (r: DynamoDBRecord) => r.dynamodb!.Keys!.sk!.S!;
  const reading = async (consumer: Consumer, checkpoints: Awaited<ReturnType<typeof openCheckpoints>>) => {
    const arns = await enableStreams(inject('dynamo'), world.settings.tablePrefix);
    return streamReader(inject('dynamo'), [arns.events!], [consumer], checkpoints);
  };

  test('come as Lambda brings them, in order, and after a restart from where they were', async () => {
    const checkpoints = await openCheckpoints();
    const seen: DynamoDBRecord[] = [];
    const all: Consumer = async (records) => {
      seen.push(...records);
      return { batchItemFailures: [] };
    };
    const first = await reading(all, checkpoints);
    await put('a');
    await put('b');
    await first.read();
    first.stop();
    expect(seen.map(skOf)).toEqual(['a', 'b']);
    expect(seen[0]).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      eventSourceARN: expect.stringContaining(`:table/${world.settings.tablePrefix}events/stream/`),
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Number),
        NewImage: { pool: { S: 'open' } },
        SequenceNumber: expect.stringMatching(/^\d{21}$/),
      },
    });
    await put('c');
    const second = await reading(all, checkpoints);
    await second.read();
    second.stop();
    expect(seen.map(skOf)).toEqual(['a', 'b', 'c']);
  });

  test('have no record of a write that changes nothing, as those of AWS', async () => {
    const seen: DynamoDBRecord[] = [];
    const reader = await reading(
      async (records) => {
        seen.push(...records.filter((r) => skOf(r) === 'same'));
        return { batchItemFailures: [] };
      },
      await openCheckpoints(),
    );
    await put('same');
    await put('same');
    while (await reader.read());
    expect(seen.map(({ eventName }) => eventName)).toEqual(['INSERT']);
    await world.db.delete(poolItems, { pk: 'evt_s', sk: 'same' });
    await world.db.delete(poolItems, { pk: 'evt_s', sk: 'same' });
    while (await reader.read());
    expect(seen.map(({ eventName }) => eventName)).toEqual(['INSERT', 'REMOVE']);
    reader.stop();
  });

  test('come again from the first record that failed, and not those before it', async () => {
    const checkpoints = await openCheckpoints();
    const batches: string[][] = [];
    let failing = true;
    const reader = await reading(async (records) => {
      batches.push(records.map(skOf));
      const bad = failing ? records.find((r) => skOf(r) === 'y') : undefined;
      return { batchItemFailures: bad ? [{ itemIdentifier: bad.dynamodb!.SequenceNumber! }] : [] };
    }, checkpoints);
    await reader.read();
    await reader.read();
    batches.length = 0;
    for (const sk of ['x', 'y', 'z']) await put(sk);
    await reader.read();
    failing = false;
    await reader.read();
    expect(batches).toEqual([
      ['x', 'y', 'z'],
      ['y', 'z'],
    ]);
    expect(await reader.read()).toBe(0);
    reader.stop();
  });
});

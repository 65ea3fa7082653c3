import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onAuditStream } from '../../../functions/background/streams/audit';
import { historyOf } from '../../../functions/platform/audit/history';
import { as } from '../../../functions/platform/world/world';
import { type FileStore, startFileStore } from '../../../infra/local/parts/file-store';
import { failedBatches } from '../../../infra/operate/failed-stores';
import { type FailedStore, type Invoke, readFailed, redriveAll } from '../../../infra/operate/redrive';
import { snsEvent } from '../../notices/sending/ses-events';
import { anEvent, streamRecord } from '../../support/stored';
import { useWorld } from '../../support/world';

const AUDIT = 'arn:aws:lambda:ap-southeast-1:123456789012:function:audit:live';

/** A batch as Lambda writes it into the bucket. */
const failedBatch = (event: DynamoDBStreamEvent) =>
  JSON.stringify({
    requestContext: { functionArn: AUDIT, condition: 'EventAgeExceeded', approximateInvokeCount: 40 },
    version: '1.0',
    DDBStreamBatchInfo: { batchSize: event.Records.length },
    payload: JSON.stringify(event),
  });

/** A store in memory, for forms that only a queue holds. */
const storeOf = (texts: string[]): FailedStore => ({
  async *each() {
    for (const text of [...texts])
      yield { name: text, text, remove: async () => void texts.splice(texts.indexOf(text), 1) };
  },
});

describe('npm run redrive', () => {
  const world = useWorld();
  let directory: string;
  let server: FileStore;
  let s3: S3Client;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'failed-'));
    // Pages of two: what lists the objects must ask for the next page.
    server = await startFileStore(directory, 'failed', { mostKeys: 2 });
    s3 = new S3Client({
      endpoint: server.endpoint,
      region: 'ap-southeast-1',
      credentials: server.credentials,
      forcePathStyle: true,
    });
  });
  afterAll(async () => {
    s3.destroy();
    await server.stop();
    await rm(directory, { recursive: true });
  });

  /** Lambda with the audit's own code behind it. */
  const audit: Invoke = async (name, event) => {
    expect(name).toBe(AUDIT);
    return onAuditStream(as(world, 'audit'), (event as DynamoDBStreamEvent).Records);
  };
  const put = (key: string, text: string) =>
    s3.send(new PutObjectCommand({ Bucket: 'failed', Key: `aws/lambda/${key}`, Body: text }));
  const keys = async () => {
    const found: string[] = [];
    for await (const { name } of failedBatches(s3, 'failed').each()) found.push(name);
    return found;
  };

  test('works on every object of the bucket, removes what is done and keeps what fails again', async () => {
    const events = ['evt_r1', 'evt_r2'].map((id) => anEvent(id, { by: 'acc_1' }));
    for (const [i, event] of events.entries())
      await put(`m-1/${i}.json`, failedBatch({ Records: [streamRecord(world, 'events', event)] }));
    await put('m-2/broken.json', '{"payload":"{}"}');
    const first = await redriveAll([failedBatches(s3, 'failed')], { invoke: audit, feedback: 'feedback' });
    expect(first).toEqual({
      done: 2,
      left: [{ name: 'aws/lambda/m-2/broken.json', why: expect.stringContaining('not a failed call') }],
    });
    for (const { id } of events) expect((await historyOf(world, id)).items).toHaveLength(1);
    expect(await keys()).toEqual(['aws/lambda/m-2/broken.json']);
  });

  test('keeps a batch of which the function asks for a record again, and one on which it fails', async () => {
    const batch = failedBatch({ Records: [streamRecord(world, 'events', anEvent('evt_r3'))] });
    const texts = [batch];
    const again: Invoke = async () => ({ batchItemFailures: [{ itemIdentifier: '1' }] });
    const broken: Invoke = async () => {
      throw new Error('the function failed: out of memory');
    };
    for (const invoke of [again, broken]) {
      const { done, left } = await redriveAll([storeOf(texts)], { invoke, feedback: 'feedback' });
      expect([done, left.length, texts]).toEqual([0, 1, [batch]]);
    }
    expect((await redriveAll([storeOf(texts)], { invoke: audit, feedback: 'feedback' })).done).toBe(1);
    expect(texts).toEqual([]);
  });

  test("hands both forms of SES's events to feedback: what SNS kept, and what Lambda kept", async () => {
    const event = snsEvent({ eventType: 'Bounce' });
    const texts = [
      JSON.stringify(event.Records[0]!.Sns),
      JSON.stringify({ requestContext: { functionArn: 'feedback:live' }, requestPayload: event }),
    ];
    const calls: unknown[] = [];
    const invoke: Invoke = async (name, given) => void calls.push([name, given]);
    expect((await redriveAll([storeOf(texts)], { invoke, feedback: 'feedback:live' })).done).toBe(2);
    expect(calls).toEqual([
      ['feedback:live', { Records: [expect.objectContaining({ Sns: event.Records[0]!.Sns })] }],
      ['feedback:live', event],
    ]);
  });

  test('sends a batch that is too large for one call in portions, in order', async () => {
    const Records = [1, 2, 3].map((n) => ({ n, text: 'x'.repeat(1_900_000) }));
    const sizes: number[][] = [];
    const invoke: Invoke = async (_, event) =>
      void sizes.push((event as { Records: { n: number }[] }).Records.map(({ n }) => n));
    const text = failedBatch({ Records } as never);
    await redriveAll([storeOf([text])], { invoke, feedback: '' });
    expect(sizes).toEqual([[1, 2], [3]]);
    expect(readFailed(text, '').records).toHaveLength(3);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListObjectsV2Command, type ListObjectsV2CommandInput, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { s3Files } from '../../functions/platform/files/s3';
import { type FileStore, startFileStore } from '../../infra/local/parts/file-store';

/** In the order of S3: by bytes, so that `𝐀` (four bytes) comes after `ﬁ` (three), unlike in UTF-16. */
const KEYS = ['a/1', 'a/2', 'a/3 & <4>', 'a/giấy mời', 'a/ﬁ', 'a/𝐀', 'b/1'];

describe('a list of the objects of the local file store', () => {
  let directory: string;
  let server: FileStore;
  let s3: S3Client;
  const list = (asked: Partial<ListObjectsV2CommandInput> = {}) =>
    s3.send(new ListObjectsV2Command({ Bucket: 'files', ...asked }));
  const keysOf = ({ Contents = [] }: Awaited<ReturnType<typeof list>>) => Contents.map(({ Key }) => Key);

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'list-'));
    server = await startFileStore(directory, 'files');
    const own = {
      endpoint: server.endpoint,
      forcePathStyle: true,
      region: 'us-east-1',
      credentials: server.credentials,
    };
    s3 = new S3Client({ ...own, maxAttempts: 1 });
    const files = s3Files('files', own);
    for (const key of KEYS) await files.put(key, Buffer.from(key), 'text/plain');
  });
  afterAll(async () => {
    s3.destroy();
    await server.stop();
    await rm(directory, { recursive: true });
  });

  test('has all keys in the order of their bytes, with their sizes', async () => {
    const all = await list();
    expect(keysOf(all)).toEqual(KEYS);
    expect(all.Contents![0]).toMatchObject({ Size: 3, LastModified: expect.any(Date) });
    expect(all).toMatchObject({ KeyCount: 7, MaxKeys: 1_000, IsTruncated: false });
    expect(all.NextContinuationToken).toBeUndefined();
  });

  test('comes in pages: each token leads to the next page, the last page has none', async () => {
    const pages: unknown[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await list({ Prefix: 'a/', MaxKeys: 2, ContinuationToken });
      expect(page).toMatchObject({ MaxKeys: 2, KeyCount: 2, Prefix: 'a/' });
      expect(page.ContinuationToken).toBe(ContinuationToken);
      expect(page.IsTruncated).toBe(page.NextContinuationToken !== undefined);
      pages.push(keysOf(page));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    expect(pages).toEqual([KEYS.slice(0, 2), KEYS.slice(2, 4), KEYS.slice(4, 6)]);
  });

  test('goes on after a key that was deleted meanwhile', async () => {
    const files = s3Files('files', {
      endpoint: server.endpoint,
      forcePathStyle: true,
      region: 'us-east-1',
      credentials: server.credentials,
    });
    for (const key of ['c/1', 'c/2', 'c/3']) await files.put(key, Buffer.from('c'), 'text/plain');
    const first = await list({ Prefix: 'c/', MaxKeys: 2 });
    await files.delete('c/2');
    const next = await list({ Prefix: 'c/', MaxKeys: 2, ContinuationToken: first.NextContinuationToken });
    expect(keysOf(next)).toEqual(['c/3']);
    for (const key of ['c/1', 'c/3']) await files.delete(key);
  });

  test('begins after a key; a token counts for more than that key', async () => {
    expect(keysOf(await list({ StartAfter: 'a/𝐀' }))).toEqual(['b/1']);
    const { NextContinuationToken } = await list({ MaxKeys: 1 });
    const next = await list({ StartAfter: 'a/𝐀', ContinuationToken: NextContinuationToken });
    expect(keysOf(next)).toEqual(KEYS.slice(1));
  });

  test('has no keys where none is asked for, and never more than 1,000 on a page', async () => {
    const none = await list({ MaxKeys: 0 });
    expect(none).toMatchObject({ KeyCount: 0, MaxKeys: 0, IsTruncated: false });
    expect(keysOf(none)).toEqual([]);
    expect(await list({ MaxKeys: 5_000 })).toMatchObject({ MaxKeys: 1_000 });
  });

  test('is refused for a token that no page gave, a negative number, and what the store does not know', async () => {
    await expect(list({ ContinuationToken: 'not a token' })).rejects.toMatchObject({
      name: 'InvalidArgument',
    });
    await expect(list({ MaxKeys: -1 })).rejects.toMatchObject({ name: 'InvalidArgument' });
    await expect(list({ Delimiter: '/' })).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});

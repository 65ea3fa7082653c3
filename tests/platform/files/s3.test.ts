import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { s3Files } from '../../../functions/platform/files/s3';
import type { Files } from '../../../functions/platform/world/world';
import { fileStoreCredentials, startFileStore } from '../../../infra/local/parts/file-store';
import type { Part } from '../../../infra/local/parts/part';

describe('files in S3', () => {
  let server: Part;
  let directory: string;
  let files: Files;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'files-'));
    server = await startFileStore(directory, 'files');
    files = s3Files('files', {
      endpoint: server.endpoint,
      forcePathStyle: true,
      region: 'us-east-1',
      credentials: fileStoreCredentials,
    });
  });
  afterAll(async () => {
    await server.stop();
    await rm(directory, { recursive: true });
  });

  test('come back as they were put', async () => {
    const body = Buffer.from('%PDF-1.7 giấy mời');
    await files.put('letters/inv_1.pdf', body, 'application/pdf');
    expect(Buffer.from((await files.get('letters/inv_1.pdf'))!)).toEqual(body);
  });

  test('that do not exist are undefined, not an error', async () => {
    expect(await files.get('letters/nothing.pdf')).toBeUndefined();
  });

  test('are gone once deleted, and deleting what is gone is no error', async () => {
    await files.put('lists/imp_1/00000.json', Buffer.from('[]'), 'application/json');
    await files.delete('lists/imp_1/00000.json');
    expect(await files.get('lists/imp_1/00000.json')).toBeUndefined();
    await files.delete('lists/imp_1/00000.json');
  });

  test('an upload URL takes a PUT of its type from somebody without credentials', async () => {
    const url = await files.uploadUrl('letters/inv_2.pdf', 'application/pdf');
    const answer = await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': 'application/pdf' },
      body: 'signed',
    });
    expect(answer.status).toBe(200);
    expect(Buffer.from((await files.get('letters/inv_2.pdf'))!).toString()).toBe('signed');
  });

  test('an upload URL signs the type and lives ten minutes', async () => {
    const url = new URL(await files.uploadUrl('letters/inv_3.pdf', 'application/pdf'));
    expect(url.searchParams.get('X-Amz-SignedHeaders')?.split(';')).toContain('content-type');
    expect(url.searchParams.get('X-Amz-Expires')).toBe('600');
  });
});

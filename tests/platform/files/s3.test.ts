import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { s3Files } from '../../../functions/platform/files/s3';
import type { Files } from '../../../functions/platform/world/world';
import { type FileStore, startFileStore } from '../../../infra/local/parts/file-store';

describe('files in S3', () => {
  let server: FileStore;
  let directory: string;
  let files: Files;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'files-'));
    server = await startFileStore(directory, 'files');
    files = s3Files('files', {
      endpoint: server.endpoint,
      forcePathStyle: true,
      region: 'us-east-1',
      credentials: server.credentials,
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

  test('no key leads out of the bucket, and each has a file of its own', async () => {
    const keys = ['../a', '..', '/etc/passwd', 'a/../../b', 'thư mời/giấy mời.pdf', 'a%2fb', 'a/b', 'a b+c'];
    for (const key of keys) await files.put(key, Buffer.from(key), 'text/plain');
    for (const key of keys)
      expect([key, Buffer.from((await files.get(key))!).toString()]).toEqual([key, key]);
    expect(await readdir(directory)).toEqual(['files']);
  });
});

describe('the file store of one machine', () => {
  let server: FileStore;
  let directory: string;
  let files: Files;
  const clock = { ahead: 0 };
  const filesWith = (credentials: FileStore['credentials']) =>
    s3Files('files', {
      endpoint: server.endpoint,
      forcePathStyle: true,
      region: 'us-east-1',
      credentials,
      maxAttempts: 1,
    });
  const put = (url: string, body: string, type = 'application/pdf') =>
    fetch(url, { method: 'PUT', headers: { 'content-type': type }, body });

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'files-'));
    server = await startFileStore(directory, 'files', { now: () => Date.now() + clock.ahead });
    files = filesWith(server.credentials);
  });
  afterAll(async () => {
    await server.stop();
    await rm(directory, { recursive: true });
  });

  test('takes nothing from a program that was not told its credentials', async () => {
    const { accessKeyId } = server.credentials;
    const stranger = filesWith({ accessKeyId, secretAccessKey: 'guessed' });
    await expect(stranger.put('a', Buffer.from('a'), 'text/plain')).rejects.toThrow();
    await expect(stranger.get('a')).rejects.toThrow();
    expect((await fetch(`${server.endpoint}/files/a`)).status).toBe(403);
    expect(await files.get('a')).toBeUndefined();
  });

  test('a link is for one key, one type, one verb and ten minutes', async () => {
    const url = await files.uploadUrl('letters/inv_1.pdf', 'application/pdf');
    expect((await put(url.replace('inv_1', 'inv_2'), 'x')).status).toBe(403);
    expect((await put(url, 'x', 'text/html')).status).toBe(403);
    expect((await put(url.replace('X-Amz-Expires=600', 'X-Amz-Expires=6000'), 'x')).status).toBe(403);
    expect((await fetch(url, { headers: { 'content-type': 'application/pdf' } })).status).toBe(403);
    clock.ahead = 11 * 60_000;
    expect((await put(url, 'x')).status).toBe(403);
    clock.ahead = 0;
    expect((await put(url, 'x')).status).toBe(200);
  });

  describe('a form to upload with', () => {
    const MB = 1024 * 1024;
    const asked = { type: 'application/pdf', largest: MB, next: 'https://nhipcau.test/xong?a=1' };
    const send = async (
      change: (fields: Record<string, string>) => Record<string, string> = (fields) => fields,
      file: Uint8Array<ArrayBuffer> = Buffer.from('%PDF-1.7'),
    ) => {
      const { url, fields } = await files.uploadForm('incoming/a', asked);
      const form = new FormData();
      for (const [name, value] of Object.entries(change(fields))) form.append(name, value);
      form.append('file', new Blob([file]), 'tên tệp.pdf');
      const { status, headers } = await fetch(url, { method: 'POST', body: form, redirect: 'manual' });
      return [status, headers.get('location')];
    };
    const refused = [403, null];

    test('takes one file of a browser without credentials, and sends it back to the site', async () => {
      expect(await send()).toEqual([303, asked.next]);
      expect(Buffer.from((await files.get('incoming/a'))!).toString()).toBe('%PDF-1.7');
    });

    test('is for one key, one type and one address, and nothing may be added', async () => {
      const changes: Record<string, string>[] = [
        { key: 'letters/other.pdf' },
        { 'Content-Type': 'text/html' },
        { success_action_redirect: 'https://evil.example/' },
        { tagging: '<Tagging/>' },
        { acl: 'public-read' },
        { 'x-amz-credential': 'x/20261128/us-east-1/s3/aws4_request' },
      ];
      for (const change of changes)
        expect([change, await send((fields) => ({ ...fields, ...change }))]).toEqual([change, refused]);
      expect(await files.get('letters/other.pdf')).toBeUndefined();
    });

    test('cannot be written anew with a larger bound', async () => {
      const larger = (fields: Record<string, string>) => {
        const policy = Buffer.from(fields.policy!, 'base64')
          .toString()
          .replace(String(MB), String(9 * MB));
        return { ...fields, policy: Buffer.from(policy).toString('base64') };
      };
      expect(await send(larger)).toEqual(refused);
    });

    test('takes no empty file and none above its bound', async () => {
      expect(await send(undefined, Buffer.alloc(0))).toEqual([400, null]);
      expect(await send(undefined, Buffer.alloc(MB + 1))).toEqual([400, null]);
      expect(await send(undefined, Buffer.alloc(MB))).toEqual([303, asked.next]);
    });

    test('lives ten minutes', async () => {
      clock.ahead = 11 * 60_000;
      expect(await send()).toEqual(refused);
      clock.ahead = 0;
    });
  });

  test('a file is begun, copied and given to browsers under a name', async () => {
    await files.put('incoming/b', Buffer.from('%PDF-1.7 dài hơn'), 'application/pdf');
    const { bytes, size } = (await files.begin('incoming/b', 5))!;
    expect([Buffer.from(bytes).toString(), size]).toEqual(['%PDF-', 18]);
    expect(await files.begin('incoming/none', 5)).toBeUndefined();
    await files.copy('incoming/b', 'library/mat_1/1.pdf');
    await files.put('incoming/b', Buffer.from('khác'), 'application/pdf');
    const url = await files.downloadUrl('library/mat_1/1.pdf', {
      name: 'tai-lieu.pdf',
      type: 'application/pdf',
    });
    const answer = await fetch(url);
    expect(await answer.text()).toBe('%PDF-1.7 dài hơn');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="tai-lieu.pdf"');
    expect((await fetch(url.replace('tai-lieu.pdf', 'x.exe'))).status).toBe(403);
  });

  test('a body that was changed on the way is refused', async () => {
    const { host } = new URL(server.endpoint);
    let headers: Record<string, string> = {};
    const listening = s3Files('files', {
      endpoint: server.endpoint,
      forcePathStyle: true,
      region: 'us-east-1',
      credentials: server.credentials,
      requestHandler: {
        handle: async (asked: { headers: Record<string, string> }) => {
          headers = asked.headers;
          throw new Error('caught');
        },
      } as never,
      maxAttempts: 1,
    });
    await expect(listening.put('b', Buffer.from('right'), 'text/plain')).rejects.toThrow('caught');
    const { 'content-length': _, host: __, ...signed } = headers;
    const send = (body: string) =>
      fetch(`http://${host}/files/b?x-id=PutObject`, { method: 'PUT', headers: signed, body });
    expect((await send('wrong')).status).toBe(403);
    expect((await send('right')).status).toBe(200);
  });

  test('keeps its files for the next start', async () => {
    await files.put('kept', Buffer.from('kept'), 'text/plain');
    const next = await startFileStore(directory, 'files');
    const url = new URL(next.endpoint);
    const later = s3Files('files', {
      endpoint: url.origin,
      forcePathStyle: true,
      region: 'us-east-1',
      credentials: next.credentials,
    });
    expect(Buffer.from((await later.get('kept'))!).toString()).toBe('kept');
    expect(next.credentials).not.toEqual(server.credentials);
    await next.stop();
  });

  test('a file above its limit is refused, and the store lives on', async () => {
    await expect(files.put('large', Buffer.alloc(33 * 1024 * 1024), 'text/plain')).rejects.toThrow();
    expect(await files.get('large')).toBeUndefined();
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { listen } from '../../infra/local/listen';
import { startFileStore } from '../../infra/local/parts/file-store';
import { startInbox } from '../../infra/local/parts/inbox';
import { isOwnHost } from '../../infra/local/parts/own-host';

/** What a part answers when it is asked under this name, as a page of a stranger would ask it. */
const askedAs = (host: string, endpoint: string): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const asking = request(endpoint, { headers: { host }, agent: false }, (answer: IncomingMessage) => {
      let text = '';
      answer.on('data', (part) => {
        text += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode!, text }));
    });
    asking.on('error', reject).end();
  });

const STRANGE = ['evil.example', 'evil.example:80', 'localhost.evil.example', '127.0.0.1.evil.example'];

describe('a name that leads to this machine', () => {
  test('is its own where it is localhost or an address', () => {
    for (const host of ['localhost', 'LOCALHOST:3000', '127.0.0.1:8005', '[::1]:3000', '192.168.1.7:3000'])
      expect([host, isOwnHost(host)]).toEqual([host, true]);
    for (const host of [...STRANGE, '', undefined]) expect([host, isOwnHost(host)]).toEqual([host, false]);
  });

  test('is its own where a person named it', () => {
    expect(isOwnHost('may-chu.lan:3000', ['May-Chu.lan'])).toBe(true);
    expect(isOwnHost('may-chu.lan.evil.example', ['may-chu.lan'])).toBe(false);
  });
});

describe('the parts of one machine', () => {
  const parts: Record<string, string> = {};
  const ends: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const serving = await listen(0, '127.0.0.1');
    serving.open(() => new Response('the site'));
    const inbox = await startInbox(0);
    const directory = await mkdtemp(join(tmpdir(), 'files-'));
    const files = await startFileStore(directory, 'files');
    ends.push(serving.stop, inbox.stop, files.stop, () => rm(directory, { recursive: true }));
    parts.site = `http://127.0.0.1:${serving.port}`;
    parts.inbox = inbox.endpoint;
    parts.files = files.endpoint;
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });

  for (const part of ['site', 'inbox', 'files'])
    test(`the ${part} answers to its own name and to no other`, async () => {
      const endpoint = parts[part]!;
      const { port } = new URL(endpoint);
      for (const own of [`localhost:${port}`, `127.0.0.1:${port}`])
        expect((await askedAs(own, endpoint)).status).not.toBe(421);
      for (const host of STRANGE) {
        const { status, text } = await askedAs(host, endpoint);
        expect([host, status]).toEqual([host, 421]);
        expect(text).toMatch(/^This machine answers to localhost/);
      }
      // Every path, not only the first page.
      expect((await askedAs('evil.example', `${endpoint}/store`)).status).toBe(421);
    });

  test('the database, which looks at no name, has an address that nobody can guess', async () => {
    const { hostname, port } = new URL(inject('dynamo'));
    expect(hostname).toMatch(/^127\.\d+\.\d+\.\d+$/);
    expect(hostname).not.toBe('127.0.0.1');
    const refused = await new Promise((resolve) => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.once('connect', () => resolve('connected'));
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    });
    expect(refused).toBe('ECONNREFUSED');
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SIGN_IN } from '../../infra/demo/accounts';
import { listen, type Serving } from '../../infra/local/listen';
import { freePort } from '../../infra/local/parts/ports';
import { type System, startSystem } from '../../infra/local/system';

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  bytes: Buffer;
}
/** An answer as it is on the wire: `fetch` would unpack it. */
const ask = (url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, bytes: Buffer.concat(chunks) }),
      );
    }).on('error', reject);
  });
const PEOPLE = { accept: 'text/html,application/xhtml+xml' };

describe('before the site is open', () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await listen(0, '127.0.0.1');
  });
  afterAll(() => serving.stop());
  const url = (path = '/') => `http://127.0.0.1:${serving.port}${path}`;

  test('people see that it starts and what is being done, at every address, and the page asks again', async () => {
    serving.say('Đang mở cơ sở dữ liệu');
    for (const path of ['/', '/quan-tri', '/static/style-0.css']) {
      const { status, headers, bytes } = await ask(url(path), PEOPLE);
      const page = bytes.toString();
      expect([path, status, headers['retry-after'], headers['cache-control']]).toEqual([
        path,
        503,
        '1',
        'no-store',
      ]);
      expect(page).toContain('<h1>Nhịp Cầu đang khởi động</h1>');
      expect(page).toContain('<li>Đang mở cơ sở dữ liệu</li>');
      expect(page).toMatch(/lang="en">[^<]*is starting/);
      expect(page).toContain('http-equiv="refresh"');
      expect(page).not.toMatch(/<script|src=|href="(?!data:)/);
    }
  });

  test('programs get a word', async () => {
    const { status, headers, bytes } = await ask(url('/api/events'), { accept: 'application/json' });
    expect([status, headers['retry-after'], bytes.toString()]).toEqual([503, '1', 'starting']);
  });

  test('then the site answers', async () => {
    serving.open(async (request) => new Response(new URL(request.url).pathname));
    expect((await ask(url('/lop'), PEOPLE)).bytes.toString()).toBe('/lop');
  });
});

describe('on one machine', () => {
  let system: System;
  const steps: string[] = [];
  beforeAll(async () => {
    system = await startSystem({
      temporary: true,
      seed: 'none',
      background: false,
      say: (step) => steps.push(step),
    });
  });
  afterAll(() => system?.stop());

  test('it says what it is doing while it starts', () => {
    expect(steps).toEqual([
      expect.stringMatching(/cơ sở dữ liệu.*\(.*database/),
      expect.stringMatching(/danh mục huyện.*\(.*districts/),
      expect.stringMatching(/mở trang.*\(.*site/),
    ]);
  });

  test('the style sheets are compressed, for a browser that can read it', async () => {
    const page = (await ask(system.origin, PEOPLE)).bytes.toString();
    const sheet = system.origin + /href="(\/static\/style[^"]+)"/.exec(page)![1];
    const plain = await ask(sheet);
    const packed = await ask(sheet, { 'accept-encoding': 'gzip, deflate' });
    expect([plain.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([
      undefined,
      'gzip',
    ]);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2.5);
    expect(packed.bytes.length).toBeLessThan(5_000);
    expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true);
    for (const { headers } of [plain, packed]) {
      expect(headers['content-type']).toBe('text/css; charset=utf-8');
      expect(headers['cache-control']).toContain('immutable');
      expect(headers.vary?.toLowerCase()).toContain('accept-encoding');
    }
  });

  test('the inbox says in both languages where the code is, and shows mails as before', async () => {
    const page = (await ask(system.inbox)).bytes.toString();
    expect(page).toMatch(
      /<p lang="vi">[\s\S]*Mã đăng nhập gồm 8 chữ và số[\s\S]*<p lang="en">[\s\S]*sign-in code/,
    );
    expect(page).toContain(SIGN_IN);
    expect(page).toContain('id="content"');
    expect(JSON.parse((await ask(`${system.inbox}/store`)).bytes.toString())).toHaveProperty('emails');
  });
});

describe('npm start', () => {
  let child: ChildProcess | undefined;
  let dataDir = '';
  afterAll(async () => {
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child!.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    await rm(dataDir, { recursive: true, force: true });
  });

  test('answers before it is loaded, prints what it does, and ends when it is stopped then', async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'nhip-cau-starting-'));
    const port = await freePort();
    let said = '';
    child = spawn(process.execPath, ['--import', 'tsx', 'infra/local/start.ts'], {
      env: {
        ...process.env,
        PORT: String(port),
        MAIL_PORT: String(await freePort()),
        DATA_DIR: dataDir,
        SEED: 'none',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout!.on('data', (chunk) => (said += chunk));
    child.stderr!.on('data', (chunk) => (said += chunk));
    let first: Answer | undefined;
    await expect
      .poll(async () => {
        first ??= await ask(`http://127.0.0.1:${port}/`, PEOPLE).catch(() => undefined);
        return first?.status;
      })
      .toBe(503);
    expect(first!.bytes.toString()).toContain('đang khởi động');
    await expect
      .poll(() => said)
      .toMatch(/Nhịp Cầu đang khởi động tại http:\/\/localhost:\d+\nĐang nạp chương trình/);
    const ended = new Promise((resolve) => child!.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

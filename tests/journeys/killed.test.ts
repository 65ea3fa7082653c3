import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../infra/local/parts/ports';

const TOKEN = 'a-token-of-the-demo-organizer-1234';
const started: ChildProcess[] = [];
let dataDir = '';
let ports: [number, number] = [0, 0];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'nhip-cau-killed-'));
  ports = [await freePort(), await freePort()];
});
afterAll(async () => {
  for (const child of started)
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  await Promise.all(
    started.map((child) =>
      child.exitCode === null && child.signalCode === null
        ? new Promise((resolve) => child.once('exit', resolve))
        : undefined,
    ),
  );
  await rm(dataDir, { recursive: true, force: true });
});

/** The system as `npm start` runs it, in a process of its own. */
const start = async ([port, mailPort] = ports): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/local/start.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      MAIL_PORT: String(mailPort),
      DATA_DIR: dataDir,
      DEMO_API_TOKEN: TOKEN,
      RATE_LIMITS: 'off',
    },
    stdio: 'ignore',
  });
  started.push(child);
  const status = () =>
    fetch(`http://localhost:${port}/healthz`).then(
      (r) => r.status,
      () => 0,
    );
  await expect.poll(status).toBe(200);
  return child;
};

test('killed in the middle of a rush, it loses no registration that it acknowledged', async () => {
  const first = await start();
  const [port] = ports;
  const url = `http://localhost:${port}/api/events/evt_mau_mo/registrations`;

  const acknowledged: string[] = [];
  const rush = Promise.allSettled(
    Array.from({ length: 300 }, async (_, n) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          fullName: `Danh Mẫu ${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + Math.floor(n / 26))}`,
          phone: `0399${String(n).padStart(6, '0')}`,
          unitId: 'unt_goquao',
          consent: true,
        }),
      });
      if (response.status === 201)
        acknowledged.push(((await response.json()) as { registrationId: string }).registrationId);
      if (acknowledged.length > 40) first.kill('SIGKILL');
    }),
  );
  await rush;
  expect(acknowledged.length).toBeGreaterThan(40);
  expect(acknowledged.length).toBeLessThan(300);

  await start();
  const lost: string[] = [];
  for (const id of acknowledged) {
    const response = await fetch(`http://localhost:${port}/api/registrations/${id}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    const found = (await response.json()) as { status?: string };
    if (found.status !== 'confirmed' && found.status !== 'waitlisted') lost.push(id);
  }
  expect(lost).toEqual([]);
});

test('killed in the middle of an import, it goes on where it stopped, and no person is there twice', async () => {
  const PEOPLE = 1_000;
  const running = started.at(-1)!;
  const call = async (method: string, path: string, body?: FormData) => {
    const response = await fetch(`http://localhost:${ports[0]}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}` },
      ...(body && { body }),
    });
    return response.json();
  };
  const letter = (n: number) => String.fromCharCode(97 + (n % 26));
  const rows = Array.from({ length: PEOPLE }, (_, n) => {
    const name = `Danh Mẫu ${letter(n)}${letter(Math.floor(n / 26))}${letter(Math.floor(n / 676))}`;
    return `${name}\t0388${String(n).padStart(6, '0')}\tGò Quao`;
  });
  const list = new FormData();
  list.set('text', ['Họ và tên\tSố điện thoại\tĐơn vị', ...rows].join('\n'));
  const { importId } = await call('POST', '/events/evt_mau_mo/lists', list);
  const progress = () => call('GET', `/imports/${importId}`);
  await expect.poll(async () => (await progress()).done, { interval: 50 }).toBeGreaterThan(0);
  running.kill('SIGKILL');
  await new Promise((resolve) => running.once('exit', resolve));

  await start();
  expect(await progress()).toMatchObject({ state: 'running' });
  await expect.poll(async () => (await progress()).state, { interval: 500 }).toBe('done');
  expect(await progress()).toMatchObject({ done: PEOPLE, counts: { registered: PEOPLE, refused: 0 } });
  const phones: string[] = [];
  for (let cursor = ''; ; ) {
    const path = `/events/evt_mau_mo/registrations?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const { items, next } = await call('GET', path);
    phones.push(
      ...items.map(({ phone }: { phone: string }) => phone).filter((p: string) => p.startsWith('0388')),
    );
    if (!next) break;
    cursor = next;
  }
  expect([phones.length, new Set(phones).size]).toEqual([PEOPLE, PEOPLE]);
});

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../../infra/local/parts/ports';

const TOKEN = 'a-token-of-the-demo-organizer-1234';
const started: ChildProcess[] = [];
let dataDir = '';

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
const start = async (port: number, mailPort: number): Promise<ChildProcess> => {
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
  dataDir = await mkdtemp(join(tmpdir(), 'nhip-cau-killed-'));
  const [port, mailPort] = [await freePort(), await freePort()];
  const first = await start(port, mailPort);
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

  await start(port, mailPort);
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

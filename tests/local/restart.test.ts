import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../infra/local/parts/ports';

const TOKEN = 'a-token-for-this-test-alone';

/** `npm start` as a process of its own, ended the hard way and the soft way. */
describe('npm start', () => {
  let dataDir: string;
  let port: number;
  let running: ChildProcess | undefined;
  let said = '';

  const start = async () => {
    said = '';
    port = await freePort();
    const child = spawn(process.execPath, ['--import', 'tsx', 'infra/local/start.ts'], {
      env: {
        ...process.env,
        PORT: String(port),
        MAIL_PORT: String(await freePort()),
        DATA_DIR: dataDir,
        SEED: 'none',
        DEMO_API_TOKEN: TOKEN,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running = child;
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        said += chunk;
        if (said.includes(TOKEN)) resolve();
      };
      child.stdout!.on('data', hear);
      child.stderr!.on('data', hear);
      child.once('close', () => reject(new Error(`ended: ${said}`)));
    });
    return child;
  };
  const ended = (child: ChildProcess) =>
    new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const api = async (path: string, body?: object) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as { items: { name: string }[] } };
  };
  const dynamoPid = async () =>
    (JSON.parse(await readFile(join(dataDir, 'lock.json'), 'utf8')) as { dynamo: { pid: number } }).dynamo
      .pid;
  /** An orphaned process that has ended may stay in the process table as a zombie. */
  const alive = async (pid: number) => {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    return stat !== '' && !stat.includes(') Z ');
  };

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'nhip-cau-test-'));
  });
  afterAll(async () => {
    running?.kill('SIGTERM');
    if (running && running.exitCode === null && running.signalCode === null) await ended(running);
    await rm(dataDir, { recursive: true, force: true });
  });

  test('prints where to look, survives being killed, and stops cleanly when asked', async () => {
    const first = await start();
    for (const place of [`http://localhost:${port}`, '/quan-tri', 'to-chuc@stp.example', '/api/docs'])
      expect(said).toContain(place);
    const commune = { name: 'mẫu bền', kind: 'commune', parentId: 'unt_goquao' };
    expect((await api('/units', commune)).status).toBe(201);
    const left = await dynamoPid();
    first.kill('SIGKILL');
    await ended(first);
    expect(await alive(left)).toBe(true); // the database outlives its runner, and holds the file

    const second = await start();
    expect(await alive(left)).toBe(false);
    const secondPort = port;
    await expect(start()).rejects.toThrow(`${dataDir} is in use by process ${second.pid}`);
    [running, port] = [second, secondPort];
    expect((await api('/units?parentId=unt_goquao')).body.items.map((u) => u.name)).toEqual(['mẫu bền']);
    const dynamo = await dynamoPid();
    second.kill('SIGTERM');
    expect(await ended(second)).toBe(0);
    expect(await alive(dynamo)).toBe(false);
  });

  test('takes its database along when it is stopped before it is ready', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'nhip-cau-test-'));
    const child = spawn(process.execPath, ['--import', 'tsx', 'infra/local/start.ts'], {
      env: { ...process.env, PORT: '0', MAIL_PORT: '0', DATA_DIR: dir, SEED: 'demo' },
      stdio: 'ignore',
    });
    const end = ended(child);
    let pid: number | undefined;
    const readPid = async () => {
      const lock: { dynamo?: { pid: number } } = JSON.parse(await readFile(join(dir, 'lock.json'), 'utf8'));
      pid = lock.dynamo?.pid;
      return pid;
    };
    await expect.poll(readPid, { interval: 5 }).toBeDefined();
    child.kill('SIGINT');
    expect(await end).toBe(0);
    expect(await alive(pid!)).toBe(false);
    await rm(dir, { recursive: true, force: true });
  });

  test('says what to do with data whose tables are another version’s, and leaves it alone', async () => {
    const file = join(dataDir, 'kept.json');
    const kept = await readFile(file, 'utf8');
    await writeFile(file, kept.replace(/"tables": "[^"]+"/, '"tables": "other"'));
    await expect(start()).rejects.toThrow(/made by another version.*DATA_DIR/);
    await writeFile(file, kept);
    const again = await start();
    again.kill('SIGTERM');
    expect(await ended(again)).toBe(0);
  });
});

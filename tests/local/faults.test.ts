import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { MINUTE } from '../../functions/platform/time/dates';
import { withHealth } from '../../infra/local/listen';
import { type Dynamo, startDynamo } from '../../infra/local/parts/dynamo';
import { createTables, holdsTables } from '../../infra/local/parts/tables';
import { fileLog } from '../../infra/local/world';

describe('what may happen to a machine', () => {
  let dynamo: Dynamo | undefined;
  let dir: string | undefined;
  afterEach(async () => {
    await dynamo?.stop();
    if (dir) await rm(dir, { recursive: true, force: true });
    vi.restoreAllMocks();
  });

  test('a full disk: log lines are lost, and nothing else', async () => {
    dir = await mkdtemp(join(tmpdir(), 'nhip-cau-log-'));
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const full = fileLog('/dev/full');
    full.log({ what: 'a' });
    await expect.poll(() => said.mock.calls.length).toBe(1);
    full.log({ what: 'b' });
    await full.close();
    // A file that could not be opened is tried again after a minute.
    const clock = { at: 1_000_000 };
    const file = join(dir, 'later', 'log.jsonl');
    const later = fileLog(file, () => clock.at);
    later.log({ what: 'lost' });
    await expect.poll(() => said.mock.calls.length).toBe(2);
    const { mkdir } = await import('node:fs/promises');
    await mkdir(join(dir, 'later'));
    later.log({ what: 'lost as well' });
    clock.at += MINUTE;
    later.log({ what: 'kept' });
    await later.close();
    expect(await readFile(file, 'utf8')).toMatch(/^[^\n]*"what":"kept"[^\n]*\n$/);
  });

  test('a database that dies is started again on its file; /healthz says 503 meanwhile', async () => {
    dir = await mkdtemp(join(tmpdir(), 'nhip-cau-db-'));
    let restarted: number | undefined;
    const site = withHealth(
      () => dynamo?.isUp() ?? false,
      () => new Response('ok'),
    );
    const health = async () => (await site(new Request('http://localhost/healthz'), {})).status;
    // Asked in the moment when it is gone: a look from outside may come when it runs again.
    const meanwhile: Promise<number>[] = [];
    dynamo = await startDynamo(
      join(dir, 'dynamo.db'),
      (pid) => {
        restarted = pid;
      },
      () => meanwhile.push(health()),
    );
    const { endpoint, pid } = dynamo;
    await createTables(endpoint, 'x-');
    expect(await health()).toBe(200);
    process.kill(pid!, 'SIGKILL');
    await expect.poll(() => Promise.all(meanwhile)).toEqual([503]);
    expect((await site(new Request('http://localhost/'), {})).status).toBe(200);
    await expect.poll(health).toBe(200);
    await expect.poll(() => restarted).not.toBe(undefined);
    expect(await holdsTables(endpoint, 'x-')).toBe(true);
    expect(restarted).not.toBe(pid);
  });
});

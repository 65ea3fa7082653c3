import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accountByEmail } from '../../functions/directory/accounts/find';
import { may } from '../../functions/directory/accounts/may';
import { releasedRecovery } from '../../functions/directory/accounts/second-factor';
import { readApiToken } from '../../functions/directory/sessions/token';
import { listUnits } from '../../functions/directory/units/list';
import { dynamoClient } from '../../functions/platform/store/client';
import { Db } from '../../functions/platform/store/db';
import type { World } from '../../functions/platform/world/world';
import { tables } from '../../functions/tables';
import { localAws } from '../../infra/local/parts/part';
import { createTables } from '../../infra/local/parts/tables';
import { tablePrefix } from '../../infra/stages/stage';
import { testSettings } from '../support/world';

const STAGE = `first${process.pid}`;

describe('npm run first-account, on a stage whose tables are empty', () => {
  const client = dynamoClient({ endpoint: inject('dynamo'), ...localAws });
  const prefix = tablePrefix(STAGE);
  const world = { db: new Db({ client, prefix }), now: Date.now, settings: testSettings } as World;

  const run = async (...args: string[]) => {
    const env = {
      ...process.env,
      AWS_ENDPOINT_URL_DYNAMODB: inject('dynamo'),
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    };
    const command = ['--import', 'tsx', 'infra/first-account.ts', ...args];
    try {
      return { code: 0, ...(await promisify(execFile)(process.execPath, command, { env })) };
    } catch (error) {
      return error as { code: number; stdout: string; stderr: string };
    }
  };
  const bao = ['--stage', STAGE, '--email', 'Quan-Tri@STP.example', '--name', 'Lê Văn Mẫu Quản'];

  beforeAll(() => createTables(inject('dynamo'), prefix));
  afterAll(async () => {
    for (const { name } of tables) await client.send(new DeleteTableCommand({ TableName: prefix + name }));
    client.destroy();
  });

  test('opens it: an administrator, the province and a token of the API', async () => {
    const { code, stdout, stderr } = await run(...bao, '--province', 'Kiên Giang', '--token');
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('Error')]);
    const account = await accountByEmail(world, 'quan-tri@stp.example');
    expect(account).toMatchObject({ name: 'Lê Văn Mẫu Quản', role: 'admin' });
    expect(may(account)).toMatchObject({ enterConsole: true, manageUnits: true, schedule: true });
    expect(stdout).toContain(account!.id);
    const token = /once: (\S+)/.exec(stdout)![1]!;
    expect(await readApiToken(world, token)).toMatchObject({ account: { id: account!.id } });
    expect(stdout).toContain('until ');
    const [province] = await listUnits(world);
    expect(province).toMatchObject({ kind: 'province', name: 'Kiên Giang' });
    expect(stdout).toContain(province!.id);
  });

  test('lets an account in by a mailed code once, where its person has lost every passkey', async () => {
    const recover = (email: string) => run('--stage', STAGE, '--email', email, '--recover');
    const done = await recover('quan-tri@stp.example');
    expect([done.code, done.stdout]).toEqual([0, expect.stringContaining('once, within a day')]);
    const account = await accountByEmail(world, 'quan-tri@stp.example');
    expect(releasedRecovery(world, account!)).toBeDefined();
    const unknown = await recover('khong-co@stp.example');
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('--email: ')]);
  });

  test('says what is wrong in one line each, and changes nothing', async () => {
    const twice = await run(...bao);
    expect([twice.code, twice.stderr]).toEqual([1, expect.stringContaining('--email: This address already')]);
    const wrong = await run('--stage', STAGE, '--email', 'nobody');
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('--email: ');
    expect(wrong.stderr).toContain('--name: ');
    expect(wrong.stderr).not.toMatch(/^\s+at /m);
    const elsewhere = await run('--stage', 'moon', ...bao.slice(2));
    expect([elsewhere.code, elsewhere.stderr]).toEqual([1, expect.stringContaining('deploy it first')]);
    expect((await run('--colour', 'red')).stderr).toContain('--colour');
  });
});

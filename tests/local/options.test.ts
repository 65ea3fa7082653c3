import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readKept, writeKept } from '../../infra/local/kept';
import { DirectoryInUse, lockDirectory } from '../../infra/local/lock';
import { BadOptions, readOptions } from '../../infra/local/options';
import { startDynamo } from '../../infra/local/parts/dynamo';
import { freePort } from '../../infra/local/parts/ports';
import { createTables } from '../../infra/local/parts/tables';
import { startSystem } from '../../infra/local/system';
import { PREFIX } from '../../infra/local/world';

describe('what npm start reads', () => {
  test('has a default for everything', () => {
    expect(readOptions({})).toMatchObject({
      port: 3000,
      mailPort: 8005,
      host: '127.0.0.1',
      dataDir: join(process.cwd(), '.data'),
      seed: 'demo',
      apiToken: undefined,
      rateLimits: true,
    });
  });

  test('takes any token that a header can bear', () => {
    expect(readOptions({ DEMO_API_TOKEN: 'tok' }).apiToken).toBe('tok');
  });

  test('takes an empty variable for an unset one', () => {
    expect(readOptions({ PORT: '', SEED: '', DEMO_API_TOKEN: '' })).toMatchObject({
      port: 3000,
      seed: 'demo',
    });
  });

  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '1e3'],
    ['HOST', '999.1.1.1'],
    ['MAIL_PORT', '-1'],
    ['SEED', 'full'],
    ['RATE_LIMITS', 'yes'],
    ['DEMO_API_TOKEN', 'with space'],
    ['DYNAMODB_ENDPOINT', 'nowhere'],
  ])('names %s=%s as wrong', (name, value) => {
    expect(() => readOptions({ [name]: value })).toThrow(BadOptions);
    expect(() => readOptions({ [name]: value })).toThrow(`${name}=${value}`);
  });
});

describe('the data directory', () => {
  const made: string[] = [];
  const directory = async () => {
    const dir = await mkdtemp(join(tmpdir(), 'nhip-cau-test-'));
    made.push(dir);
    return dir;
  };
  afterEach(async () => {
    for (const dir of made.splice(0)) await rm(dir, { recursive: true, force: true });
  });

  test('keeps the secrets of its first start, readable by their owner alone', async () => {
    const dir = await directory();
    const first = await readKept(dir);
    expect(await readKept(dir)).toEqual(first);
    expect(first.person).not.toBe(first.token);
    await writeKept(dir, { ...first, seeded: 'demo' });
    expect((await readKept(dir)).seeded).toBe('demo');
    expect((await stat(join(dir, 'kept.json'))).mode & 0o777).toBe(0o600);
    expect(await readKept(await directory())).not.toEqual(first);
  });

  test('belongs to one living run at a time', async () => {
    const dir = await directory();
    const lock = await lockDirectory(dir);
    await expect(lockDirectory(dir)).rejects.toBeInstanceOf(DirectoryInUse);
    await lock.release();
    await (await lockDirectory(dir)).release();
  });
});

describe('what cannot be used', () => {
  test('a data directory that is no folder is named', async () => {
    await expect(readKept('/dev/null/x')).rejects.toThrow(/^DATA_DIR=\/dev\/null\/x: /);
  });

  test('another DynamoDB is named where nothing answers, and where it belongs to another directory', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'nhip-cau-test-'));
    const start = (dynamoEndpoint: string) => startSystem({ dataDir, dynamoEndpoint, background: false });
    await expect(start(`http://127.0.0.1:${await freePort()}`)).rejects.toThrow(/no DynamoDB answers/);
    const other = await startDynamo();
    try {
      await createTables(other.endpoint, PREFIX);
      await expect(start(other.endpoint)).rejects.toThrow(
        /DYNAMODB_ENDPOINT=.* holds tables that were not filled/,
      );
    } finally {
      await other.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});

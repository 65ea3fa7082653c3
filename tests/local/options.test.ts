import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { DirectoryInUse, leaveDirectory, takeDirectory } from '../../infra/local/holder';
import { BadOptions, readKept, readOptions, writeKept } from '../../infra/local/options';

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
    await takeDirectory(dir);
    await expect(takeDirectory(dir)).rejects.toBeInstanceOf(DirectoryInUse);
    await leaveDirectory(dir);
    await takeDirectory(dir);
  });
});

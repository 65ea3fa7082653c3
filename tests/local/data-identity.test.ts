import { execFileSync } from 'node:child_process';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataIdentity } from '../../infra/local/data-identity';

let home = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'copy-'));
});
afterEach(() => rm(home, { recursive: true }));

test('a data directory that was copied back is another one; one that was renamed is not', async () => {
  const data = join(home, 'data');
  const backup = join(home, 'backup');
  execFileSync('mkdir', [data]);
  await writeFile(join(data, 'dynamo.db'), 'one');
  const first = await dataIdentity(data);
  execFileSync('cp', ['-a', data, backup]);
  await writeFile(join(data, 'dynamo.db'), 'two');
  expect(await dataIdentity(data)).toBe(first);
  await rename(data, join(home, 'aside'));
  await rename(join(home, 'aside'), data);
  expect(await dataIdentity(data)).toBe(first);

  // Restored over the directory, then in its place.
  execFileSync('cp', ['-a', `${backup}/.`, data]);
  const second = await dataIdentity(data);
  expect(second).not.toBe(first);
  await rm(data, { recursive: true });
  execFileSync('cp', ['-a', backup, data]);
  expect(await dataIdentity(data)).not.toBe(second);
});

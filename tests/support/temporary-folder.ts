import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where `tmpdir()` looks, on each system. */
const VARIABLES = ['TMPDIR', 'TEMP', 'TMP'] as const;

/** Caches that tools keep in the temporary folder: no test makes them. */
const CACHES = /^(tsx-\d+|node-compile-cache|node-jiti|v8-compile-cache.*)$/;

/**
 * One temporary folder for the whole run, of the tests and of the programs that they start. It is removed at the end, also
 * where a test failed.
 * @throws Error at the end of the run that names what a test left in it
 */
export default async () => {
  const before = VARIABLES.map((name) => [name, process.env[name]] as const);
  const folder = await mkdtemp(join(tmpdir(), 'nhip-cau-tests-'));
  for (const name of VARIABLES) process.env[name] = folder;
  return async () => {
    const left = (await readdir(folder)).filter((name) => !CACHES.test(name));
    await rm(folder, { recursive: true, force: true });
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    if (left.length) throw new Error(`Tests left these in the temporary folder: ${left.join(', ')}`);
  };
};

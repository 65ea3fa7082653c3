import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildFunction } from '../../../infra/build/functions';
import { assets } from '../assets';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the built http function, where the tests go through it (`vitest.built.config.ts`). */
    builtHttp?: string;
  }
}

/** The http function as it is deployed, built once for the whole run. */
export default async ({ provide }: TestProject) => {
  const directory = await mkdtemp(join(tmpdir(), 'built-'));
  await buildFunction('functions/entry/http.ts', directory, assets);
  provide('builtHttp', directory);
  return () => rm(directory, { recursive: true });
};

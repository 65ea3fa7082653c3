import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildFunction, FUNCTIONS } from '../../../infra/build/functions';
import { assets } from '../assets';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the built functions, where the tests go through them (`vitest.built.config.ts`). */
    built?: string;
  }
}

/** The functions as they are deployed, built once for the whole run. */
export default async ({ provide }: TestProject) => {
  const directory = await mkdtemp(join(tmpdir(), 'built-'));
  await Promise.all(
    FUNCTIONS.map((name) => buildFunction(`functions/entry/${name}.ts`, join(directory, name), assets)),
  );
  provide('built', directory);
  return () => rm(directory, { recursive: true });
};

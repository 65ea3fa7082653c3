import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { BadOptions, SEEDS } from './options';

const Kept = z.object({
  person: z.string().min(32),
  token: z.string().min(32),
  apiToken: z.string().min(16),
  /** What the tables were filled with; unset until that is done. */
  seeded: z.enum(SEEDS).optional(),
  /** The design of the tables then (`tableDesign`): an index cannot be added to them later. */
  tables: z.string().optional(),
});
export type Kept = z.output<typeof Kept>;

const keptFile = (dataDir: string) => join(dataDir, 'kept.json');

/** Reads the keys that the first start made up. Without them no hash in the tables could be found again. */
export const readKept = async (dataDir: string): Promise<Kept> => {
  await mkdir(dataDir, { recursive: true }).catch(({ code }: NodeJS.ErrnoException) => {
    throw new BadOptions(`DATA_DIR=${dataDir}: no folder can be made there (${code})`);
  });
  try {
    return Kept.parse(JSON.parse(await readFile(keptFile(dataDir), 'utf8')));
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
  }
  const random = () => randomBytes(32).toString('base64url');
  const kept: Kept = { person: random(), token: random(), apiToken: random() };
  await writeKept(dataDir, kept);
  return kept;
};

/** Writes atomically, so that a run that is killed here leaves the old file or the new one. */
export const writeKept = async (dataDir: string, kept: Kept): Promise<void> => {
  const next = `${keptFile(dataDir)}.next`;
  await writeFile(next, JSON.stringify(kept, null, 2));
  await chmod(next, 0o600);
  await rename(next, keptFile(dataDir));
};

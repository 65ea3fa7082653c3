import { readFile, rename, writeFile } from 'node:fs/promises';

/** How far each shard of each stream was read; a restart continues there. */
export interface Checkpoints {
  get(shard: string): string | undefined;
  set(shard: string, sequence: string): void;
  save(): Promise<void>;
}

/** @param file if unset, the checkpoints are kept in memory */
export const openCheckpoints = async (file?: string): Promise<Checkpoints> => {
  const positions = new Map<string, string>(file ? await readPositions(file) : []);
  let changed = false;
  return {
    get: (shard) => positions.get(shard),
    set: (shard, sequence) => {
      positions.set(shard, sequence);
      changed = true;
    },
    save: async () => {
      if (!file || !changed) return;
      changed = false;
      await writeFile(`${file}.next`, JSON.stringify(Object.fromEntries(positions)));
      await rename(`${file}.next`, file);
    },
  };
};

/** If the file is lost or broken, the streams are read from their beginning; the readers are idempotent. */
const readPositions = async (file: string): Promise<[string, string][]> => {
  try {
    return Object.entries(JSON.parse(await readFile(file, 'utf8')) as Record<string, string>);
  } catch {
    return [];
  }
};

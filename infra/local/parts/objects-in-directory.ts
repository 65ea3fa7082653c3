import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a bucket holds, by keys. */
export interface Objects {
  put(key: string, body: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
  delete(key: string): Promise<void>;
  list(): Promise<{ key: string; size: number; at: Date }[]>;
}

/** A call that the file store refuses, as S3 says it. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

const END = '.file';

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
const ifMissing = (error: unknown): undefined => {
  if (!isMissing(error)) throw error;
};

/** One plain file for each key. */
export const objectsInDirectory = async (directory: string): Promise<Objects> => {
  await mkdir(directory, { recursive: true });
  /** Its name escaped: no key can lead out of the directory. */
  const fileOf = (key: string): string => {
    const name = encodeURIComponent(key) + END;
    if (name.length > 250) throw new Refused(400, 'KeyTooLongError');
    return join(directory, name);
  };
  return {
    put: async (key, body) => {
      const file = fileOf(key);
      // Under another name first: a reader, or the next start, never meets half a file.
      const half = `${file}.${randomUUID()}.half`;
      await writeFile(half, body);
      await rename(half, file);
    },
    get: async (key) => {
      try {
        return await readFile(fileOf(key));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    delete: (key) => rm(fileOf(key), { force: true }),
    list: async () => {
      const names = (await readdir(directory)).filter((name) => name.endsWith(END));
      const found = await Promise.all(
        names.map(async (name) => {
          const file = await stat(join(directory, name)).catch(ifMissing);
          if (!file) return []; // deleted since the directory was read
          return [{ key: decodeURIComponent(name.slice(0, -END.length)), size: file.size, at: file.mtime }];
        }),
      );
      return found.flat();
    },
  };
};

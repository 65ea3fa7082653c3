import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Tells a data directory from one that was copied back in its place, by what a copy cannot bring along:
 * where its files lie, and when this one was last touched. Whoever restores by copying restores what
 * stands in the files as well.
 */
export const copyOf = async (dataDir: string): Promise<string> => {
  const mark = join(dataDir, 'copy');
  await writeFile(mark, 'Which copy of the data this is: see docs/operations.md, "Restore".\n', {
    flag: 'wx',
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const { ino, ctimeMs } = await stat(mark);
  // None where the database is elsewhere: its tables have ids of their own.
  const database = await stat(join(dataDir, 'dynamo.db')).catch(() => undefined);
  return [ino, ctimeMs, database?.ino].join('-');
};

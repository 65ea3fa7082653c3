import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A name for this copy of the data: a copy that was restored over it has another name. It is made of what a
 * copy cannot bring along, the inodes and a change time, since the content of the files is copied too.
 */
export const dataIdentity = async (dataDir: string): Promise<string> => {
  const mark = join(dataDir, 'copy');
  await writeFile(mark, 'Which copy of the data this is: see docs/operations.md, "Restore".\n', {
    flag: 'wx',
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const { ino, ctimeMs } = await stat(mark);
  // There is no such file if the database is elsewhere: its tables have their own ids.
  const database = await stat(join(dataDir, 'dynamo.db')).catch(() => undefined);
  return [ino, ctimeMs, database?.ino].join('-');
};

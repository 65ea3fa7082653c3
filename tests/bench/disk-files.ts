import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Files } from '../../functions/platform/world/world';

/** Files in a folder, so that several processes of the bench share them. */
export const diskFiles = (folder: string): Files => ({
  put: async (key, body) => {
    await mkdir(dirname(join(folder, key)), { recursive: true });
    await writeFile(join(folder, key), body);
  },
  get: (key) => readFile(join(folder, key)).catch(() => undefined),
  delete: (key) => rm(join(folder, key), { force: true }),
  uploadUrl: async () => '',
  uploadForm: async () => ({ url: '', fields: {} }),
  begin: async () => undefined,
  copy: async () => {},
  downloadUrl: async () => '',
});

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';

/** The package that a file belongs to; the innermost where one lies inside another. */
const packageOf = (path: string): string | undefined =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path)?.[1];

/** The packages of which something is left in the bundles. */
export const packagesIn = (metas: readonly Metafile[]): Set<string> =>
  new Set(
    metas
      .flatMap(({ outputs }) => Object.values(outputs))
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([path]) => packageOf(path) ?? []),
  );

/** The packages that our own files in the bundles import by name. */
export const importedByOurs = (metas: readonly Metafile[]): Set<string> =>
  new Set(
    metas
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([path]) => !packageOf(path))
      .flatMap(([, { imports }]) => imports)
      .filter(({ external }) => !external)
      .flatMap(({ path }) => packageOf(path) ?? []),
  );

/** What the scripts of pages are made of. */
export const islandsMeta = async (root: string): Promise<Metafile> => {
  const directory = join(root, 'web/islands');
  const { metafile } = await build({
    entryPoints: (await readdir(directory))
      .filter((name) => name.endsWith('.ts'))
      .map((n) => join(directory, n)),
    outdir: 'nowhere',
    bundle: true,
    metafile: true,
    write: false,
    absWorkingDir: root,
  });
  return metafile;
};

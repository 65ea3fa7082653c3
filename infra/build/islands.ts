import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { FILE_ISLANDS, type FileIsland, INLINE_ISLANDS, type Islands } from '../../web/assets';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The public's phones, as old as 2016. Syntax that cannot be written out for them fails the build; newer
 * methods fail the type check (`web/islands/tsconfig.json`).
 */
const OLD_PHONES = ['es2015', 'chrome54', 'firefox54', 'safari11'];

/** The first browsers that know passkeys. In an older one the script fails, and the form stays hidden. */
const WITH_PASSKEYS = ['chrome71', 'firefox65', 'safari14.1'];

const sha256 = (script: string) => createHash('sha256').update(script);

/** One island as a classic script. */
const compile = async (name: string, target: string[]): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [`web/islands/${name}.ts`],
    bundle: true,
    minify: true,
    format: 'iife',
    target,
    legalComments: 'none',
    write: false,
    absWorkingDir: ROOT,
  });
  return outputFiles[0]!.text.trim();
};

const compileInline = async (name: (typeof INLINE_ISLANDS)[number]) => {
  const script = await compile(name, OLD_PHONES);
  return [name, { script, hash: `'sha256-${sha256(script).digest('base64')}'` }] as const;
};

const urlOf = (name: string, script: string): string =>
  `/static/${name}-${sha256(script).digest('hex').slice(0, 10)}.js`;

export interface CompiledIslands {
  /** What the pages need of them. */
  islands: Islands;
  /** The scripts that stand in files, by the URL that they are served at. */
  files: ReadonlyMap<string, string>;
}

const compileFile = async (name: FileIsland) => {
  const script = await compile(name, name === 'passkey' ? WITH_PASSKEYS : OLD_PHONES);
  return { name, url: urlOf(name, script), script };
};

/** The islands, minified. A file's name has a hash of its content, so the file never changes. */
export const compileIslands = async (): Promise<CompiledIslands> => {
  const [inline, files] = await Promise.all([
    Promise.all(INLINE_ISLANDS.map(compileInline)),
    Promise.all(FILE_ISLANDS.map(compileFile)),
  ]);
  const urls = Object.fromEntries(files.map(({ name, url }) => [name, url])) as Record<FileIsland, string>;
  return {
    islands: { inline: Object.fromEntries(inline) as Islands['inline'], ...urls },
    files: new Map(files.map(({ url, script }) => [url, script])),
  };
};

/** Writes the islands that stand in files below `directory`, and says what the pages need of all of them. */
export const buildIslands = async (directory: string): Promise<Islands> => {
  const { islands, files } = await compileIslands();
  await mkdir(join(directory, 'static'), { recursive: true });
  for (const [url, script] of files) await writeFile(join(directory, url), script);
  return islands;
};

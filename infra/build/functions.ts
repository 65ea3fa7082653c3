import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
import { document } from '../../functions/api/document';
import type { PageAssets } from '../../web/assets';
import { buildAssets } from './assets';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The Lambda functions, each from `functions/entry/<name>.ts`. */
export const FUNCTIONS = ['http', 'mailer', 'importer', 'clock', 'audit', 'feedback'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

export interface Built {
  /** What CloudFront serves from S3. */
  site: string;
  /** Each function's code, and what went into it. */
  functions: Record<FunctionName, { directory: string; meta: Metafile }>;
}

/**
 * Code that starts a thread, and the file of that thread: it is built by itself, beside the code, under its own name.
 * Built together, they would share modules, and each start would read a file more for that.
 */
const THREAD = {
  startedBy: 'functions/platform/sheets/read-apart.ts',
  part: 'functions/platform/sheets/file-worker',
};

/**
 * Parts of the AWS SDK that a function loads at its first use, each built by itself. Built together with the
 * rest, they would share pieces with the database's client, and each start would read those pieces whole.
 */
const BUILT_ALONE = ['functions/platform/files/s3-sdk', 'functions/platform/mail/ses-sdk'];

/** Leaves the import of such a part as it is: its file stands beside. */
const builtAlone: Plugin = {
  name: 'built-alone',
  setup({ onResolve }) {
    onResolve({ filter: /-sdk$/ }, ({ path, resolveDir, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      const part = BUILT_ALONE.find((known) => join(ROOT, known) === join(resolveDir, path));
      return part === undefined ? undefined : { path: `./${basename(part)}.mjs`, external: true };
    });
  },
};

/**
 * Lets each part that is loaded later import what is loaded before it. A module then belongs to the first of these that
 * needs it, and esbuild writes few large files: it writes one file for each set of parts that share a module, 31 for
 * the start alone, and Node takes a millisecond for each.
 */
const inFewFiles = (entry: string, later: readonly string[]): Plugin => ({
  name: 'in-few-files',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const name = relative(ROOT, path);
      if (!later.includes(name)) return undefined;
      const before = [entry, ...(isPages(name) && later.includes(FIRST_PAGES) ? [FIRST_PAGES] : [])];
      const imports = before.map((file) => `import ${JSON.stringify(join(ROOT, file))};`).join('');
      return {
        contents: `${imports}${await readFile(path, 'utf8')}`,
        loader: name.endsWith('x') ? 'tsx' : 'ts',
      };
    });
  },
});

/** Most visitors see these first; the other pages share most of their code. */
const FIRST_PAGES = 'web/site/open-pages.ts';
const isPages = (file: string): boolean =>
  file !== FIRST_PAGES && /^web\/(public\/\w+\/mount|site\/console-pages)\.ts$/.test(file);

/** The modules of our own that are loaded by a dynamic import. */
const loadedLater = ({ outputs }: Metafile, entries: readonly string[]): string[] =>
  Object.values(outputs).flatMap(({ entryPoint }) =>
    entryPoint && !entries.includes(entryPoint) && !entryPoint.includes('node_modules') ? [entryPoint] : [],
  );

/**
 * Packages of the CommonJS kind ask for Node's own modules with `require`. It is made at its first use: most files have
 * none, and making it costs as much as reading 5 KB.
 */
const REQUIRE = `import { createRequire as createRequire_ } from 'node:module'; let require_; const require = (id) => (require_ ??= createRequire_(import.meta.url))(id);`;

/** Puts the finished OpenAPI document where the code that makes it stands. */
const finishedDocument: Plugin = {
  name: 'finished-document',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]functions[/\\]api[/\\]document\.ts$/ }, () => ({
      contents: `const made = ${JSON.stringify(JSON.stringify(document()))};
        export const document = () => JSON.parse(made);`,
      loader: 'js',
    }));
  },
};

/**
 * One function's code, minified, in as many files as it has dynamic imports, so that a start reads only
 * what every request needs. Source maps go with it (`functions/entry/source-lines.ts`).
 */
export const buildFunction = async (
  entry: string,
  directory: string,
  assets?: PageAssets,
): Promise<Metafile> => {
  const alone = await bundle({ index: join(ROOT, entry) }, directory, assets);
  const few = inFewFiles(entry, loadedLater(alone.metafile, [entry]));
  const together = await bundle({ index: join(ROOT, entry) }, directory, assets, [few]);
  const beside = BUILT_ALONE.filter((part) => imports(together.metafile, `./${basename(part)}.mjs`));
  if (THREAD.startedBy in alone.metafile.inputs) beside.push(THREAD.part);
  const entries = beside.map((part) => ({ [basename(part)]: join(ROOT, `${part}.ts`) }));
  const built = [together, ...(await Promise.all(entries.map((entry) => bundle(entry, directory))))];
  await mkdir(directory, { recursive: true });
  for (const { path, contents } of built.flatMap(({ outputFiles }) => outputFiles))
    await writeFile(path, contents);
  return {
    inputs: Object.assign({}, ...built.map(({ metafile }) => metafile.inputs)),
    outputs: Object.assign({}, ...built.map(({ metafile }) => metafile.outputs)),
  };
};

const imports = ({ outputs }: Metafile, file: string): boolean =>
  Object.values(outputs).some((output) => output.imports.some(({ path }) => path === file));

const bundle = (
  entryPoints: Record<string, string>,
  directory: string,
  assets?: PageAssets,
  plugins: readonly Plugin[] = [],
) =>
  build({
    entryPoints,
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    banner: { js: REQUIRE },
    mainFields: ['module', 'main'],
    legalComments: 'none',
    ...(assets && { define: { 'process.env.PAGE_ASSETS': JSON.stringify(JSON.stringify(assets)) } }),
    plugins: [finishedDocument, builtAlone, ...plugins],
    metafile: true,
    write: false,
    absWorkingDir: ROOT,
  });

/** Builds everything that is deployed, below `out`. */
export const buildAll = async (out = join(ROOT, 'dist')): Promise<Built> => {
  await rm(out, { recursive: true, force: true });
  const site = join(out, 'site');
  const assets = await buildAssets(site);
  const functions = {} as Built['functions'];
  for (const name of FUNCTIONS) {
    const entry = `functions/entry/${name}.ts`;
    if (!existsSync(join(ROOT, entry))) throw new Error(`No entry point ${entry}`);
    const directory = join(out, 'functions', name);
    functions[name] = {
      directory,
      meta: await buildFunction(entry, directory, assets),
    };
  }
  return { site, functions };
};

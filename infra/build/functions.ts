import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** Code that starts a thread, and the file of that thread: it is built beside the code, under its own name. */
const THREAD = {
  startedBy: 'functions/platform/sheets/read-apart.ts',
  file: 'functions/platform/sheets/file-worker.ts',
};

/** Packages of the CommonJS kind ask for Node's own modules with `require`. */
const REQUIRE = `import { createRequire as createRequire_ } from 'node:module'; const require = createRequire_(import.meta.url);`;

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
  const built = await bundle({ index: join(ROOT, entry) }, directory, assets);
  const { metafile, outputFiles } = built.metafile.inputs[THREAD.startedBy]
    ? await bundle({ index: join(ROOT, entry), 'file-worker': join(ROOT, THREAD.file) }, directory, assets)
    : built;
  await mkdir(directory, { recursive: true });
  for (const { path, contents } of outputFiles) await writeFile(path, contents);
  return metafile;
};

const bundle = (entryPoints: Record<string, string>, directory: string, assets?: PageAssets) =>
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
    plugins: [finishedDocument],
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

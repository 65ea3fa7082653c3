import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, formatMessages } from 'esbuild';
import type { Assets } from '../../web/assets';

const SOURCE = fileURLToPath(new URL('../../web/style/', import.meta.url));

/** Phones of ten years ago still open the site: esbuild rewrites newer syntax for them. */
const BROWSERS = ['chrome80', 'firefox78', 'safari13'];

/** A style sheet and its URL. The URL holds a hash of the content, so browsers may cache it for ever. */
export interface StyleFile {
  url: string;
  css: string;
}

const compile = async (name: keyof Assets): Promise<StyleFile> => {
  const { outputFiles, warnings } = await build({
    entryPoints: [join(SOURCE, `${name}.css`)],
    bundle: true,
    minify: true,
    target: BROWSERS,
    write: false,
    logLevel: 'silent',
  });
  // To esbuild a brace that is never closed is a warning.
  if (warnings.length > 0) {
    const lines = await formatMessages(warnings, { kind: 'warning' });
    throw new Error(`web/style/${name}.css:\n${lines.join('\n')}`);
  }
  const css = outputFiles[0]!.text;
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 10);
  return { url: `/static/${name}-${hash}.css`, css };
};

/** The bundles: each entry file of `web/style` with everything that it imports, minified. */
export const compileStyle = async (): Promise<Record<keyof Assets, StyleFile>> => ({
  style: await compile('style'),
  console: await compile('console'),
});

/**
 * Writes the bundles below `directory` as `static/<name>-<hash>.css`. The server of `directory` may let
 * browsers cache `/static/` for ever.
 * @returns the URLs that the pages link to
 */
export const buildStyle = async (directory: string): Promise<Assets> => {
  const files = await compileStyle();
  await mkdir(join(directory, 'static'), { recursive: true });
  for (const { url, css } of Object.values(files)) await writeFile(join(directory, url), css);
  return { style: files.style.url, console: files.console.url };
};

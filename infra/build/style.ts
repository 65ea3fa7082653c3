import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import type { Assets } from '../../web/assets';

const SOURCE = fileURLToPath(new URL('../../web/style/', import.meta.url));

/** Phones of ten years ago still open the site: newer syntax is written out for them. */
const BROWSERS = ['chrome80', 'firefox78', 'safari13'];

/** A file by the URL it is served at; the name bears a hash of what is in it, so it never changes. */
export interface StyleFile {
  url: string;
  css: string;
}

/** The style sheets, minified. */
export const compileStyle = async (): Promise<Record<keyof Assets, StyleFile>> => {
  const compile = async (name: keyof Assets): Promise<StyleFile> => {
    const source = await readFile(join(SOURCE, `${name}.css`), 'utf8');
    const { code } = await transform(source, { loader: 'css', minify: true, target: BROWSERS });
    const hash = createHash('sha256').update(code).digest('hex').slice(0, 10);
    return { url: `/static/${name}-${hash}.css`, css: code };
  };
  return { style: await compile('style'), console: await compile('console') };
};

/**
 * Writes the style sheets below `directory` (`static/style-<hash>.css`) and says at which URLs the
 * pages ask for them. Whoever serves `directory` may let browsers keep `/static/` for ever.
 */
export const buildStyle = async (directory: string): Promise<Assets> => {
  const files = await compileStyle();
  await mkdir(join(directory, 'static'), { recursive: true });
  for (const { url, css } of Object.values(files)) await writeFile(join(directory, url), css);
  return { style: files.style.url, console: files.console.url };
};

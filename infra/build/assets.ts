import type { PageAssets } from '../../web/assets';
import { buildIslands, compileIslands } from './islands';
import { buildStyle, compileStyle } from './style';

/** A file that browsers load. */
interface AssetFile {
  text: string;
  type: 'text/css' | 'text/javascript';
}

export interface CompiledAssets {
  assets: PageAssets;
  /** By the URL that the pages name. */
  files: ReadonlyMap<string, AssetFile>;
}

/** What browsers get beside the pages, made in memory: for the local server and for tests. */
export const compileAssets = async (): Promise<CompiledAssets> => {
  const [{ style, console }, { islands, files: scripts }] = await Promise.all([
    compileStyle(),
    compileIslands(),
  ]);
  const files = new Map<string, AssetFile>();
  for (const { url, css } of [style, console]) files.set(url, { text: css, type: 'text/css' });
  for (const [url, script] of scripts) files.set(url, { text: script, type: 'text/javascript' });
  return { assets: { style: style.url, console: console.url, islands }, files };
};

/** The same, with its files below `directory`, from where S3 gets them. */
export const buildAssets = async (directory: string): Promise<PageAssets> => ({
  ...(await buildStyle(directory)),
  islands: await buildIslands(directory),
});

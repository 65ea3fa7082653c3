import { readFileSync } from 'node:fs';
import type { SourceMap } from 'node:module';

const FRAME = /(file:\/\/[^\s()]+\.mjs):(\d+):(\d+)/g;

const maps = new Map<string, SourceMap | undefined>();

const mapOf = (url: string): SourceMap | undefined => {
  if (!maps.has(url)) {
    let map: SourceMap | undefined;
    try {
      // Loaded by the first trace: importing it would cost each start some milliseconds.
      const { SourceMap } = process.getBuiltinModule('node:module');
      map = new SourceMap(JSON.parse(readFileSync(new URL(`${url}.map`), 'utf8')));
    } catch {
      // Without its map a frame stays as it is.
    }
    maps.set(url, map);
  }
  return maps.get(url);
};

/**
 * A trace of the built code with the lines of the sources. The maps are read when a trace is written: with Node's own
 * switch (`--enable-source-maps`) each start would read all of them.
 */
export const withSourceLines = (stack: string): string =>
  stack.replace(FRAME, (frame, url: string, line: string, column: string) => {
    const entry = mapOf(url)?.findEntry(Number(line) - 1, Number(column) - 1);
    return entry && 'originalSource' in entry
      ? `${entry.originalSource.replace(/^(\.\.\/)+/, '')}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
      : frame;
  });

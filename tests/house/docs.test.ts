import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './code-figures';
import { fileMap } from './file-map';

const markdownBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markdownBelow(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });

const PAGES = ['README.md', 'README.vi.md', 'CONTRIBUTING.md', ...markdownBelow('docs')];

/** Links to files of the repository, relative to the page. */
const linksOf = (path: string, text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^(https?:|#|mailto:)/.test(target))
    .map((target) => relative(ROOT, join(ROOT, dirname(path), target.split('#')[0]!)));

/** Paths of code that a page names between backticks; `<noun>` and braces stand for several. */
const pathsOf = (text: string): string[] =>
  [...text.matchAll(/`((?:functions|web|infra|tests|docs)\/[\w./-]+)`/g)].map(([, path]) => path!);

const missing = (paths: readonly string[]): string[] => paths.filter((path) => !existsSync(join(ROOT, path)));

describe('the docs', () => {
  test.each(PAGES)('%s links to files that exist, and names paths that exist', (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    expect(missing([...linksOf(page, text), ...pathsOf(text)])).toEqual([]);
  });

  test('both halves of the README begin with one command to run and one to test, the same', () => {
    const commands = ['README.md', 'README.vi.md'].map((page) =>
      [...readFileSync(join(ROOT, page), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(([, lines]) =>
        lines!.trim(),
      ),
    );
    expect(commands[0]).toEqual(['npm ci && npm start', 'npm ci && npm test']);
    expect(commands[1]).toEqual(commands[0]);
  });

  test('the index of decisions lists every decision', () => {
    const index = readFileSync(join(ROOT, 'docs/decisions/README.md'), 'utf8');
    const decisions = readdirSync(join(ROOT, 'docs/decisions')).filter((name) => name !== 'README.md');
    expect(decisions.filter((name) => !index.includes(`(${name})`))).toEqual([]);
  });

  test('map.md is what `npm run map` writes', () => {
    expect(readFileSync(join(ROOT, 'docs/map.md'), 'utf8')).toBe(fileMap());
  });

  test('a link that leads nowhere is found', () => {
    const links = linksOf('docs/a.md', '[x](../functions/nowhere.ts#y) and [z](https://x.example)');
    expect(missing(links)).toEqual(['functions/nowhere.ts']);
    expect(missing(pathsOf('`functions/nowhere.ts`'))).toEqual(['functions/nowhere.ts']);
  });
});

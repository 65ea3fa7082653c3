import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './code-figures';

/** A row of the tables of docs/security.md: its first cell names a finding, its last one names tests. */
interface Row {
  name: string;
  cells: string[];
}

const rowsOf = (text: string): Row[] =>
  text
    .split('\n')
    .filter((line) => /^\| *[FW]\d/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .map((cells) => ({ name: cells[0]!, cells }));

/** `tests/local/a.test.ts`: "what it says", "another" */
const testsOf = (cell: string): { file: string; titles: string[] }[] =>
  [...cell.matchAll(/`(tests\/[\w./-]+)`((?:[:,] "[^"]+")*)/g)].map(([, file, said]) => ({
    file: file!,
    titles: [...said!.matchAll(/"([^"]+)"/g)].map(([, title]) => title!),
  }));

/** What is wrong with the tests that a row names. */
const faultsOf = ({ name, cells }: Row): string[] => {
  const named = testsOf(cells.at(-1)!);
  if (!named.length) return [`${name}: no test`];
  return named.flatMap(({ file, titles }) => {
    if (!existsSync(join(ROOT, file))) return [`${name}: no file ${file}`];
    if (!titles.length) return [`${name}: no test of ${file} is named`];
    const source = readFileSync(join(ROOT, file), 'utf8');
    return titles
      .filter((title) => !source.includes(title))
      .map((title) => `${name}: ${file} has no "${title}"`);
  });
};

const rows = rowsOf(readFileSync(join(ROOT, 'docs/security.md'), 'utf8'));

describe('docs/security.md', () => {
  test('names a test for each guard, and each of these tests exists', () => {
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.flatMap(faultsOf)).toEqual([]);
  });

  test('a row without a test, or with one that does not exist, is found', () => {
    const [none, gone, renamed, right] = rowsOf(
      [
        '| F1 | a guard | seen by eye |',
        '| F2 | a guard | `tests/house/nowhere.test.ts`: "x" |',
        `| F3 | a guard | \`tests/house/security.test.ts\`: "a title ${'that nobody wrote'}" |`,
        '| F4 | a guard | `tests/house/security.test.ts`: "names a test for each guard", "is found" |',
      ].join('\n'),
    );
    expect(faultsOf(none!)).toEqual(['F1: no test']);
    expect(faultsOf(gone!)).toEqual(['F2: no file tests/house/nowhere.test.ts']);
    expect(faultsOf(renamed!)).toHaveLength(1);
    expect(faultsOf(right!)).toEqual([]);
  });
});

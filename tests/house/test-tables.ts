import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './code-figures';

/** A row of a table of findings: its first cell names the finding, its last one names tests. */
export interface Row {
  name: string;
  cells: string[];
}

/** The rows of a page's tables whose first cell begins in one of these ways. */
export const rowsOf = (text: string, begins: RegExp): Row[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([first]) => begins.test(first ?? ''))
    .map((cells) => ({ name: cells[0]!, cells }));

export const rowsOfPage = (page: string, begins: RegExp): Row[] =>
  rowsOf(readFileSync(join(ROOT, page), 'utf8'), begins);

/** `tests/local/a.test.ts`: "what it says", "another" */
const testsOf = (cell: string): { file: string; titles: string[] }[] =>
  [...cell.matchAll(/`(tests\/[\w./-]+)`((?:[:,] "[^"]+")*)/g)].map(([, file, said]) => ({
    file: file!,
    titles: [...said!.matchAll(/"([^"]+)"/g)].map(([, title]) => title!),
  }));

/** What is wrong with the tests that a row names. */
export const faultsOf = ({ name, cells }: Row): string[] => {
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

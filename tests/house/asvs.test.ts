import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REQUIREMENTS } from './asvs-numbers';
import { ROOT } from './code-figures';
import { faultsOf, type Row, rowsOf, rowsOfPage } from './test-tables';

const NUMBER = /^\d+\.\d+\.\d+/;

/** The requirements of a row: one, or all of them from one to another. */
const requirementsOf = ({ name }: Row): string[] => {
  const [from, to = from] = name.split('–');
  const at = (number: string | undefined) => REQUIREMENTS.indexOf(number!);
  return at(from) < 0 || at(to) < at(from)
    ? [`${name}: no such requirement`]
    : REQUIREMENTS.slice(at(from), at(to) + 1);
};

/** What is wrong with a row's verdict. */
const faultsOfVerdict = (row: Row): string[] => {
  const [, verdict, what = '', where = ''] = row.cells;
  if (what.length < 5) return [`${row.name}: says nothing`];
  const exist = (paths: string[]) =>
    paths.length
      ? paths.filter((path) => !existsSync(join(ROOT, path))).map((path) => `${row.name}: no ${path}`)
      : [`${row.name}: names nothing`];
  if (verdict === 'met') return faultsOf(row);
  if (verdict === 'by reading') return exist([...where.matchAll(/`([\w./-]+)`/g)].map(([, path]) => path!));
  if (verdict === 'exception')
    return exist([...where.matchAll(/\((decisions\/[\w.-]+)\)/g)].map(([, path]) => `docs/${path}`));
  return verdict === 'not here' || verdict === 'open' ? [] : [`${row.name}: what is "${verdict}"?`];
};

describe('docs/asvs.md', () => {
  const rows = rowsOfPage('docs/asvs.md', NUMBER);

  test('has one row for each requirement of level 1 and 2', () => {
    expect(REQUIREMENTS).toHaveLength(253);
    expect(rows.flatMap(requirementsOf).sort()).toEqual([...REQUIREMENTS].sort());
  });

  test('names tests, files and decisions that exist', () => {
    expect(rows.flatMap(faultsOfVerdict)).toEqual([]);
  });

  test('a row without a test, a file or a decision is found', () => {
    const wrong = rowsOf(
      [
        '| 1.1.1 | met | something | by eye |',
        '| 1.1.2 | by reading | something | `functions/nowhere.ts` |',
        '| 1.2.1 | by reading | something | in the code |',
        '| 1.2.2 | exception | something | later |',
        '| 1.2.3 | fine | something | – |',
        '| 1.2.4 | met |  | – |',
      ].join('\n'),
      NUMBER,
    );
    expect(wrong.map((row) => faultsOfVerdict(row).length)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(requirementsOf({ name: '1.2.9–1.2.1', cells: [] })).toEqual(['1.2.9–1.2.1: no such requirement']);
  });
});

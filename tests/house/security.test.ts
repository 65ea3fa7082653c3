import { describe, expect, test } from 'vitest';
import { faultsOf, rowsOf, rowsOfPage } from './test-tables';

const FINDING = /^[FW]\d/;

describe('docs/security.md', () => {
  test('names a test for each guard, and each of these tests exists', () => {
    const rows = rowsOfPage('docs/security.md', FINDING);
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
      FINDING,
    );
    expect(faultsOf(none!)).toEqual(['F1: no test']);
    expect(faultsOf(gone!)).toEqual(['F2: no file tests/house/nowhere.test.ts']);
    expect(faultsOf(renamed!)).toHaveLength(1);
    expect(faultsOf(right!)).toEqual([]);
  });
});

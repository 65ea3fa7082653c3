import { describe, expect, test } from 'vitest';
import { faultsOf, rowsOf, rowsOfPage } from './test-tables';

const ROW = /^I{2,3}\.\d/;
/** The rows of Kế hoạch số 77/KH-UBND. */
const ROWS = [
  ...['II.1', 'II.2', 'II.3a', 'II.3b', 'II.3c', 'II.3d', 'II.4a', 'II.4b', 'II.5a', 'II.5b', 'II.5c'],
  ...['III.1', 'III.2', 'III.3', 'III.4', 'III.5', 'III.6'],
];

describe('docs/plan-rows.md', () => {
  const rows = rowsOfPage('docs/plan-rows.md', ROW);

  test('names a journey for each row of the plan, and each of these tests exists', () => {
    expect(rows.map(({ name }) => name)).toEqual(ROWS);
    expect(rows.flatMap(faultsOf)).toEqual([]);
    const withoutJourney = rows.filter(({ cells }) => !cells.at(-1)!.includes('`tests/journeys/'));
    expect(withoutJourney.map(({ name }) => name)).toEqual([]);
  });

  test('a row without a test, or with one that does not exist, is found', () => {
    const [none, renamed] = rowsOf(
      [
        '| II.1 | seen by eye | – |',
        `| II.2 | nominees | \`tests/journeys/nominating.test.ts\`: "a title ${'that nobody wrote'}" |`,
      ].join('\n'),
      ROW,
    );
    expect(faultsOf(none!)).toEqual(['II.1: no test']);
    expect(faultsOf(renamed!)).toHaveLength(1);
  });
});

import { describe, expect, test } from 'vitest';
import { faultsOf, rowsOfPage } from './test-tables';

/** What is open has its reason in the place of a test. */
const OPEN = /^open: .{20,}/;

describe('docs/faults.md', () => {
  const rows = rowsOfPage('docs/faults.md', /^\d+ /);

  test('names each fault, by a running number', () => {
    const numbers = new Set(rows.map(({ name }) => Number.parseInt(name, 10)));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 19 }, (_, i) => i + 1));
  });

  test('names tests that exist, or says what is open', () => {
    const closed = rows.filter(({ cells }) => !OPEN.test(cells.at(-1)!));
    expect(closed.length).toBeGreaterThan(12);
    expect(closed.flatMap(faultsOf)).toEqual([]);
  });
});

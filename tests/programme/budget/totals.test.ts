import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_DONG, SOURCES } from '../../../functions/programme/budget/line';
import { differenceOf, totalsBy, totalsOf } from '../../../functions/programme/budget/totals';
import { differenceWords, showDong } from '../../../functions/programme/budget/words';

const amount = fc.integer({ min: 0, max: MOST_DONG });
const line = fc.record({
  estimate: amount,
  actual: fc.option(amount, { nil: undefined }),
  source: fc.constantFrom(...SOURCES),
  eventId: fc.option(fc.constantFrom('evt_a', 'evt_b'), { nil: undefined }),
});
const lines = fc.array(line, { maxLength: 60 });

/** Recounts with integers of any size. */
const recount = (amounts: readonly (number | undefined)[]) =>
  amounts.reduce<bigint>((sum, n) => sum + BigInt(n ?? 0), 0n);

describe('the totals of a budget', () => {
  test('equal a recount in integers of any size', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const total = totalsOf(all);
        expect(BigInt(total.estimate)).toBe(recount(all.map((l) => l.estimate)));
        expect(BigInt(total.actual)).toBe(recount(all.map((l) => l.actual)));
        expect(total.open + all.filter((l) => l.actual !== undefined).length).toBe(all.length);
      }),
    );
  });

  test('by source add up to the total', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const groups = [...totalsBy(all, ({ source }) => source).values()];
        const sum = (of: 'estimate' | 'actual' | 'lines' | 'open') => groups.reduce((n, g) => n + g[of], 0);
        expect({
          estimate: sum('estimate'),
          actual: sum('actual'),
          lines: sum('lines'),
          open: sum('open'),
        }).toEqual(totalsOf(all));
      }),
    );
  });

  test('by event leave out lines of no event', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const groups = totalsBy(all, ({ eventId }) => eventId);
        for (const [id, totals] of groups)
          expect(totals).toEqual(totalsOf(all.filter((l) => l.eventId === id)));
        expect([...groups.values()].reduce((n, g) => n + g.lines, 0)).toBe(
          all.filter((l) => l.eventId !== undefined).length,
        );
      }),
    );
  });

  test('of the largest budget are exact', () => {
    const all = Array.from({ length: 500 }, () => ({ estimate: MOST_DONG - 1, actual: MOST_DONG }));
    expect(totalsOf(all)).toMatchObject({ estimate: 49_999_999_999_500, actual: 50_000_000_000_000 });
  });
});

describe('the comparison with the estimate', () => {
  test.each([
    [[{ estimate: 5_000_000, actual: 5_600_000 }], 'over', 'vượt dự toán 600.000 đồng'],
    [[{ estimate: 3_000_000, actual: 2_800_000 }], 'under', 'thấp hơn dự toán 200.000 đồng'],
    [[{ estimate: 3_000_000, actual: 3_000_000 }], 'equal', 'đúng dự toán'],
    [[{ estimate: 3_000_000 }], 'unknown', 'chưa ghi thực chi'],
    [[], 'unknown', 'chưa ghi thực chi'],
    [[{ estimate: 3_000_000, actual: 0 }], 'under', 'thấp hơn dự toán 3.000.000 đồng'],
    [
      [{ estimate: 3_000_000, actual: 1_000_000 }, { estimate: 1_000_000 }],
      'under',
      'thấp hơn dự toán 3.000.000 đồng; còn 1 khoản chưa ghi thực chi',
    ],
  ])('of %j is %s: %s', (all, kind, words) => {
    expect(differenceOf(totalsOf(all)).kind).toBe(kind);
    expect(differenceWords(totalsOf(all))).toBe(words);
  });

  test('writes amounts in groups of three', () => {
    expect(showDong(12_500_000)).toBe('12.500.000 đồng');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_DONG } from '../../../functions/programme/budget/line';
import { PLEDGE_KINDS, type Receipt } from '../../../functions/programme/pledges/pledge';
import {
  expectedOf,
  isOverdue,
  needsNote,
  receivedOf,
  stateOf,
} from '../../../functions/programme/pledges/received';
import { totalsOf } from '../../../functions/programme/pledges/totals';

const amount = fc.integer({ min: 1, max: MOST_DONG });
const receipt: fc.Arbitrary<Receipt> = fc
  .record({ amount, struck: fc.option(fc.constant('ghi nhầm'), { nil: undefined }) })
  .map(({ amount, struck }) => ({
    n: 1,
    on: '2027-01-01',
    receivedBy: 'Văn phòng',
    at: '2027-01-01T00:00:00.000Z',
    amount,
    ...(struck && { struck }),
  }));
const pledge = fc
  .record({
    kind: fc.constantFrom(...PLEDGE_KINDS),
    word: fc.constantFrom('cuốn', 'Cuốn', 'bộ'),
    amount,
    receipts: fc.array(receipt, { maxLength: 5 }),
    withdrawn: fc.boolean(),
  })
  .map(({ word, withdrawn, ...p }) => ({
    ...p,
    ...(p.kind !== 'money' && { measure: word }),
    ...(withdrawn && { withdrawnFor: 'không còn' }),
  }));
const pledges = fc.array(pledge, { maxLength: 40 });

/** Recounts with integers of any size. */
const recount = (amounts: readonly number[]) => amounts.reduce<bigint>((sum, n) => sum + BigInt(n), 0n);
const valid = (receipts: readonly Receipt[]) => receipts.filter((r) => !r.struck).map((r) => r.amount);

describe('the totals of pledges', () => {
  test('equal a recount in integers of any size', () => {
    fc.assert(
      fc.property(pledges, (all) => {
        const groups = totalsOf(all);
        const sum = (of: 'promised' | 'received' | 'expected' | 'pledges') =>
          recount(groups.map((g) => g[of]));
        expect(sum('pledges')).toBe(BigInt(all.length));
        expect(sum('received')).toBe(recount(all.flatMap((p) => valid(p.receipts))));
        expect(sum('promised')).toBe(
          recount(all.flatMap((p) => (p.withdrawnFor ? valid(p.receipts) : [p.amount]))),
        );
        expect(sum('expected')).toBe(recount(all.map((p) => expectedOf(p))));
      }),
    );
  });

  test('never add up two kinds or two units of measure', () => {
    fc.assert(
      fc.property(pledges, (all) => {
        const keys = totalsOf(all).map((g) => `${g.kind} ${g.measure?.toLowerCase()}`);
        expect(new Set(keys).size).toBe(keys.length);
        const own = new Set(
          all.map((p) => `${p.kind} ${'measure' in p ? p.measure?.toLowerCase() : undefined}`),
        );
        expect(new Set(keys)).toEqual(own);
      }),
    );
  });

  test('of one pledge: promised is received and expected, unless more came', () => {
    fc.assert(
      fc.property(pledge, (p) => {
        const [total] = totalsOf([p]);
        const more = Math.max(0, receivedOf(p) - p.amount);
        expect(total!.received + total!.expected).toBe(total!.promised + (p.withdrawnFor ? 0 : more));
      }),
    );
  });
});

const of = (amounts: readonly number[], withdrawnFor?: string) => ({
  amount: 100,
  receipts: amounts.map((n, i) => ({
    n: i + 1,
    on: '2027-01-01',
    receivedBy: 'Văn phòng',
    at: '2027-01-01T00:00:00.000Z',
    amount: n,
  })),
  ...(withdrawnFor && { withdrawnFor }),
});

describe('the state of a pledge', () => {
  test.each([
    [[], undefined, 'promised', 100],
    [[40], undefined, 'partly', 60],
    [[40, 60], undefined, 'received', 0],
    [[40, 90], undefined, 'received', 0],
    [[40], 'hết kinh phí', 'withdrawn', 0],
  ] as const)('after %j, withdrawn for %s, is %s, and %i are expected', (amounts, why, state, expected) => {
    expect(stateOf(of(amounts, why))).toBe(state);
    expect(expectedOf(of(amounts, why))).toBe(expected);
  });

  test('is overdue from the day after the last one, while something is expected', () => {
    const due = (amounts: readonly number[], why?: string) => ({ ...of(amounts, why), dueOn: '2027-03-31' });
    expect(isOverdue(due([40]), '2027-03-31')).toBe(false);
    expect(isOverdue(due([40]), '2027-04-01')).toBe(true);
    expect(isOverdue(due([100]), '2027-04-01')).toBe(false);
    expect(isOverdue(due([], 'rút'), '2027-04-01')).toBe(false);
  });

  test('asks for a note only beyond what was promised', () => {
    expect(needsNote(of([40]), 60)).toBe(false);
    expect(needsNote(of([40]), 61)).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { recent } from '../../../functions/platform/cache/recent';
import { givenNameOrder, vietnameseOrder } from '../../../functions/platform/text/given-name';
import { nameWords } from '../../../functions/platform/text/person-name';

const { compare } = new Intl.Collator('vi');
/** The rule, word for word: by the given name, then by the whole name, then as it was typed. */
const byTheRule = (a: string, b: string): number => {
  const [x, y] = [nameWords(a), nameWords(b)];
  return compare(x.at(-1)!, y.at(-1)!) || compare(x.join(' '), y.join(' ')) || compare(a, b);
};

const WORDS = [
  ...[
    'Trần',
    'Trân',
    'Tran',
    'Thị',
    'Thi',
    'thị',
    'Hòa',
    'Hoà',
    'Hoa',
    'Họa',
    'Ánh',
    'Ân',
    'An',
    'Đào',
    'Dao',
    'Đạo',
  ],
  ...[
    'Ý',
    'Y',
    'Yến',
    'Ngọc',
    'Ngoc',
    'H’Hen',
    'Sô',
    'Phi',
    'Sôphi',
    'M',
    'T.',
    'Bà',
    'Nguyễn',
    'Nguyên',
    'សុខ',
    '2',
  ],
];
const aName = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));

describe('names', () => {
  test('are in the order that the rule gives, also where only tones tell them apart', () => {
    fc.assert(
      fc.property(fc.array(aName, { maxLength: 30 }), (names) => {
        expect([...names].sort(givenNameOrder(names))).toEqual([...names].sort(byTheRule));
      }),
      { numRuns: 500 },
    );
  });

  test('units go by the Vietnamese alphabet', () => {
    const units = ['Xã Đông', 'Xã Dương', 'Xã An', 'Xã Ân', 'Xã An'];
    expect(units.sort(vietnameseOrder(units))).toEqual(['Xã An', 'Xã An', 'Xã Ân', 'Xã Dương', 'Xã Đông']);
  });
});

describe('what was worked out lately', () => {
  const texts = (count: number) => Array.from({ length: count }, (_, n) => `${n}`);

  test('is mostly known in a list that is a little longer than what is kept', () => {
    const workOut = vi.fn((text: string) => text.length);
    const read = recent(100, workOut);
    for (let i = 0; i < 3; i++) expect(texts(120).map(read)).toEqual(texts(120).map((t) => t.length));
    expect(workOut.mock.calls.length).toBeLessThan(2 * 120);
  });

  test('is forgotten when others were asked for: at most twice as many are kept', () => {
    const workOut = vi.fn((text: string) => text.length);
    const read = recent(100, workOut);
    texts(300).map(read);
    workOut.mockClear();
    read('0');
    expect(workOut).toHaveBeenCalledOnce();
    read('299');
    expect(workOut).toHaveBeenCalledOnce();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitsSought } from '../../../functions/platform/text/phone-search';
import { type Findable, found, searchFor } from '../../../functions/platform/text/search';

const finds = (thing: Findable, typed: string) => searchFor(typed)(thing) !== undefined;
const named = (names: readonly string[], typed: string, unit = 'Xã Định An, huyện Gò Quao') =>
  found(names, typed, (name) => ({ name, texts: [unit] }));

describe('a search by number', () => {
  const mobile = { numbers: ['0900000711', '123456789'] };
  const landline = { numbers: ['02973800712'] };
  test.each([
    '+84 900 000 711',
    '84900000711',
    '0084900000711',
    '(+84) 900000711',
    '+84 (0) 900 000 711',
    '900000711',
    '900 000 711',
    '0900.000.711',
    '0900-000-711',
    '０９００ 000 711',
    '\u200e0900\u00a0000\u00a0711',
    'SĐT: 0900 000 711',
    'ĐT 0900000711',
    'tel:+84900000711',
    '0711',
    '711',
    '0900',
    '+84 900',
    '84 900 000',
    '123 456 789',
    '456',
  ])('%s finds the mobile number or the code', (typed) => expect(finds(mobile, typed)).toBe(true));
  test.each([
    '+84 297 3800 712',
    '84 297 3800712',
    '297 3800 712',
    '0297 3800 712',
    '3800712',
    '(0297) 3800-712',
  ])('%s finds the landline', (typed) => expect(finds(landline, typed)).toBe(true));
  test.each([
    ['0168 123 4567', '0381234567'],
    ['168 123 4567', '0381234567'],
    ['+84 168 123 4567', '0381234567'],
    ['0120 123 4567', '0701234567'],
    ['0123 123 4567', '0831234567'],
    ['0199 123 4567', '0591234567'],
  ])('%s, as it was until 2018, finds %s', (typed, phone) =>
    expect(finds({ numbers: [phone] }, typed)).toBe(true),
  );
  test.each(['0900000712', '+85 900 000 711', '71', '0900 000 711 x'])('%s finds neither', (typed) =>
    expect([finds(mobile, typed), finds(landline, typed)]).toEqual([false, false]),
  );

  test('puts the whole number before its end, and its end before its middle', () => {
    const phones = ['0907110000', '0900000711', '0711000000'];
    expect(found(phones, '0711', (phone) => ({ numbers: [phone] }))[0]).toBe('0900000711');
    expect(found(phones, '711000000', (phone) => ({ numbers: [phone] }))).toEqual(['0711000000']);
  });

  test('of every spelling finds the number', () => {
    const phone = fc
      .tuple(fc.constantFrom('03', '05', '07', '08', '09'), fc.stringMatching(/^\d{8}$/))
      .map((all) => all.join(''));
    const spell = fc.constantFrom(
      (n: string) => n,
      (n: string) => n.slice(1),
      (n: string) => `+84${n.slice(1)}`,
      (n: string) => `84 ${n.slice(1)}`,
      (n: string) => `0084.${n.slice(1)}`,
      (n: string) => `(+84) ${n.slice(1, 4)}-${n.slice(4)}`,
      (n: string) => n.replace(/(\d{4})(\d{3})/, '$1 $2 '),
      (n: string) => n.slice(-4),
    );
    fc.assert(
      fc.property(phone, spell, (number, as) => {
        expect(finds({ numbers: [number] }, as(number))).toBe(true);
      }),
    );
  });

  test.each(['', 'An', '12', 'a123', '+', '(((', '1 2'])('“%s” is no number', (typed) =>
    expect(digitsSought(typed)).toEqual([]),
  );
});

test('the digits of a number are not sought apart', () => {
  expect(finds({ numbers: ['0900000711'] }, '000 900 711')).toBe(false);
});

describe('a search by name', () => {
  const list = [
    ...[
      'Trần Văn An',
      'Lê Quan Lan',
      'Nguyễn Thanh Ý',
      'Hoàng Lan Vân',
      'Danh Thị Ân',
      'Thị Văn Hà',
      'Lê Thanh Hân',
    ],
    ...[
      'Nguyễn Lan Anh',
      'Phan Thị Y',
      'An Mẫu Bình',
      'Lê Lan Lan',
      'Lê Thị Lan',
      'Nguyễn Thị Yến',
      'Võ Ân Bé',
    ],
  ];

  test('shows the given name before the family name, middle names and the unit', () => {
    const all = named(list, 'An', 'Đông Hòa, An Minh');
    expect(all.slice(0, 4)).toEqual(['Trần Văn An', 'Danh Thị Ân', 'An Mẫu Bình', 'Võ Ân Bé']);
    expect(all.at(-1)).not.toBe('Trần Văn An');
  });

  test('shows the accents that were typed first', () => {
    expect(named(list, 'Ân').slice(0, 2)).toEqual(['Danh Thị Ân', 'Trần Văn An']);
    expect(named(list, 'An').slice(0, 2)).toEqual(['Trần Văn An', 'Danh Thị Ân']);
    expect(named(list, 'Ý')[0]).toBe('Nguyễn Thanh Ý');
    expect(named(list, 'Y')[0]).toBe('Phan Thị Y');
    expect(named(list, 'Hà')[0]).toBe('Thị Văn Hà');
  });

  test('shows whole words before words that begin so, and finds no middle of a word', () => {
    expect(named(list, 'Lan', '')).toEqual([
      'Lê Quan Lan',
      'Lê Lan Lan',
      'Lê Thị Lan',
      'Hoàng Lan Vân',
      'Nguyễn Lan Anh',
    ]);
    expect(named(list, 'Y', 'huyện Gò Quao')).toEqual(['Phan Thị Y', 'Nguyễn Thanh Ý', 'Nguyễn Thị Yến']);
    expect(named(list, 'uan', '')).toEqual([]);
  });

  test('takes words in any order, each of which must be found', () => {
    expect(named(list, 'lan le', '')).toEqual(['Lê Quan Lan', 'Lê Lan Lan', 'Lê Thị Lan']);
    expect(named(list, 'Lê Tài', '')).toEqual([]);
    expect(named(list, 'an dinh')).toContain('Trần Văn An');
  });

  test.each([
    ['Đặng Văn Mẫu Đức', 'dang'],
    ['Đặng Văn Mẫu Đức', 'Ðặng'],
    ['Đặng Văn Mẫu Đức', 'ðức'],
    ['Lê Mẫu Hoà', 'hòa'],
    ['Lê Mẫu Quí', 'quý'],
    ['Lê Mẫu Quý', 'qui'],
    ['Lê Mẫu Mỹ', 'mi'],
    ["H'Hen Mẫu", 'hhen'],
    ["H'Hen Mẫu", 'H’Hen'],
    ["H'Hen Mẫu", 'hen'],
    ['Danh Sô Phi', 'sophi'],
    ['Danh Sôphi', 'so phi'],
    ['Bà Trần Thị Mẫu', 'trần thị mẫu'],
    ['Bà Trần Thị Mẫu', 'bà mẫu'],
    ['Trần Thị Mẫu', 'bà mẫu'],
    ['Trần Thị Mẫu', 'chị Mẫu'],
    ['Trần Văn An', 'anh an'],
    ['Trần Thị Mẫu (tổ trưởng)', 'to truong'],
    ['សុខ ដារ៉ា', 'ដារ៉ា'],
    ['សុខដារ៉ា', 'ដារ៉ា'],
  ])('%s is found by %s', (name, typed) => expect(finds({ name }, typed)).toBe(true));

  test('sees through a title to the given and the family name', () => {
    expect(named(['Lê Trần Bé', 'Bà Trần Thị Mẫu'], 'trần', '')[0]).toBe('Bà Trần Thị Mẫu');
  });

  test('by a title and a name shows whose name has that word first', () => {
    expect(named(['Lê Văn Thư', 'Lê Anh Thư', 'Trần Anh'], 'anh thư', '')).toEqual([
      'Lê Anh Thư',
      'Lê Văn Thư',
    ]);
    expect(named(['Lê Văn Thư'], 'anh', '')).toEqual([]);
  });

  test('finds a number beside a name', () => {
    const an = { name: 'Trần Văn An', numbers: ['0900000711'] };
    expect([finds(an, 'an 711'), finds(an, 'an 712')]).toEqual([true, false]);
  });

  test('for nothing finds everything, in its order', () => {
    expect(found(['b', 'a'], ' ', (name) => ({ name }))).toEqual(['b', 'a']);
    expect(found(['b', 'a'], undefined, (name) => ({ name }))).toEqual(['b', 'a']);
  });

  test('of a name finds that name, without its accents too', () => {
    const word = fc.constantFrom('Trần', 'Thị', 'Mẫu', 'Hòa', 'Quý', 'Đức', 'Ân', 'Y', "H'Hen", 'Sôphi');
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(name, (typed) => {
        expect(finds({ name: typed }, typed)).toBe(true);
        expect(
          finds(
            { name: typed },
            typed
              .normalize('NFD')
              .replace(/[\u0300-\u036f]/g, '')
              .replace(/đ/gi, 'd'),
          ),
        ).toBe(true);
        expect(finds({ name: typed }, typed.toUpperCase())).toBe(true);
      }),
    );
  });
});

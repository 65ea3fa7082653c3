import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personName } from '../../../functions/platform/input/fields';
import { givenNameOrder } from '../../../functions/platform/text/given-name';
import { compareNames, givenKey, nameItself, nameWords } from '../../../functions/platform/text/person-name';
import { withoutTitles } from '../../../functions/platform/text/person-title';

const both = (a: string, b: string) => [compareNames(a, b), compareNames(b, a)];

/** Each pair as one phone sends it twice. */
const SAME = [
  ['Trần Thị Mẫu Thúy', 'Trần Thị Mẫu Thuý'],
  ['Lê Văn Mẫu Hòa', 'LÊ VĂN MẪU HOÀ'],
  ['Trần Mẫu Quý', 'Trần Mẫu Quí'],
  ['Trần Mẫu Lý', 'Trần Mẫu Lí'],
  ['Lê Thị Mẫu Mỹ', 'Lê Thị Mẫu Mĩ'],
  ['Đặng Văn Mẫu Đức', 'Ðặng Văn Mẫu Ðức'],
  ['Đặng Văn Mẫu Đức', 'Dang Van Mau Duc'],
  ['Trần Thị Mẫu', 'Bà Trần Thị Mẫu'],
  ['Trần Thị Mẫu', 'bà TRẦN THỊ MẪU'],
  ['Trần Thị Mẫu', 'Chị Trần Thị Mẫu'],
  ['Trần Thị Mẫu', 'Đ/c Trần Thị Mẫu'],
  ['Trần Thị Mẫu', 'đ/c: Trần Thị Mẫu'],
  ['Trần Thị Mẫu', 'Đồng chí Trần Thị Mẫu'],
  ['Trần Thị Mẫu', 'Luật sư Trần Thị Mẫu'],
  ['Trần Thị Mẫu', 'LS. ThS. Trần Thị Mẫu'],
  ['Trần Thị Mẫu', 'PGS.TS. Trần Thị Mẫu'],
  ['Trần Thị Mẫu', 'Bà: Trần Thị Mẫu'],
  ['Trần Thị Mẫu', 'Ba Tran Thi Mau'],
  ['Trần Thị Mẫu', 'Trần Thị Mẫu.'],
  ['Trần Thị Mẫu', 'Trần Thị Mẫu - Tổ trưởng'],
  ['Trần Thị Mẫu', 'Trần Thị Mẫu – Ấp 5'],
  ['Trần Thị Mẫu', 'Trần Thị Mẫu, tổ phó'],
  ['Trần Thị Mẫu', 'Trần Thị Mẫu (tổ trưởng)'],
  ['Trần Thị Mẫu', 'Trần Thị Mẫu (tổ trưởng'],
  ['Trần Thị Mẫu', 'Trần Thị Mẫu tổ trưởng'],
  ['Trần Thị Mẫu', 'Trần Thị Mẫu HGV'],
  ['Trần Thị Mẫu', 'Trần Thị Mẫu Phó Chủ tịch'],
  ['Trần Thị Mẫu', 'Trần Thị Mẫu (*)'],
  ['Trần Thị Mẫu', 'Trần Thị Mẫu **'],
  ['Trần Thị Mẫu', 'Trần Thị Mẫu ✓'],
  ['Trần Thị Mẫu', 'Trần Thị Mẫu “Ba Mẫu”'],
  ['Trần Thị Mẫu', 'Trần Thị Mẫu "Ba"'],
  ['Trần Thị Mẫu', 'Ông/Bà Trần Thị Mẫu'],
  ['Trần Thị Mẫu', 'Ông (bà): Trần Thị Mẫu'],
  ['Trần Thị Mẫu', 'Anh/chị Trần Thị Mẫu'],
  ['Trần Thị Mẫu', 'Ong/Ba Tran Thi Mau'],
  ['Bà Trần Thị Mẫu', 'Ông/Bà Trần Thị Mẫu'],
  ['Trần Thị Mẫu', '1. Trần Thị Mẫu'],
  ['Trần Thị Mẫu', '01- Trần Thị Mẫu'],
  ['Trần Thị Mẫu', '(12) Bà Trần Thị Mẫu'],
  ['Trần Thị Mẫu', 'Trần-Thị-Mẫu'],
  ["K'Mẫu", 'K’Mẫu'],
  ["K'Mẫu", 'K‘Mẫu'],
  ["K'Mẫu", 'KʼMẫu'],
  ["K'Mẫu", 'K´Mẫu'],
  ["H'Hen Mẫu", 'H` Hen Mẫu'],
  ['សុខ ដារ៉ា', 'សុខ ដារ៉ា'],
  // A title that is a name, and the same name with a title before it.
  ['Ông Cao Mẫu', 'Ông Ông Cao Mẫu'],
  ['Chu Thị Mẫu', 'Chu Thi Mau'],
] as const;

const ALIKE = [
  ['Lê Mẫu Hùng', 'Lê Mẫu Hưng'],
  ['Lê Mẫu Hoa', 'Lê Mẫu Hòa'],
  ['Trần Thị Mẫu', 'Trần T. Mẫu'],
  ['Trần Thị Mẫu', 'Trần Th. Mẫu'],
  ['Trần Thị Mẫu', 'T.T. Mẫu'],
  ['Trần Thị Mẫu', 'Trần Mẫu'],
  ['Nguyễn Thị Thanh Mẫu', 'Nguyễn Thanh Mẫu'],
  ['Danh Sô Phi', 'Danh Sôphi'],
  ['Thị Sà Mẫu', 'Thị SàMẫu'],
  ["Y'Bhăm Mẫu", 'Y Bhăm Mẫu'],
  ['សុខ ដារ៉ា', 'សុខដារ៉ា'],
  ['Trần Mẫu Vy', 'Trần Mẫu Vi'],
  ['Trần Anh Thư', 'Trần Thư'],
  ['Ông Thắng', 'Thắng'],
  // Husband and wife, called by one name.
  ['Ông Mẫu An', 'Bà Mẫu An'],
] as const;

const DIFFERENT = [
  ['Trần Văn Mẫu Ông', 'Lê Thị Mẫu Mẹ'],
  ['Trần Văn Mẫu', 'Trần Thị Mẫu'],
  ['Danh Sai', 'Thi Nga'],
  ['Trần Mẫu Thúy', 'Trần Mẫu Thúi'],
  ['Trần Mẫu Mai', 'Trần Mẫu May'],
  ['Trần Hùng', 'Trần Văn Hưng'],
  ['Ông Thắng', 'Bà Thắng'],
  ['សុខ ដារ៉ា', 'សុខ វណ្ណា'],
] as const;

describe('two names on one phone', () => {
  test.each(SAME)('%s and %s are the same', (a, b) => expect(both(a, b)).toEqual(['same', 'same']));
  test.each(ALIKE)('%s and %s are asked about', (a, b) => expect(both(a, b)).toEqual(['alike', 'alike']));
  test.each(DIFFERENT)('%s and %s are two people', (a, b) =>
    expect(both(a, b)).toEqual(['different', 'different']),
  );

  test('are looked for under one key where they are the same or asked about', () => {
    for (const [a, b] of [...SAME, ...ALIKE]) expect([a, givenKey(a)]).toEqual([a, givenKey(b)]);
  });

  const word = fc.constantFrom(
    'Trần',
    'Thị',
    'Văn',
    'Hùng',
    'Hưng',
    'Hung',
    'An',
    'Ân',
    'T.',
    'Bà',
    'Ông',
    'Mỹ',
    'Y',
    'Sôphi',
  );
  const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));

  test('are compared alike from both sides, and each is the same as itself', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(compareNames(a, b)).toBe(compareNames(b, a));
        expect(compareNames(a, a)).toBe('same');
      }),
      { numRuns: 500 },
    );
  });

  test('have one key whenever they are not certainly different', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        fc.pre(compareNames(a, b) !== 'different');
        expect(givenKey(a)).toBe(givenKey(b));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a title', () => {
  test.each([
    ['Ông Mẫu', undefined],
    ['Anh Thư', undefined],
    ['Bà', undefined],
    ['Luật sư Mẫu', 'Mẫu'],
    ['Anh Trần Văn Mẫu', 'Trần Văn Mẫu'],
    ['Lê Anh', undefined],
    ['Bá Thị Mẫu', undefined],
    ['Cô Thị Mẫu', 'Thị Mẫu'],
  ])('%s leaves %s', (typed, rest) => expect(withoutTitles(typed)?.rest).toBe(rest));
});

describe('a name as it is kept', () => {
  test.each([
    ['1. Trần Thị Mẫu', 'Trần Thị Mẫu'],
    ['01-Trần Thị Mẫu', 'Trần Thị Mẫu'],
    ['  Trần\u00a0 Thị\u200b Mẫu , ', 'Trần Thị Mẫu'],
    ['Trần Thị Mẫu.', 'Trần Thị Mẫu'],
    ['Trần Thị M.', 'Trần Thị M.'],
    ['Bà Trần Thị Mẫu', 'Bà Trần Thị Mẫu'],
    ['Đ/c Trần Thị Mẫu', 'Đ/c Trần Thị Mẫu'],
    ['Trần Thị Mẫu (tổ trưởng)', 'Trần Thị Mẫu (tổ trưởng)'],
    ['K´Mẫu', 'K’Mẫu'],
    ["K'Mẫu", "K'Mẫu"],
    ['ðặng văn ðức', 'đặng văn đức'],
    ['Lê Mẫu Hoà', 'Lê Mẫu Hoà'],
    ['សុខ', 'សុខ'],
    ['ស៊ុំ', 'ស៊ុំ'],
    ['សុខ\u200bដារ៉ា', 'សុខដារ៉ា'],
    ['Phan Y', 'Phan Y'],
    ["H'E", "H'E"],
    ['王小明', '王小明'],
  ])('%s is %s', (typed, kept) => expect(personName.parse(typed)).toBe(kept));

  test.each([
    ['', 'name-required'],
    ['12.', 'name-letters'],
    ['Trần Văn 5', 'name-letters'],
    ['=1+1', 'name-letters'],
    ['<b>Mẫu</b>', 'name-letters'],
    ['(tổ trưởng)', 'name-letters'],
    ['Ý', 'name-too-short'],
    ['A B', 'name-too-short'],
    ['ខ', 'name-too-short'],
    ['Mẫu'.repeat(27), 'name-too-long'],
  ])('%s is refused: %s', (typed, code) =>
    expect(personName.safeParse(typed).error?.issues[0]?.message).toBe(code),
  );

  test('is kept as it is when it is sent again, and means the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
        const kept = personName.safeParse(typed);
        fc.pre(kept.success);
        expect(personName.parse(kept.data)).toBe(kept.data);
        expect(compareNames(kept.data!, typed)).toBe('same');
        expect(nameItself(kept.data!)).not.toBe('');
        expect(nameWords(kept.data!).every(Boolean)).toBe(true);
      }),
    );
  });
});

describe('a list', () => {
  test('is sorted by the given name, titles and notes left out, wherever the tone is written', () => {
    const names = [
      ...['Lê Hoà', 'Bà Trần Thị An', 'Trần Đào (tổ trưởng)', 'Bùi Hòa', 'An Hoà', 'Võ Dung', 'Đ/c Phan Ân'],
      ...['Lê Em', 'Cao Hoa'],
    ];
    expect(names.sort(givenNameOrder(names))).toEqual([
      ...['Bà Trần Thị An', 'Đ/c Phan Ân', 'Võ Dung', 'Trần Đào (tổ trưởng)', 'Lê Em', 'Cao Hoa'],
      ...['An Hoà', 'Bùi Hòa', 'Lê Hoà'],
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine } from '../../../functions/platform/text/text';
import { folded, hasAccents, plain, spoken, unaccented } from '../../../functions/platform/text/vietnamese';

const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const ONSETS = [
  '',
  'b',
  'c',
  'd',
  'đ',
  'g',
  'gi',
  'h',
  'k',
  'kh',
  'l',
  'm',
  'n',
  'ng',
  'nh',
  'ph',
  'qu',
  't',
  'th',
  'tr',
  'v',
];
const VOWELS = [
  'a',
  'ă',
  'â',
  'e',
  'ê',
  'i',
  'o',
  'ô',
  'ơ',
  'u',
  'ư',
  'y',
  'oa',
  'oe',
  'uy',
  'ia',
  'ươ',
  'iê',
  'oai',
  'ay',
  'ây',
  'ai',
];
const ENDS = ['', 'n', 'ng', 'm', 'c', 't', 'nh'];

/** A syllable in pieces, so that its tone can be written on any of its vowels. */
const syllable = fc.record({
  onset: fc.constantFrom(...ONSETS),
  vowels: fc.constantFrom(...VOWELS),
  end: fc.constantFrom(...ENDS),
  tone: fc.constantFrom(...TONES),
  on: fc.nat(2),
});
type Syllable = { onset: string; vowels: string; end: string; tone: string; on: number };

const write = ({ onset, vowels, end, tone, on }: Syllable): string => {
  const at = Math.min(on, vowels.length - 1) + 1;
  return (onset + vowels.slice(0, at) + tone + vowels.slice(at) + end).normalize('NFC');
};
const syllables = fc.array(syllable, { minLength: 1, maxLength: 4 });
const written = (parts: readonly Syllable[]) => parts.map(write).join(' ');

describe('a word as it is spoken', () => {
  test('does not depend on which vowel has the tone', () => {
    fc.assert(
      fc.property(syllables, fc.nat(2), (parts, on) => {
        expect(spoken(written(parts.map((part) => ({ ...part, on }))))).toBe(spoken(written(parts)));
      }),
    );
  });

  test('depends on the tone and on every other mark', () => {
    const family = fc.constantFrom<string[]>(['a', 'ă', 'â'], ['e', 'ê'], ['o', 'ô', 'ơ'], ['u', 'ư']);
    const two = family.chain((vowels) => fc.shuffledSubarray(vowels, { minLength: 2, maxLength: 2 }));
    const tones = fc.shuffledSubarray(TONES, { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(syllable, two, tones, (part, [one, other], [first, second]) => {
        const said = (over: Partial<Syllable>) => spoken(write({ ...part, ...over }));
        expect(said({ vowels: one! })).not.toBe(said({ vowels: other! }));
        expect(said({ tone: first! })).not.toBe(said({ tone: second! }));
      }),
    );
  });

  test('does not depend on composition, capitals, blanks and marks that nobody sees', () => {
    const between = fc.constantFrom(' ', '  ', '\u00a0', ' \u200b', '\u2009');
    fc.assert(
      fc.property(syllables, between, fc.constantFrom('NFC', 'NFD'), (parts, blank, form) => {
        const name = written(parts);
        const typed = ` ${name.toUpperCase().normalize(form).replaceAll(' ', blank)}\u200e `;
        expect(spoken(typed)).toBe(spoken(name));
      }),
    );
  });

  test.each(Object.entries({ spoken, folded, plain }))('%s once is enough, for any text', (_, form) => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      syllables.map(written),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (typed) => {
        expect(form(form(typed))).toBe(form(typed));
      }),
      { numRuns: 500 },
    );
  });

  test('folds to the same letters where it is spoken alike, and where its accents are left out', () => {
    fc.assert(
      fc.property(syllables, (parts) => {
        const name = written(parts);
        expect(folded(spoken(name))).toBe(folded(name));
        expect(folded(unaccented(name))).toBe(folded(name));
        expect(hasAccents(folded(name))).toBe(false);
      }),
    );
  });

  test.each([
    ['Hoà', 'Hòa'],
    ['Thuý', 'Thúy'],
    ['Khoẻ', 'Khỏe'],
    ['Tòan', 'Toàn'],
    ['Hòang', 'Hoàng'],
    ['Nguỵên', 'Nguyện'],
    ['Quí', 'Quý'],
    ['Qúi', 'Quý'],
    ['Lí', 'Lý'],
    ['Mĩ', 'Mỹ'],
    ['Kì', 'Kỳ'],
    ['Tị', 'Tỵ'],
    ['Hỉ', 'Hỷ'],
    ['Sĩ', 'Sỹ'],
    ['Ðức', 'Đức'],
    ['Ɖức', 'Đức'],
    ['ðức', 'Đức'],
    ['ɖức', 'Đức'],
    ['D\u0336ức', 'Đức'],
    ['H`Hen', "H'Hen"],
    ['H’ Hen', "H'Hen"],
    ['ＮＧＡ', 'Nga'],
    ['Vǎn', 'Văn'],
  ])('%s is %s', (typed, name) => expect(spoken(typed)).toBe(spoken(name)));

  test.each([
    ['Thúy', 'Thúi'],
    ['Mai', 'May'],
    ['Hải', 'Hảy'],
    ['Tây', 'Tâi'],
    ['Duy', 'Dui'],
    ['Yến', 'Iến'],
    ['Hùng', 'Hưng'],
    ['Hoa', 'Hòa'],
    ['Dung', 'Đung'],
    ['Thạnh', 'Thành'],
    // They sound alike, but people chose how to write them.
    ['Vy', 'Vi'],
    ['Thy', 'Thi'],
    ['Quỳnh', 'Quình'],
  ])('%s is not %s', (one, other) => expect(spoken(one)).not.toBe(spoken(other)));

  test.each([
    ['Vy', 'Vi', true],
    ['Thy', 'Thi', true],
    ['Quỳnh', 'Quình', true],
    ['Thúy', 'Thúi', false],
    ['Mai', 'May', false],
    ['Huy', 'Hui', false],
  ])('%s and %s fold to the same: %s', (one, other, same) =>
    expect(folded(one) === folded(other)).toBe(same),
  );

  test('keeps the vowels of Khmer, which are marks', () => {
    expect(folded('សុខ')).not.toBe(folded('សៅខ'));
    expect(spoken('សុខ\u200bដារ៉ា')).toBe(spoken('សុខដារ៉ា'));
  });
});

describe('what is kept', () => {
  test.each([
    ['Ðặng Văn Ðức', 'Đặng Văn Đức'],
    ['Ɖặng', 'Đặng'],
    ['ðặng văn ðức', 'đặng văn đức'],
    ['Hoà', 'Hoà'],
    ['Quí', 'Quí'],
  ])('of %s is %s', (typed, kept) => expect(cleanLine(typed)).toBe(kept));
});

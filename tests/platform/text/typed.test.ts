import { describe, expect, test } from 'vitest';
import { line, personName } from '../../../functions/platform/input/fields';
import { normalPhone } from '../../../functions/platform/text/phone';
import { clean, cleanLine, plain } from '../../../functions/platform/text/text';

describe('a phone number as people type it', () => {
  test.each([
    ['0912 345 678', '0912345678'],
    ['+84 912 345 678', '0912345678'],
    ['+84 0912 345 678', '0912345678'],
    ['0084 912.345.678', '0912345678'],
    ['+84 (297) 3812 345', '02973812345'],
    ['０９１２３４５６７８', '0912345678'],
  ])('%s is %s', (typed, kept) => expect(normalPhone(typed)).toBe(kept));

  test.each(['12', '0112345678', '09123456789', '+85 912 345 678', '0912 34a 678', '+84 00912345678'])(
    '%s is none',
    (typed) => expect(normalPhone(typed)).toBeUndefined(),
  );
});

describe('text as people paste it', () => {
  test('keeps words apart where a control character stood between them', () => {
    expect(cleanLine('Trần\u0000Thị\tMẫu')).toBe('Trần Thị Mẫu');
    expect(clean('dòng một\r\ndòng hai')).toBe('dòng một\ndòng hai');
  });

  test('is composed, and free of marks that nobody sees', () => {
    expect(cleanLine('Nguye\u0302\u0303n\u200b  A\u0301nh ')).toBe('Nguyễn Ánh');
  });

  test.each([
    ['a soft hyphen', '\u00ad'],
    ['fillers', '\u3164\u115f\uffa0\u2800'],
    ['marks of direction', '\u2066\u2069\u202e'],
    ['tags', '\u{e0041}\u{e007f}'],
    ['half a character', '\ud800'],
  ])('is free of %s', (_, unseen) => {
    expect(cleanLine(`Gò${unseen} Quao`)).toBe('Gò Quao');
    expect(line().safeParse(unseen).success).toBe(false);
  });

  test('is something to read: an accent alone is not, a dash is', () => {
    expect(line().safeParse('\u0301').success).toBe(false);
    expect(line().parse('–')).toBe('–');
  });

  test('keeps the marks by which Khmer parts its words, and knows a name without them', () => {
    expect(clean('ភូមិ\u200bថ្មី')).toBe('ភូមិ\u200bថ្មី');
    expect(clean('a\u200bថ្មី\u200b')).toBe('aថ្មី');
    expect(personName.parse('សុខ\u200bដារ៉ា')).toBe('សុខដារ៉ា');
    expect(plain('ភូមិ\u200bថ្មី')).toBe(plain('ភូមិថ្មី'));
  });
});

import { describe, expect, test } from 'vitest';
import { normalPhone } from '../functions/phone';
import { clean, cleanLine } from '../functions/text';

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
});

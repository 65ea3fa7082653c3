import { describe, expect, test } from 'vitest';
import { FORGOTTEN } from '../../functions/events/person/forgotten';
import { scrub, scrubbed, speaksOf } from '../../functions/privacy/person/scrub';

const WHO = { names: ['Huỳnh Thị Mẫu'], phones: ['0900000981'], emails: ['xoa@mau.example'] };

describe('a text without a person', () => {
  test.each([
    'Huỳnh Thị Mẫu',
    'HUỲNH THỊ MẪU',
    'Huynh Thi Mau',
    'huỳnh  thị mẫu',
    'Huỳnh Thị Mẫu'.normalize('NFD'),
    'Hùynh Thị Mẫu',
  ])('has the name no more: %s', (spelled) => {
    expect(scrub(`Gửi bà ${spelled}, ấp 1`, WHO)).toBe(`Gửi bà ${FORGOTTEN}, ấp 1`);
  });

  test.each([
    '0900000981',
    '0900 000 981',
    '0900.000.981',
    '0900-000-981',
    '+84900000981',
    '+84 900 000 981',
    '0084 900 000 981',
  ])('has the phone no more: %s', (written) => {
    expect(scrub(`Gọi ${written} nhé`, WHO)).toBe('Gọi  nhé');
  });

  test('has the address no more', () => {
    expect(scrub('Gửi XOA@mau.example.', WHO)).toBe('Gửi .');
  });

  test.each(['Huỳnh Thị Mấu', 'Huỳnh Mẫu Thị', 'Thị Mẫu', '09000009812', '10900000981'])(
    'keeps what is another one: %s',
    (other) => {
      expect(scrub(other, WHO)).toBe(other);
    },
  );

  test('is made within lists and maps', () => {
    const kept = {
      rows: [
        { name: 'Huynh Thi Mau', n: 1 },
        { name: 'Lê Ba', n: 2 },
      ],
    };
    expect(scrubbed(kept, WHO)).toEqual({
      rows: [
        { name: FORGOTTEN, n: 1 },
        { name: 'Lê Ba', n: 2 },
      ],
    });
    expect(speaksOf(kept, WHO)).toBe(true);
    expect(speaksOf({ rows: [{ name: 'Lê Ba' }] }, WHO)).toBe(false);
  });
});

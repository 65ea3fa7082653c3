import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded } from '../../functions/platform/text/vietnamese';
import { SURNAMES, seemsPersonal } from '../../functions/support/seems-personal';

const MIDDLE = ['Văn', 'Thị', 'Hữu', 'Minh', 'Ngọc', 'Thị Kim', 'Đức'];
const GIVEN = ['Hùng', 'Hưng', 'Lan', 'Bảy', 'Tuấn', 'Phượng', 'Sóc Kha', 'Út', 'Hạnh', 'Đạt'];
const BEFORE = ['', 'Tranh chấp ranh đất giữa ', 'người bị kiện là ', 'hộ ', 'theo lời khai của '];
const AFTER = ['', ' không đồng ý.', ', 45 tuổi', ' và gia đình', '. Đề nghị hướng dẫn'];

const name = fc
  .record({
    surname: fc.constantFrom(...SURNAMES),
    middle: fc.option(fc.constantFrom(...MIDDLE), { nil: undefined }),
    given: fc.constantFrom(...GIVEN),
  })
  .map(({ surname, middle, given }) => [surname, middle, given].filter(Boolean).join(' '));
const around = fc.record({ before: fc.constantFrom(...BEFORE), after: fc.constantFrom(...AFTER) });
const digits = (n: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map((all) => all.join(''));
const kinds = (text: string) => seemsPersonal(text).map(({ kind }) => kind);

describe('what seems to tell who a person is', () => {
  test('is a surname with a given name, with accents or without, in capitals or not', () => {
    fc.assert(
      fc.property(
        name,
        around,
        fc.constantFrom('as it is', 'plain', 'capitals'),
        (full, { before, after }, how) => {
          const typed =
            how === 'plain' ? titled(folded(full)) : how === 'capitals' ? full.toUpperCase() : full;
          const text = before + typed + after;
          expect([text, kinds(text)]).toEqual([text, expect.arrayContaining(['name'])]);
        },
      ),
    );
  });

  test('is a name after ông, bà, anh, chị', () => {
    const address = fc.constantFrom('ông', 'bà', 'anh', 'chị', 'cô', 'chú', 'Ông', 'Bà');
    fc.assert(
      fc.property(address, fc.constantFrom(...GIVEN), around, (who, given, { before, after }) => {
        expect(kinds(`${before}${who} ${given}${after}`)).toEqual(['name']);
      }),
    );
  });

  test('is a phone number of 9 or 10 digits, however it is written', () => {
    const phone = fc.oneof(
      digits(9).map((rest) => `0${rest}`),
      digits(8).map((rest) => `0${rest}`),
      digits(9).map((rest) => `+84${rest}`),
      digits(9).map((rest) => `0${rest.slice(0, 3)} ${rest.slice(3, 6)} ${rest.slice(6)}`),
      digits(9).map((rest) => `0${rest.slice(0, 3)}.${rest.slice(3, 6)}.${rest.slice(6)}`),
    );
    fc.assert(
      fc.property(phone, around, (number, { before, after }) => {
        const text = `${before}số ${number}${after}`;
        expect([text, kinds(text)]).toEqual([text, expect.arrayContaining(['phone'])]);
      }),
    );
  });

  test('is the number of an identity card, of 9 or 12 digits', () => {
    const card = fc.oneof(
      digits(9),
      digits(12),
      digits(12).map((all) => `${all.slice(0, 3)} ${all.slice(3, 6)} ${all.slice(6, 9)} ${all.slice(9)}`),
    );
    fc.assert(
      fc.property(card, around, (number, { before, after }) => {
        expect(seemsPersonal(`${before}CCCD ${number}${after}`)).not.toEqual([]);
      }),
    );
  });

  test('is no letter in place of a name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SURNAMES), fc.constantFrom('A', 'B', 'C', 'Đ'), (surname, letter) => {
        expect(seemsPersonal(`ông ${surname} Văn ${letter} và bà ${letter} tranh chấp`)).toEqual([]);
      }),
    );
  });

  test('is no sum of money, area, day or number of a law', () => {
    const group = fc.integer({ min: 100, max: 999 });
    const sum = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.array(group, { minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(sum, fc.constantFrom('đồng', 'đ', 'VNĐ', 'triệu đồng', 'm2'), ([first, rest], unit) => {
        expect(seemsPersonal(`giá trị ${[first, ...rest].join('.')} ${unit}, khó chia`)).toEqual([]);
      }),
    );
    for (const text of [
      'Ngày 12/10/2021 theo Luật số 35/2013/QH13',
      'Nghị định 30/2020/NĐ-CP ngày 05/3/2020',
      'thửa 125, tờ bản đồ số 12, diện tích 1.250 m2',
    ])
      expect([text, seemsPersonal(text)]).toEqual([text, []]);
  });

  test('is no name of a place, an office or a law', () => {
    for (const text of [
      'Tại xã Châu Thành, huyện Hòn Đất, tỉnh Kiên Giang',
      'Tòa án nhân dân huyện Hà Tiên chưa thụ lý',
      'Châu Thành có hai vụ tương tự',
      'đường Trần Hưng Đạo, phường Vĩnh Lạc, thành phố Rạch Giá',
      'ĐỀ NGHỊ HỖ TRỢ VỤ VIỆC ĐẤT ĐAI',
      'Lý do tranh chấp: lối đi chung. Hồ sơ gồm hai giấy viết tay.',
      'Hai hộ liền kề tranh chấp ranh đất. Luật Hòa giải ở cơ sở quy định thế nào?',
      'Bà con trong ấp đề nghị tổ hòa giải đến.',
      'Bên A cho bên B vay không có giấy tờ.',
    ])
      expect([text, seemsPersonal(text)]).toEqual([text, []]);
  });

  test('of any text is found without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void seemsPersonal(text)));
  });
});

const titled = (text: string): string => text.replace(/\p{L}+/gu, (w) => w[0]!.toUpperCase() + w.slice(1));

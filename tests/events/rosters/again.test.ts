import { describe, expect, test } from 'vitest';
import { isNearPhone } from '../../../functions/events/rosters/again/corrections';
import { accentsChange, isLongerName, isNearName } from '../../../functions/events/rosters/again/names';
import type { Listed, OnSystem } from '../../../functions/events/rosters/again/people';
import { sentAgain } from '../../../functions/events/rosters/again/sent-again';

const onSystem = (fullName: string, phone: string, over: Partial<OnSystem> = {}): OnSystem => ({
  id: phone + fullName,
  fullName,
  phone,
  place: 'unt_dinhan',
  byList: true,
  ...over,
});
const listed = (row: number, fullName: string, phone: string, over: Partial<Listed> = {}): Listed => ({
  row,
  fullName,
  phone,
  place: 'unt_dinhan',
  ...over,
});

/** One person on the system, and one on the list. */
const compared = (
  [oldName, oldPhone, old = {}]: [string, string, Partial<OnSystem>?],
  [newName, newPhone, now = {}]: [string, string, Partial<Listed>?],
) => {
  const { corrections, missing } = sentAgain(
    [listed(2, newName, newPhone, now)],
    [onSystem(oldName, oldPhone, old)],
  );
  const [one] = corrections;
  if (!one) return missing.length ? 'missing' : 'nothing';
  return `${one.what} ${one.sure ? 'sure' : 'asked'}`;
};

describe('a person of a list whom no registration is recognised as', () => {
  const AN = 'Trần Mẫu Cần';
  test.each([
    ['two digits changed', '0900000722', '0900000739', 'phone sure'],
    ['one digit changed', '0900000722', '0900000723', 'phone sure'],
    ['neighbours swapped', '0900000712', '0900000721', 'phone sure'],
    ['another prefix', '0900000722', '0912000744', 'phone asked'],
    ['a landline', '0900000722', '02973800001', 'phone asked'],
  ])('with the name and unit of one, and a phone with %s: %s', (_what, was, now, expected) => {
    expect(compared([AN, was], [AN, now])).toBe(expected);
  });

  test.each<[string, Partial<OnSystem>, Partial<Listed>, string]>([
    ['the same year of birth', { yearOfBirth: 1970 }, { yearOfBirth: 1970 }, 'phone sure'],
    ['another year of birth', { yearOfBirth: 1970 }, { yearOfBirth: 1971 }, 'missing'],
    ['another unit', {}, { place: 'unt_donghoa' }, 'missing'],
    ['no list before, and nothing else alike', { byList: false }, {}, 'nothing'],
    [
      'no list before, and the same year of birth',
      { byList: false, yearOfBirth: 1970 },
      { yearOfBirth: 1970 },
      'phone asked',
    ],
  ])('with another phone and %s: %s', (_what, old, now, expected) => {
    expect(compared([AN, '0900000722', old], [AN, '0912000744', now])).toBe(expected);
  });

  test.each([
    ['Trần Mẫu Em', 'Trần Mẫu Em Út', 'name sure'],
    ['Trần Mẫu Em Út', 'Trần Mẫu Em', 'name sure'],
    ['Trần Hoa', 'Trần Thị Mẫu Hoa', 'name sure'],
    ['Trần Mẫu Hoa', 'Trần Mẫu Hao', 'name asked'],
    ['Nguyễn Mẫu Hòa', 'Nguyễn Mẫu Hoàng', 'name asked'],
    ['Danh Mẫu Sóc', 'Danh Mẫu Sốc', 'name asked'],
    ['Trần Mẫu Dũng', 'Lê Thị Mẫu Phượng', 'missing'],
    ['Trần Văn Mẫu Ông', 'Trần Thị Mẫu Bà', 'missing'],
    ['Trần Mẫu', 'Lê Mẫu Trần', 'missing'],
  ])('with the phone of %s and called %s: %s', (was, now, expected) => {
    expect(compared([was, '0900000724'], [now, '0900000724'])).toBe(expected);
  });

  test('is the correction of one person alone; where two may be meant, none is certain', () => {
    const two = [onSystem(AN, '0900000722'), onSystem(AN, '0900000732')];
    const [one, ...others] = sentAgain([listed(2, AN, '0900000742')], two).corrections;
    expect([one!.sure, others.length]).toEqual([false, 0]);
    const { corrections } = sentAgain(
      [listed(2, AN, '0900000732'), listed(3, AN, '0900000742')],
      [onSystem(AN, '0900000722')],
    );
    expect(corrections.map(({ row, sure }) => [row, sure])).toEqual([[2, false]]);
  });

  test('is asked about only where few share the name and the place, or the phone', () => {
    const many = (n: number, phone: (i: number) => string) =>
      Array.from({ length: n }, (_, i) => [`${AN} ${'ă'.repeat(i % 3)}`, phone(i)] as const);
    const namesakes = many(30, (i) => `09000007${10 + i}`).map(([, phone]) => onSystem(AN, phone));
    expect(sentAgain([listed(2, AN, '0900000750')], namesakes).corrections).toEqual([]);
    const strangers = many(30, (i) => `09000007${10 + i}`).map(([, phone], i) => listed(i, AN, phone));
    expect(sentAgain(strangers, [onSystem(AN, '0900000750')]).corrections).toEqual([]);
    const family = many(30, () => '0900000722').map(([name, phone], i) => onSystem(`${name}${i}`, phone));
    expect(sentAgain([listed(2, AN, '0900000722')], family).corrections).toEqual([]);
  });

  test('is never the correction of a person who is on the list', () => {
    const an = onSystem(AN, '0900000722');
    const { corrections, missing } = sentAgain(
      [listed(2, AN, '0900000722', { known: an }), listed(3, AN, '0900000723')],
      [an],
    );
    expect([corrections, missing]).toEqual([[], []]);
  });

  test('is asked about once, where a person on the same phone has nearly the same name', () => {
    const alike = onSystem('Trần Mẫu Dũng', '0900000723');
    const { corrections, missing } = sentAgain(
      [listed(5, 'Trần Mẫu Dụng', '0900000723', { alike })],
      [alike],
    );
    expect(corrections).toMatchObject([{ row: 5, what: 'name', sure: false, open: true }]);
    expect(missing).toEqual([]);
  });
});

describe('a person who is recognised, with other accents in the name', () => {
  test.each([
    ['Trần Mẫu Dung', 'Trần Mẫu Dũng', 'gained'],
    ['Tran Mau Dung', 'Trần Mẫu Dũng', 'gained'],
    ['Trần Mẫu Dũng', 'Trần Mẫu Dung', 'other'],
    ['Trần Mẫu Dũng', 'Tran Mau Dung', undefined],
    ['Trần Mẫu Hòa', 'Trần Mẫu Hoà', undefined],
    ['Bà Trần Thị Mẫu', 'Trần Thị Mẫu', undefined],
    ['Trần Mẫu Quý', 'Trần Mẫu Quí', undefined],
    ['Trần Mẫu Dũng', 'Trần Mẫu Em', undefined],
    ['Tran Mẫu Dũng', 'Trần Mẫu Dung', 'other'],
  ])('%s, listed as %s: %s', (was, now, expected) => {
    expect(accentsChange(was, now)).toBe(expected);
    const known = onSystem(was, '0900000723');
    const { corrections } = sentAgain([listed(4, now, '0900000723', { known })], [known]);
    expect(corrections.map(({ sure, open }) => [sure, open])).toEqual(
      expected ? [[expected === 'gained', false]] : [],
    );
  });
});

describe('people who are not on the list', () => {
  test('are those who came by a list before; of others it says nothing', () => {
    const people = [
      onSystem('Trần Mẫu Dũng', '0900000723'),
      onSystem('Trần Mẫu Em', '0900000724', { byList: false }),
    ];
    const { missing } = sentAgain([listed(2, 'Trần Mẫu Phượng', '0900000725')], people);
    expect(missing.map(({ fullName }) => fullName)).toEqual(['Trần Mẫu Dũng']);
  });
});

describe('names and numbers that are near', () => {
  test.each([
    ['0900000722', '0900000722', true],
    ['0900000722', '0900000799', true],
    ['0900000722', '0900000888', false],
    ['0900000722', '02973800000', false],
  ])('%s and %s: %s', (a, b, expected) => expect(isNearPhone(a, b)).toBe(expected));

  test.each([
    ['Trần Mẫu Em', 'Trần Mẫu Em Út', true],
    ['Trần Mẫu Em', 'Lê Trần Mẫu Em', false],
    ['Trần', 'Trần Mẫu', false],
    ['Trần Mẫu Em', 'Trần Mẫu Em', false],
  ])('%s and %s, longer: %s', (a, b, expected) => expect(isLongerName(a, b)).toBe(expected));

  test.each([
    ['Trần T. Mẫu', 'Trần Thị Mẫu', true],
    ['Trần Mẫu An', 'Trần Mẫu Anh', true],
    ['Lê Văn Mẫu', 'Lê Thị Hoa', false],
  ])('%s and %s, near: %s', (a, b, expected) => expect(isNearName(a, b)).toBe(expected));
});

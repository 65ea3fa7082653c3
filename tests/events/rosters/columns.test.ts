import { describe, expect, test } from 'vitest';
import { pasted, peopleOf, readAs } from './read';

describe('of the columns of a list', () => {
  test('one heading for the years of men and of women, which have a column each', () => {
    const list = pasted([
      ['Họ và tên', 'Năm sinh (Nam/Nữ)', '', 'SĐT'],
      ['Trần Văn An', '1968', '', '0900000601'],
      ['Trần Thị Bình', '', '1975', '0900000602'],
    ]);
    expect(peopleOf(list)).toMatchObject([
      { gender: 'male', yearOfBirth: 1968 },
      { gender: 'female', yearOfBirth: 1975 },
    ]);
  });

  test.each([
    [['Ông/Bà'], ['Ông']],
    [['Hòa giải viên'], ['x']],
    [
      ['Tên', 'Đại biểu'],
      ['An', 'x'],
    ],
  ])('%j before “Họ và tên” is no name', (heads, cells) => {
    const list = pasted([
      ['STT', ...heads, 'Họ và tên', 'SĐT'],
      ['1', ...cells, 'Trần Văn An', '0900000601'],
    ]);
    expect(peopleOf(list)).toMatchObject([{ fullName: 'Trần Văn An', phone: '0900000601' }]);
  });

  test.each([
    [[['Họ và tên', 'SĐT', 'Tổ trưởng', 'Tổ phó', 'Hòa giải viên']]],
    [
      [
        ['Họ và tên', 'SĐT', 'Chức vụ', '', ''],
        ['', '', 'Tổ trưởng', 'Tổ phó', 'Hòa giải viên'],
      ],
    ],
  ])('a mark below a role gives it: %j', (heads) => {
    const list = pasted([
      ...heads,
      ['Trần Văn An', '0900000601', 'x', '', ''],
      ['Trần Thị Bình', '0900000602', '', '', 'X'],
      ['Trần Văn Cần', '0900000603', 'Trần Văn An', '', ''],
    ]);
    expect(peopleOf(list).map((one) => 'teamRole' in one && one.teamRole)).toEqual([
      'leader',
      'mediator',
      false,
    ]);
  });

  test('a number and an address in one column are parted', () => {
    const list = pasted([
      ['Họ và tên', 'Điện thoại, email'],
      ['Trần Văn An', '0900000601, an@mau.example'],
    ]);
    expect(peopleOf(list)).toEqual([
      { fullName: 'Trần Văn An', phone: '0900000601', email: 'an@mau.example' },
    ]);
  });

  test('of two phones the person’s own is read; the other one where it is missing', () => {
    const list = pasted([
      ['Họ và tên', 'Điện thoại cơ quan', 'Di động'],
      ['Trần Văn An', '02973800000', '0900000601'],
      ['Trần Thị Bình', '02973800001', ''],
    ]);
    expect(peopleOf(list).map(({ phone }) => phone)).toEqual(['0900000601', '02973800001']);
  });

  test('and never the one of a table that stands beside', () => {
    const list = pasted([
      ['STT', 'Họ và tên', 'SĐT', '', 'STT', 'Họ và tên', 'SĐT'],
      ['1', 'Trần Văn An', 'không có', '', '2', 'Trần Thị Bình', '0900000602'],
    ]);
    expect(readAs(list)).toEqual([null, 'fullName', 'phone', null, null, null, null]);
    expect(peopleOf(list)).toEqual([{ fullName: 'Trần Văn An' }]);
  });

  test('of several columns that may name the unit the plainest does', () => {
    const list = pasted([
      ['Họ và tên', 'Địa chỉ', 'Đơn vị công tác', 'SĐT', 'Xã'],
      ['Trần Văn An', 'Ấp 5', 'Trường THCS', '0900000601', 'Định An'],
    ]);
    expect(readAs(list)).toEqual(['fullName', null, null, 'phone', 'unit']);
  });

  test('a position and a unit in one column are parted', () => {
    const list = pasted([
      ['Họ và tên', 'Chức vụ/Đơn vị', 'SĐT'],
      ['Trần Văn An', 'Trưởng ấp, xã Định An', '0900000601'],
      ['Trần Thị Bình', 'Trưởng ban công tác Mặt trận', '0900000602'],
      ['Trần Văn Cần', 'Phó Trưởng phòng Tư pháp huyện Gò Quao', '0900000603'],
    ]);
    expect(peopleOf(list)).toMatchObject([
      { position: 'Trưởng ấp', unit: 'xã Định An' },
      { position: 'Trưởng ban công tác Mặt trận' },
      { position: 'Phó Trưởng phòng Tư pháp', unit: 'huyện Gò Quao' },
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { pasted, peopleOf, readAs } from './read';

/** Wordings of each column as offices write them. */
const WORDINGS: Record<string, string> = {
  phone:
    'Số điện thoại|Số ĐT|ĐT|SĐT|S.ĐT|Đ.T|Điện thoại|Số điện thoại liên hệ|ĐT liên hệ|Điện thoại liên lạc|Di động|ĐTDĐ|Số điện thoại (*)|Số điện thoại/Zalo|SĐT Zalo|Số điện thoại:|SỐ ĐIỆN THOẠI|Số điện\nthoại|So dien thoai|Điện thoại/Fax|Phone No.|Số máy|Số điện thoại di động (nếu có)|Liên hệ|Thông tin liên hệ|Số điện thoại đăng ký|Số ĐT đăng ký học|SĐT/Email|Điện thoại, email',
  fullName:
    'Họ và tên|Họ tên|HỌ VÀ TÊN|Họ và tên (*)|Họ tên HGV|Họ và tên hòa giải viên|Họ, tên|Họ và tên đại biểu|Họ và tên học viên|Họ & tên|Họ và tên (ghi chữ in hoa)|Ho va ten|Họ và chữ tên|Tên|Tên học viên|Người tham dự|Hòa giải viên|Full name|Họ\nvà tên|Đại biểu|Họ - Tên|Tên hòa giải viên|Ông (bà)|Họ và tên người đăng ký|Họ và tên, năm sinh|Họ, chữ lót, tên|Thành viên tổ hòa giải|Cán bộ tham dự|Người tham dự tập huấn|Tên đầy đủ',
  unit: 'Đơn vị|Đơn vị công tác|Địa chỉ|Ấp/khu phố|Nơi công tác|Xã, phường|Xã/phường|Xã (phường)|Cơ quan, đơn vị|Đ/vị|Đơn vị (xã, phường)|UBND xã|Nơi ở hiện nay|Địa bàn|Tên đơn vị|Địa chỉ thường trú|Thôn, ấp|Phường/Xã|Xã, phường, thị trấn|ĐƠN VỊ CÔNG TÁC|Don vi|Nơi làm việc|Xã đăng ký|Đơn vị đăng ký|Nơi đăng ký thường trú|Đơn vị giới thiệu|Hộ khẩu',
  yearOfBirth:
    'Năm sinh|Ngày sinh|Sinh năm|Ngày tháng năm sinh|Ngày, tháng, năm sinh|NS|Ngày sinh (dd/mm/yyyy)|NĂM\nSINH|Nam sinh|Ngày/tháng/năm sinh|Sinh ngày|N.sinh|Ng.sinh',
  gender: 'Giới tính|GT|Giới|Phái|Nam/Nữ|Nam, nữ|Giới tính (Nam/Nữ)|GIỚI TÍNH|Nam (Nữ)|G.tính',
  position:
    'Chức vụ|Chức danh|Nghề nghiệp|Nhiệm vụ|Chức vụ, công việc|Công việc|Chức vụ hiện nay|CHỨC VỤ (nếu có)|Vị trí công tác|Chức vụ công tác|C.vụ|CV',
  email: 'Email|E-mail|Địa chỉ email|Mail|Gmail|Thư điện tử|Hộp thư|Email (nếu có)|Thư ĐT|Hòm thư',
  teamName: 'Tổ hòa giải|Tên tổ hòa giải|Tổ|Thuộc tổ|Tổ HG|Tên tổ|THG',
  teamRole:
    'Vai trò|Vai trò trong tổ|Chức vụ trong tổ|Nhiệm vụ trong tổ hòa giải|Chức danh tổ hòa giải|Tổ trưởng/Hòa giải viên',
  leader: 'Tổ trưởng|Là tổ trưởng',
  female: 'Nữ|Là nữ|Phụ nữ',
  interpreter: 'Phiên dịch|Cần phiên dịch tiếng Khmer?|Phiên dịch tiếng Khmer',
  district: 'Huyện|Huyện, thành phố|Quận/huyện|Thị xã',
  body: 'Cơ quan|Cơ quan, tổ chức|Tên cơ quan',
  attendance: 'Hình thức|Hình thức tham dự|Tham dự|Trực tiếp/trực tuyến',
};
const VALUE: Record<string, string> = {
  fullName: 'Trần Mẫu An',
  phone: '0900 000 601',
  unit: 'Định An',
};
const wordings = Object.entries(WORDINGS).flatMap(([as, words]) =>
  words.split('|').map((word) => [word, as] as const),
);

const quoted = (cell: string) => (cell.includes('\n') ? `"${cell}"` : cell);
/** A list with the known headings, but this one in place of its own. */
const listWith = (word: string, as: string) => {
  const columns = [...new Set(['fullName', 'phone', 'unit', as])];
  const known: Record<string, string> = { fullName: 'Họ và tên', phone: 'Số điện thoại', unit: 'Xã' };
  const head = columns.map((name) => quoted(name === as ? word : known[name]!));
  return {
    columns,
    text: [head, columns.map((name) => VALUE[name] ?? 'x')].map((row) => row.join('\t')).join('\n'),
  };
};

describe('a heading is found by its meaning', () => {
  test.each(wordings)('“%s” is %s', (word, as) => {
    const { columns, text } = listWith(word, as);
    expect(readAs(pasted(text))).toEqual(columns);
  });

  test.each([
    'Số CCCD',
    'CMND/CCCD',
    'Số định danh',
    'Số tài khoản',
    'STK ngân hàng',
    'Chủ tài khoản',
    'Ngày cấp',
    'Nơi cấp',
    'Nơi sinh',
    'Ngày công nhận',
    'Năm công nhận',
    'Số QĐ công nhận',
    'Ngày vào Đảng',
    'Năm công tác',
    'Mã số thuế',
    'Số thẻ BHYT',
    'Số BHXH',
    'Số tiền (đồng)',
    'Trình độ',
    'Dân tộc',
    'Ghi chú',
    'Ký nhận',
    'Người liên hệ',
    'Tỉnh',
    'Số Fax',
    'Mã cán bộ',
    'Ngày tham gia tổ hòa giải',
    'Số năm làm công tác hòa giải',
    'Số vụ hòa giải',
  ])('“%s” is no column of a person, whatever stands in it', (word) => {
    const list = pasted([
      ['Họ và tên', word, 'Số điện thoại', 'Năm sinh'],
      ['Trần Mẫu An', '0912345678', '0900000601', '1968'],
    ]);
    expect(readAs(list)).toEqual(['fullName', null, 'phone', 'yearOfBirth']);
    expect(peopleOf(list)).toEqual([{ fullName: 'Trần Mẫu An', phone: '0900000601', yearOfBirth: 1968 }]);
  });

  test.each([
    [
      ['Họ đệm', 'Tên'],
      ['Trần Văn', 'An'],
    ],
    [
      ['Họ', 'Tên'],
      ['Trần', 'Văn An'],
    ],
    [
      ['Họ', 'và tên'],
      ['Trần', 'Văn An'],
    ],
    [
      ['Họ và chữ lót', 'Tên'],
      ['Trần Văn', 'An'],
    ],
    [
      ['Họ và tên đệm', 'Tên'],
      ['Trần Văn', 'An'],
    ],
    [
      ['Họ', 'Tên đệm', 'Tên'],
      ['Trần', 'Văn', 'An'],
    ],
    [
      ['Họ lót', 'Tên'],
      ['Trần Văn', 'An'],
    ],
    [
      ['Họ và tên', ''],
      ['Trần Văn', 'An'],
    ],
    [
      ['Họ và tên', 'Tên'],
      ['Trần Văn An', 'An'],
    ],
    [
      ['Họ', 'Tên', 'Họ và tên'],
      ['Trần Văn', 'An', 'Trần Văn An'],
    ],
    [
      ['Last name', 'First name'],
      ['Trần Văn', 'An'],
    ],
  ])('a name in the columns %j is joined', (heads, cells) => {
    const list = pasted([
      ['STT', ...heads, 'SĐT'],
      ['1', ...cells, '0900000601'],
    ]);
    expect(peopleOf(list)).toEqual([{ fullName: 'Trần Văn An', phone: '0900000601' }]);
  });

  test.each([
    [
      'Nam, Nữ below Năm sinh',
      ['Năm sinh', ''],
      ['Nam', 'Nữ'],
      ['', '1975'],
      { gender: 'female', yearOfBirth: 1975 },
    ],
    ['Nam, Nữ below Giới tính', ['Giới tính', ''], ['Nam', 'Nữ'], ['x', ''], { gender: 'male' }],
    [
      'Nam, Nu without accents',
      ['Nam sinh', ''],
      ['Nam', 'Nu'],
      ['1968', ''],
      { gender: 'male', yearOfBirth: 1968 },
    ],
    [
      'a date in three columns',
      ['Ngày sinh', '', ''],
      ['Ngày', 'Tháng', 'Năm'],
      ['2', '5', '1968'],
      { yearOfBirth: 1968 },
    ],
    [
      'the same without accents',
      ['Ngay sinh', '', ''],
      ['Ngay', 'Thang', 'Nam'],
      ['2', '5', '1968'],
      { yearOfBirth: 1968 },
    ],
    [
      'mobile and landline',
      ['Điện thoại', ''],
      ['Cơ quan', 'Di động'],
      ['02973800000', '0900000777'],
      { phone: '0900000777' },
    ],
  ])('two rows of heading: %s', (_, upper, lower, cells, means) => {
    const blank = upper.map(() => '');
    const isPhone = upper[0] === 'Điện thoại';
    const list = pasted([
      ['TT', 'Họ và tên', ...upper, ...(isPhone ? [] : ['Số ĐT'])],
      ['', '', ...lower, ...(isPhone ? [] : [''])],
      ['1', 'Trần Văn An', ...cells, ...(isPhone ? [] : ['0900000601'])],
      ['2', 'Trần Thị Bình', ...blank, ...(isPhone ? [] : ['0900000602'])],
    ]);
    expect(list.reading.headingRows).toEqual([1, 2]);
    expect(peopleOf(list)[0]).toMatchObject({ fullName: 'Trần Văn An', ...means });
  });

  test('stands at any row, below a title block, and may be repeated on each page', () => {
    const head = ['STT', 'Họ và tên', 'SĐT'];
    const list = pasted([
      ['UBND XÃ ĐỊNH AN', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['Số: 12/DS-UBND', '', 'Định An, ngày 5 tháng 3 năm 2026'],
      ['DANH SÁCH HÒA GIẢI VIÊN THAM DỰ LỚP TẬP HUẤN'],
      ['Đơn vị: Xã Định An', 'Điện thoại: 0297 3800 000'],
      ...Array.from({ length: 12 }, () => ['']),
      head,
      ['1', 'Trần Văn An', '0900000601'],
      head,
      ['2', 'Trần Thị Bình', '0900000602'],
    ]);
    expect(list.reading.headingRows).toEqual([17]);
    expect(peopleOf(list)).toHaveLength(2);
    expect(list.reading.leftOut.at(-1)).toMatchObject({ row: 19, why: 'heading' });
  });

  test.each([[['DANH SÁCH']], [['DANH SÁCH CỬ THAM DỰ', '', '']], [['', 'THÔNG TIN CÁ NHÂN', '']]])(
    'is not joined with a title above it: %j',
    (title) => {
      const list = pasted([title, ['STT', 'Họ và tên', 'SĐT'], ['1', 'Trần Văn An', '0900000601']]);
      expect(list.reading.headingRows).toEqual([2]);
      expect(list.reading.leftOut[0]).toMatchObject({ row: 1, why: 'title' });
    },
  );

  test('three rows of heading: the lowest says a part of a part', () => {
    const list = pasted([
      ['TT', 'Thông tin cá nhân', '', '', '', 'Liên hệ', ''],
      ['', 'Họ và tên', 'Năm sinh', '', 'Đơn vị', 'Số điện thoại', 'Email'],
      ['', '', 'Nam', 'Nữ', '', '', ''],
      ['1', 'Trần Thị Bình', '', '1975', 'Định An', '0900000602', 'binh@mau.example'],
    ]);
    expect(list.reading.headingRows).toEqual([1, 2, 3]);
    expect(peopleOf(list)).toEqual([
      {
        fullName: 'Trần Thị Bình',
        phone: '0900000602',
        email: 'binh@mau.example',
        gender: 'female',
        yearOfBirth: 1975,
        unit: 'Định An',
      },
    ]);
  });
});

describe('a list with a heading is never read by position', () => {
  test.each([
    [['Danh tính', 'Số điện thoại', 'Xã'], ['fullName']],
    [['Họ và tên', 'Máy riêng', 'Xã'], ['phone']],
    [
      ['Danh tính', 'Máy riêng', 'Nơi'],
      ['fullName', 'phone'],
    ],
  ])('%j: it says which column was not found', (head, missing) => {
    const { reading } = pasted([
      head,
      ['Trần Văn An', '0900000601', 'Định An'],
      ['Trần Thị Bình', '0900000602', ''],
    ]);
    expect(reading.missing).toEqual(missing);
    expect(reading.rows).toEqual([]);
    expect(reading.columns.map(({ heading }) => heading)).toEqual(head);
  });

  test('but as a person says that its columns are', () => {
    const rows = [
      ['Danh tính', 'Máy riêng', 'Nơi'],
      ['Trần Văn An', '0900000601', 'Định An'],
    ];
    const list = pasted(rows, { columns: ['fullName', 'phone', null] });
    expect(peopleOf(list)).toEqual([{ fullName: 'Trần Văn An', phone: '0900000601' }]);
  });

  test('one without any is, past its running numbers', () => {
    const list = pasted([
      ['1', 'Trần Văn An', '0900000601', 'Định An', 'Trưởng ấp'],
      ['2.', 'Trần Thị Bình', 'không có'],
    ]);
    expect(list.reading.headingRows).toEqual([]);
    expect(readAs(list)).toEqual([null, 'fullName', 'phone', 'unit', 'position']);
    expect(peopleOf(list)).toHaveLength(2);
  });
});

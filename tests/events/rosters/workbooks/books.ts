/** A cell as it is written into a workbook; a merged cell is followed by those that it covers. */
export type Written =
  | string
  | number
  | { text: string; across?: number; down?: number }
  | { covered: true }
  | { date: string }
  | { formula: string };

export type Row = Written[] | { cells: Written[]; hidden: 'hand' | 'filter' };

interface WrittenSheet {
  name: string;
  hidden?: boolean;
  hiddenColumns?: number[];
  rows: Row[];
}

const covered = { covered: true } as const;
const merged = (text: string, across: number): Written[] => [
  { text, across },
  ...Array<Written>(across - 1).fill(covered),
];
const HEAD = ['STT', 'Họ và tên', 'Số điện thoại', 'Đơn vị'];

/** The workbooks of the tests, each with a kind of list on each sheet. All names and numbers are invented. */
export const BOOKS: Record<string, WrittenSheet[]> = {
  kinds: [
    {
      name: 'merged name',
      rows: [
        ['STT', ...merged('Họ và tên', 2), 'Số điện thoại', 'Đơn vị'],
        [1, 'Trần Văn Mẫu', 'An', '0900000201', 'Định An'],
        [2, 'Trần Văn Mẫu', 'Bình', '0900000202', 'Định An'],
      ],
    },
    {
      name: 'office form',
      rows: [
        merged('DANH SÁCH HÒA GIẢI VIÊN THAM DỰ LỚP BỒI DƯỠNG', 8),
        merged('(Kèm theo Công văn số 00/CV-UBND)', 8),
        [],
        [
          { text: 'TT', down: 2 },
          { text: 'Họ và tên', down: 2 },
          ...merged('Năm sinh', 2),
          { text: 'Chức vụ', down: 2 },
          { text: 'Đơn vị\ncông tác', down: 2 },
          { text: 'Số ĐT', down: 2 },
          { text: 'Số CCCD', down: 2 },
        ],
        [covered, covered, 'Nam', 'Nữ', covered, covered, covered, covered],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
        [1, 'Trần Văn Mẫu An', 1968, '', 'Tổ trưởng', 'Xã Định An', '0900000601', '091068000123'],
        [2, 'Trần Thị Mẫu Bình', '', 1975, 'Hòa giải viên', 'Xã Thới Quản', '0900000602', '091075000124'],
      ],
    },
    {
      name: 'heading of three rows',
      rows: [
        [
          { text: 'TT', down: 3 },
          { text: 'Họ và tên', down: 3 },
          ...merged('Thông tin cá nhân', 3),
          { text: 'Số ĐT', down: 3 },
        ],
        [covered, covered, ...merged('Năm sinh', 2), { text: 'Đơn vị', down: 2 }, covered],
        [covered, covered, 'Nam', 'Nữ', covered, covered],
        [1, 'Trần Thị Mẫu Bình', '', '1975', 'Xã Định An', '0900000602'],
      ],
    },
    {
      name: 'day month year',
      rows: [
        [
          { text: 'STT', down: 2 },
          { text: 'Họ và tên', down: 2 },
          ...merged('Ngày sinh', 3),
          { text: 'Di động', down: 2 },
        ],
        [covered, covered, 'Ngày', 'Tháng', 'Năm', covered],
        [1, 'Trần Văn Mẫu An', 2, 5, 1968, '0900000603'],
      ],
    },
    {
      name: 'merged units',
      rows: [
        ['STT', 'Đơn vị', 'Họ và tên', 'Số điện thoại'],
        [1, { text: 'Xã Định An', down: 3 }, 'Trần Văn Mẫu An', '0900000741'],
        [2, covered, 'Trần Thị Mẫu Bình', '0900000742'],
        [3, covered, 'Lê Văn Mẫu Cần', '0900000743'],
        [4, { text: 'Xã Thới Quản', down: 2 }, 'Thị Mẫu Giang', '0900000744'],
        [5, covered, 'Phạm Mẫu Hai', '0900000745'],
      ],
    },
    {
      name: 'groups',
      rows: [
        ['STT', 'Họ và tên', 'Số điện thoại', 'Chức vụ'],
        ['I', ...merged('XÃ ĐỊNH AN (2 người)', 3)],
        [1, 'Trần Văn Mẫu An', '0900000741', 'Hòa giải viên'],
        [2, 'Trần Thị Mẫu Bình', '0900000742', 'Hòa giải viên'],
        merged('II. XÃ THỚI QUẢN', 4),
        [1, 'Thị Mẫu Giang', '0900000746', 'Hòa giải viên'],
        ['', 'Tổng cộng: 3 người'],
        ['', '', 'Gò Quao, ngày 05 tháng 3 năm 2026'],
        ['', 'NGƯỜI LẬP BIỂU', 'KT. CHỦ TỊCH'],
        ['', '', 'PHÓ CHỦ TỊCH'],
        ['', 'Trần Mẫu Văn', 'Lê Mẫu Chủ'],
      ],
    },
    {
      name: 'ditto',
      rows: [
        [...HEAD, 'Chức vụ'],
        [1, 'Trần Văn Mẫu An', '0900000741', 'Xã Định An', 'Hòa giải viên'],
        [2, 'Trần Thị Mẫu Bình', '0900000742', '"', '"'],
        [3, 'Lê Văn Mẫu Cần', '0900000743', '-nt-', "''"],
        [4, 'Lê Thị Mẫu Dung', '0900000744', 'như trên', 'Trưởng ấp'],
        [5, 'Danh Mẫu Em', '0900000745', '″', '//'],
      ],
    },
    {
      name: 'hidden rows',
      rows: [
        HEAD,
        [1, 'Trần Mẫu Ai', '0900000750', 'Xã Định An'],
        { cells: [2, 'Trần Mẫu Bi', '0900000751', 'Xã Thới Quản'], hidden: 'filter' },
        { cells: [3, 'Trần Mẫu Ci', '0900000752', 'Xã Đông Hòa'], hidden: 'hand' },
        [4, 'Trần Mẫu Di', '0900000753', 'Xã Định An'],
      ],
    },
    {
      name: 'hidden column',
      hiddenColumns: [2],
      rows: [
        ['STT', 'Họ và tên', 'Số điện thoại', 'Số điện thoại', 'Đơn vị'],
        [1, 'Trần Mẫu Ki', '0900000770', '0900000780', 'Xã Định An'],
      ],
    },
    {
      name: 'numbers',
      rows: [
        [...HEAD, 'Ngày sinh', 'Email'],
        [
          1,
          'Trần Mẫu Một',
          900000841,
          'Xã Định An',
          { date: '1968-05-02' },
          { formula: '=LOWER("A@MAU.EXAMPLE")' },
        ],
        [2, 'Trần Mẫu Hai', 2973800000, 'Xã Định An', 1970, ''],
        [3, 'Trần Mẫu Ba', 84900000842, 'Xã Định An', { formula: '=1900+71' }, ''],
        [4, 'Trần Mẫu Bốn', 1680000000, 'Xã Định An', '', { formula: '=1/0' }],
        [5, 'Trần Mẫu Năm', '0900000845 - 0900000846', 'Xã Định An', '1973', 'không'],
      ],
    },
    {
      name: 'VNI',
      rows: [
        ['STT', 'Hoï vaø teân', 'Soá ñieän thoaïi', 'Ñôn vò'],
        [1, 'Traàn Thò Maãu Hoa', '0900000801', 'Xaõ Ñònh An'],
        [2, 'NGUYEÃN VAÊN MAÃU', '0900000802', 'Xaõ Ñònh An'],
      ],
    },
    {
      name: 'TCVN3',
      rows: [
        HEAD,
        [1, 'TrÇn ThÞ MÉu Hoa', '0900000803', 'Xã Định An'],
        [2, 'NguyÔn V¨n Tr\u00adêng', '0900000804', 'Xã Định An'],
      ],
    },
  ],
  'guide-first': [
    { name: 'Hướng dẫn', rows: [['HƯỚNG DẪN ĐIỀN DANH SÁCH'], ['Điền đủ họ và tên, số điện thoại']] },
    { name: 'Danh sách', rows: [HEAD, [1, 'Trần Mẫu Ai', '0900000750', 'Xã Định An']] },
    { name: 'Năm trước', hidden: true, rows: [HEAD, [1, 'Trần Mẫu Cũ', '0900000759', 'Xã Định An']] },
  ],
  'two-lists': [
    { name: 'Định An', rows: [HEAD, [1, 'Trần Mẫu Ai', '0900000750', 'Xã Định An']] },
    { name: 'Thới Quản', rows: [HEAD, [1, 'Trần Mẫu Bi', '0900000751', 'Xã Thới Quản']] },
  ],
};

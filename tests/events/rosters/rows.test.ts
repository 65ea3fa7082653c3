import { describe, expect, test } from 'vitest';
import { leftOut, notesOf, pasted, peopleOf } from './read';

const HEAD = ['STT', 'Họ và tên', 'SĐT', 'Đơn vị'];
const person = (n: number, unit = '', name = `Trần Mẫu ${'ABCDEFGHIK'[n]}i`) => [
  String(n + 1),
  name,
  `090000074${n}`,
  unit,
];
const units = (rows: readonly (readonly string[])[]) =>
  peopleOf(pasted([HEAD, ...rows])).map((one) => ('unit' in one ? one.unit : undefined));

describe('a unit that is written once', () => {
  test('goes down its block, and each row says so', () => {
    const rows = [person(0, 'Định An'), person(1), person(2), person(3, 'Thới Quản'), person(4)];
    expect(units(rows)).toEqual(['Định An', 'Định An', 'Định An', 'Thới Quản', 'Thới Quản']);
    expect(notesOf(pasted([HEAD, ...rows]))).toEqual([
      [],
      ['unit-from-above'],
      ['unit-from-above'],
      [],
      ['unit-from-above'],
    ]);
  });

  test('is not guessed where the other rows write theirs', () => {
    expect(
      units([person(0, 'Định An'), person(1, 'Định An'), person(2), person(3, 'Thới Quản')])[2],
    ).toBeUndefined();
    expect(
      units([person(0, 'A'), person(1, 'B'), person(2, 'C'), person(3), person(4, 'D')])[3],
    ).toBeUndefined();
  });

  test.each([
    '"',
    '″',
    '”',
    '〃',
    "''",
    'nt',
    'NT',
    '-nt-',
    'n.t',
    '//',
    'như trên',
    'Như trên.',
    '- " -',
    '… nt …',
    '(nt)',
    '“ ”',
    '" "',
    '-"-',
    '"nt"',
    ',,',
    '||',
    '↑',
    'Tương tự',
    'Như trên (nt)',
    'cùng đơn vị',
  ])('is repeated by %j', (mark) => {
    expect(units([person(0, 'Định An'), person(1, mark), person(2, mark)])).toEqual(Array(3).fill('Định An'));
  });

  test.each([
    ['I', 'XÃ ĐỊNH AN'],
    ['', 'Xã Định An'],
    ['', 'I. XÃ ĐỊNH AN'],
    ['A', 'Xã Định An (2 người)'],
    ['II', 'UBND xã Định An: 05 đ/c'],
    ['', 'Đơn vị: Xã Định An'],
    ['', '* Phường Định An'],
    ['1.', 'Thị trấn Định An'],
    ['Xã Định An', ''],
    ['', 'Định An'],
    ['', 'CỤM 1: XÃ ĐỊNH AN'],
    ['', 'Khối 2: xã Định An (2 người)'],
  ])('in a row of its own: %j', (number, name) => {
    const rows = [[number, name], person(0), person(1)];
    const list = pasted([HEAD, ...rows], { isPlace: (text) => text === 'Định An' });
    expect(leftOut(list)).toEqual([
      [1, 'heading'],
      [2, 'group'],
    ]);
    for (const one of peopleOf(list)) expect(one).toMatchObject({ unit: expect.stringMatching(/định an$/i) });
  });

  test.each([
    ['I', 'XÃ ĐỊNH AN', '', '2 người'],
    ['', 'Xã Định An', '', '02'],
    ['', 'XÃ ĐỊNH AN', '2', ''],
  ])('in a row with the number of its people: %j', (...cells) => {
    const list = pasted([HEAD, cells, person(0), person(1)]);
    expect(peopleOf(list)).toMatchObject(Array(2).fill({ unit: expect.stringMatching(/^xã định an$/i) }));
  });

  test('in a row like the one of the group above, be it misspelt: nobody below it is in the unit above', () => {
    const list = pasted([HEAD, ['', 'Định An'], person(0), ['', 'Thới Quàn'], person(1)], {
      isPlace: (text) => text === 'Định An',
    });
    expect(peopleOf(list)).toMatchObject([{ unit: 'Định An' }, { unit: 'Thới Quàn' }]);
  });

  test.each([
    ['1', 'Ấp 5', undefined],
    ['', 'Khu vực 3', undefined],
    ['', 'Tổ 2', 'Tổ 2'],
    ['2', 'Tổ số 12', 'Tổ số 12'],
  ])('and hamlets and teams by their number: %j %j', (number, name, teamName) => {
    const list = pasted([HEAD, ['I', 'Xã Định An'], [number, name], person(0)]);
    expect(leftOut(list).at(-1)).toEqual([3, 'group']);
    const [one] = peopleOf(list) as [{ unit?: string; teamName?: string }];
    expect([one.unit, one.teamName]).toEqual(['Xã Định An', teamName]);
  });

  test('below its district, with teams below it', () => {
    const list = pasted([
      HEAD,
      ['', 'HUYỆN GÒ QUAO'],
      ['', 'Xã Định An'],
      ['', 'Tổ hòa giải ấp 5'],
      person(0),
      ['', 'Xã Thới Quản'],
      person(1),
    ]);
    expect(peopleOf(list)).toMatchObject([
      { district: 'HUYỆN GÒ QUAO', unit: 'Xã Định An', teamName: 'Tổ hòa giải ấp 5' },
      { district: 'HUYỆN GÒ QUAO', unit: 'Xã Thới Quản' },
    ]);
    expect(peopleOf(list)[1]).not.toHaveProperty('teamName');
  });
});

describe('rows that are no people', () => {
  test.each([
    'Tổng cộng: 8 người',
    'Tổng số: 8',
    'Cộng: 8',
    'TONG CONG: 8',
    'Danh sách này có 8 người./.',
    'Tổng cộng',
    'CỘNG XÃ ĐỊNH AN',
    'Cộng xã Định An: 01',
  ])('total: %j', (text) => {
    const list = pasted([HEAD, person(0, 'Định An'), ['', text]]);
    expect(leftOut(list).at(-1)).toEqual([3, 'total']);
    expect(peopleOf(list)).toHaveLength(1);
  });

  test.each([
    [
      ['', 'NGƯỜI LẬP BIỂU', 'CHỦ TỊCH'],
      ['', 'Trần Mẫu Văn', 'Lê Mẫu Chủ'],
    ],
    [
      ['', '', 'Gò Quao, ngày 05 tháng 3 năm 2026'],
      ['', '', 'TM. UBND XÃ'],
      ['', '', 'Lê Mẫu Chủ'],
    ],
    [
      ['', 'Người lập', 'Thủ trưởng đơn vị'],
      ['', '(Ký, ghi rõ họ tên)', '(Ký tên, đóng dấu)'],
      ['', 'Trần Mẫu Văn', ''],
    ],
    [['Nơi nhận:'], ['- Như trên;'], ['- Lưu: VT.']],
    [
      ['', 'XÁC NHẬN CỦA UBND XÃ'],
      ['', 'KT. CHỦ TỊCH'],
      ['', 'PHÓ CHỦ TỊCH'],
      ['', 'Lê Mẫu Phó'],
    ],
    [
      ['', 'TRƯỞNG ẤP', 'BÍ THƯ CHI BỘ'],
      ['', 'Lê Mẫu Lập', 'Trần Mẫu Chủ'],
    ],
    [
      ['', '', 'Ngày 05/3/2026'],
      ['', '', 'Người lập bảng'],
      ['', '', 'Lê Mẫu Lập'],
    ],
    [['', 'ĐẠI DIỆN TỔ HÒA GIẢI', 'TỔ TRƯỞNG'], ['', '', 'Lê Mẫu Lập'], ['(đã ký)']],
  ])('signatures: %j', (...block) => {
    const list = pasted([HEAD, person(0, 'Định An'), ...block]);
    expect(leftOut(list).slice(1)).toEqual(block.map((_, i) => [i + 3, 'signature']));
    expect(peopleOf(list)).toHaveLength(1);
  });

  test.each([
    [['Ghi chú: người có dấu * chưa dự lớp nào']],
    [['', 'Mọi chi tiết xin liên hệ đ/c Mẫu Lập']],
    [['', 'Bằng chữ: Hai người']],
    [['', 'Trong đó: nữ 0']],
    [['', 'Nữ: 01']],
    [['', 'Trang 2']],
    [['DANH SÁCH DỰ BỊ']],
    [['', '(Tổ trưởng)']],
    [['2', '(khuyết)']],
    [['', 'Người lập danh sách: Trần Mẫu Lập', '0900000698']],
    [['', 'Liên hệ: Trần Mẫu Lập', 'ĐT 0900000698']],
  ])('a remark below the list: %j', (cells) => {
    const list = pasted([HEAD, person(0, 'Định An'), cells]);
    expect(leftOut(list).at(-1)).toEqual([3, 'remark']);
    expect(peopleOf(list)).toHaveLength(1);
  });

  test.each(['VD', 'Ví dụ:', 'Mẫu'])('the row that shows how to fill in the list: %s', (number) => {
    const list = pasted([HEAD, person(0), [number, 'Nguyễn Văn A', '0900000698', 'Định An']]);
    expect(leftOut(list).at(-1)).toEqual([3, 'sample']);
    expect(peopleOf(list)).toHaveLength(1);
  });

  test('rows that were numbered, or got a unit, in advance', () => {
    const list = pasted([
      HEAD,
      person(0, 'Định An'),
      ['2'],
      ['3', '', '', 'Định An'],
      ['', '', '', 'Định An'],
    ]);
    expect(leftOut(list).slice(1)).toEqual([3, 4, 5].map((row) => [row, 'empty']));
  });

  test('numbers of columns, with sums', () => {
    const list = pasted([HEAD, ['1', '2', '3', '4=2+3'], person(0)]);
    expect(leftOut(list).at(-1)).toEqual([2, 'column-numbers']);
  });
});

describe('people who look like something else', () => {
  test.each([
    ['Tống Công Minh'],
    ['Tổng Văn Cộng'],
    ['Phương Thị Ba'],
    ['Xa Thị Mai'],
    ['Sơ Thị Hội'],
    ['Hội Văn An'],
    ['Tô Hòa Giải'],
    ['Chủ Tịch Mẫu'],
    ['Ấp Thị Lan'],
  ])('%s stays a person, with or without a phone', (name) => {
    const list = pasted([HEAD, person(0, 'Định An', name), ['2', name, 'không có', 'Định An'], ['3', name]]);
    expect(list.reading.rows.map(({ row, cells }) => [row, cells.fullName])).toEqual([
      [2, name],
      [3, name],
      [4, name],
    ]);
  });

  test('a president among them is no signature', () => {
    const list = pasted([
      [...HEAD, 'Chức vụ'],
      ['1', 'Lê Văn Mẫu', '', 'Định An', 'Chủ tịch'],
      ['', 'Lê Thị Mẫu', '', 'Định An', 'Phó Chủ tịch'],
    ]);
    expect(list.reading.rows).toHaveLength(2);
  });

  test('and nothing is dropped without a word: each row is a person or left out', () => {
    const rows = [
      ['DANH SÁCH'],
      HEAD,
      ['(1)', '(2)', '(3)', '(4)'],
      ['I', 'XÃ ĐỊNH AN'],
      person(0),
      ['', 'Tổng cộng: 1'],
      ['', '', 'ngày 5 tháng 3 năm 2026'],
    ];
    const { reading } = pasted(rows);
    expect([...reading.rows, ...reading.leftOut].map(({ row }) => row).sort()).toEqual(
      rows.map((_, i) => i + 1),
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { Units } from '../../../functions/directory/units/list';
import { type Around, findUnits } from '../../../functions/directory/units/naming/find-units';
import { nearUnits } from '../../../functions/directory/units/naming/near-units';
import type { Unit, UnitKind } from '../../../functions/directory/units/unit';
import { treeOn } from '../../../functions/directory/units/validity';

const REFORM = '2025-07-01';
const unit = (
  id: string,
  name: string,
  kind: UnitKind,
  parentId?: string,
  more: Partial<Unit> = {},
): Unit => ({
  pk: 'unit',
  sk: id,
  id,
  name,
  kind,
  ...(parentId && { parentId }),
  validFrom: '2004-01-01',
  ...more,
});
const all: Unit[] = [
  unit('kg', 'Kiên Giang', 'province'),
  unit('goquao', 'Gò Quao', 'district', 'kg'),
  unit('anminh', 'An Minh', 'district', 'kg'),
  unit('anbien', 'An Biên', 'district', 'kg'),
  unit('chauthanh', 'Châu Thành', 'district', 'kg'),
  unit('kienhai', 'Kiên Hải', 'district', 'kg'),
  unit('hondat', 'Hòn Đất', 'district', 'kg'),
  unit('rachgia', 'Rạch Giá', 'city', 'kg'),
  unit('hatien', 'Hà Tiên', 'city', 'kg'),
  unit('tinhbien', 'Tịnh Biên', 'town', 'kg'),
  unit('dinhan', 'Định An', 'commune', 'goquao'),
  unit('thoiquan', 'Thới Quản', 'commune', 'goquao'),
  unit('ttgoquao', 'Gò Quao', 'township', 'goquao'),
  unit('anminhbac', 'An Minh Bắc', 'commune', 'anminh'),
  unit('donghoa', 'Đông Hòa', 'commune', 'anminh'),
  unit('donghungA', 'Đông Hưng A', 'commune', 'anminh'),
  unit('donghungB', 'Đông Hưng B', 'commune', 'anminh'),
  unit('thanhloc', 'Thạnh Lộc', 'commune', 'chauthanh'),
  unit('thanhloc2', 'Thành Lộc', 'commune', 'anbien'),
  unit('minhluong', 'Minh Lương', 'township', 'chauthanh'),
  unit('socson', 'Sóc Sơn', 'township', 'hondat'),
  unit('tochau', 'Tô Châu', 'ward', 'hatien'),
  unit('vinhthanh', 'Vĩnh Thanh', 'ward', 'rachgia'),
  unit('p3', '3', 'ward', 'rachgia'),
  unit('binhan1', 'Bình An', 'commune', 'chauthanh'),
  unit('binhan2', 'Bình An', 'commune', 'hondat'),
];
const on = (day: string, units: readonly Unit[] = all): Units => ({
  day,
  all: units,
  inForce: treeOn(units, day),
});
const before = on('2021-06-01');
const ids = (units: readonly Unit[]) => units.map(({ id }) => id).sort();
const now = (text: string, around?: Around, units = before) => ids(findUnits(units, text, around).now);
const near = (text: string, within?: string, units = before) =>
  nearUnits(units, findUnits(units, text), within).map(({ id }) => id);

describe('a unit as people write it', () => {
  test.each([
    ['Định An', 'dinhan'],
    ['xã Định An', 'dinhan'],
    ['XÃ ĐỊNH AN', 'dinhan'],
    ['Xa Dinh An', 'dinhan'],
    ['X. Định An', 'dinhan'],
    ['X.Định An', 'dinhan'],
    ['X Định An', 'dinhan'],
    ['x. định an', 'dinhan'],
    ['Xã Định An, Huyện Gò Quao', 'dinhan'],
    ['Định An, Gò Quao', 'dinhan'],
    ['Gò Quao, Định An', 'dinhan'],
    ['Huyện Gò Quao, xã Định An', 'dinhan'],
    ['Xã Định An, H. Gò Quao', 'dinhan'],
    ['Định An - Gò Quao', 'dinhan'],
    ['Định An-Gò Quao', 'dinhan'],
    ['Định An/Gò Quao', 'dinhan'],
    ['Định An (Gò Quao)', 'dinhan'],
    ['Xã Định An (huyện Gò Quao, tỉnh Kiên Giang)', 'dinhan'],
    ['[Xã Định An] huyện Gò Quao', 'dinhan'],
    ['xã Định An huyện Gò Quao', 'dinhan'],
    ['xã Định An thuộc huyện Gò Quao', 'dinhan'],
    ['xa dinh an huyen go quao tinh kien giang', 'dinhan'],
    ['Xã Định An, huyện Gò Quao, T. Kiên Giang.', 'dinhan'],
    ['Xã: Định An; Huyện: Gò Quao', 'dinhan'],
    ['xã An Minh Bắc - huyện An Minh', 'anminhbac'],
    ['xã Đông Hoà, huyện An Minh', 'donghoa'],
    ['UBND xã Định An', 'dinhan'],
    ['UBND. xã Định An', 'dinhan'],
    ['Ủy ban nhân dân xã Định An', 'dinhan'],
    ['Uỷ ban nhân dân xã Định An, huyện Gò Quao', 'dinhan'],
    ['Uy ban nhan dan xa Dinh An', 'dinhan'],
    ['HĐND-UBND xã Định An', 'dinhan'],
    ['Văn phòng HĐND và UBND huyện Gò Quao', 'goquao'],
    ['Phòng Tư pháp huyện Gò Quao', 'goquao'],
    ['Phòng Tư pháp - H. Gò Quao', 'goquao'],
    ['Phòng tư pháp TP Rạch Giá', 'rachgia'],
    ['Ban Tư pháp xã Định An', 'dinhan'],
    ['Ban Tư pháp, xã Định An', 'dinhan'],
    ['Công chức Tư pháp - Hộ tịch xã Định An', 'dinhan'],
    ['Tư pháp xã Định An', 'dinhan'],
    ['Ấp 5, xã Định An', 'dinhan'],
    ['Ấp 5 xã Định An huyện Gò Quao', 'dinhan'],
    ['Tổ hòa giải ấp Hòa Mỹ, xã Định An', 'dinhan'],
    ['Tổ hòa giải số 3 ấp An Minh, xã Định An', 'dinhan'],
    ['Khu phố 2, TT. Minh Lương', 'minhluong'],
    ['KP 2 - P. Vĩnh Thanh - TP. Rạch Giá', 'vinhthanh'],
    ['12/5 Nguyễn Trung Trực, phường Vĩnh Thanh, TP.Rạch Giá', 'vinhthanh'],
    ['Số 12 đường 30/4, P.Vĩnh Thanh', 'vinhthanh'],
    ['TT Minh Lương', 'minhluong'],
    ['TT.Minh Lương, H.Châu Thành', 'minhluong'],
    ['Thị trấn Sóc Sơn', 'socson'],
    ['Sóc Sơn', 'socson'],
    ['Tô Châu, Hà Tiên', 'tochau'],
    ['to chau', 'tochau'],
    ['T.P Rạch Giá', 'rachgia'],
    ['TP. Rạch Giá', 'rachgia'],
    ['thành phố Rạch Giá', 'rachgia'],
    ['TX. Tịnh Biên', 'tinhbien'],
    ['thị xã Tịnh Biên', 'tinhbien'],
    ['H. Gò Quao', 'goquao'],
    ['H Gò Quao', 'goquao'],
    ['Huyện đảo Kiên Hải', 'kienhai'],
    ['Thị trấn Gò Quao', 'ttgoquao'],
    ['TT. Gò Quao, H. Gò Quao', 'ttgoquao'],
    ['Gò Quao, Gò Quao', 'ttgoquao'],
    ['P. 3, Rạch Giá', 'p3'],
    ['P3, TP Rạch Giá', 'p3'],
    ['Phường 3', 'p3'],
    ['Thới Quản', 'thoiquan'],
    ['xã Thới Quản huyện Gò Quao', 'thoiquan'],
    ['Thạnh Lộc', 'thanhloc'],
    ['Thành Lộc', 'thanhloc2'],
    ['Thanh Loc, Chau Thanh', 'thanhloc'],
    ['Bình An, huyện Hòn Đất', 'binhan2'],
    ['Đông Hưng B', 'donghungB'],
    ['"Xã Định An"', 'dinhan'],
    ['Tỉnh Kiên Giang', 'kg'],
  ])('%s', (text, id) => {
    expect(now(text)).toEqual([id]);
    // Decomposed text, and blanks of every kind, are the same.
    expect(now(`  ${text.normalize('NFD').replaceAll(' ', '\u00a0 ')}`)).toEqual([id]);
  });

  test.each([
    ['Gò Quao', ['goquao', 'ttgoquao']],
    ['Thanh Loc', ['thanhloc', 'thanhloc2']],
    ['Bình An', ['binhan1', 'binhan2']],
    ['UBND Gò Quao', ['goquao', 'ttgoquao']],
  ])('%s may be several units', (text, several) => {
    expect(now(text)).toEqual(several);
  });

  test('a column for districts, or the quota of a unit, says which one is meant', () => {
    expect(now('Gò Quao', { level: 'district' })).toEqual(['goquao']);
    expect(now('Bình An', { within: 'hondat' })).toEqual(['binhan2']);
    // But it never makes another unit of what is written.
    expect(now('Định An', { within: 'hondat' })).toEqual(['dinhan']);
    expect(now('Định An', { level: 'district' })).toEqual(['dinhan']);
  });

  test.each([
    // Another kind, another place, a slip, other accents: each may be a mistake of either.
    ['Thị trấn Định An', ['dinhan']],
    ['Huyện Rạch Giá', ['rachgia']],
    ['Xã Định An, huyện An Minh', ['dinhan', 'anminh']],
    ['Đinh An', ['dinhan']],
    ['Xã Dịnh Ann', ['dinhan']],
    ['Xã Định Na', ['dinhan']],
    ['Đông Hưng', ['donghungA', 'donghungB']],
    ['Đông Hưng C', ['donghungA', 'donghungB']],
    ['Thạnh Lộv', ['thanhloc', 'thanhloc2']],
    ['Hòa Mỹ, xã Định An', ['dinhan']],
    ['xã Định An, huyện Gò Quau', ['dinhan']],
    ['Xã Định An, tỉnh An Giang', ['dinhan']],
  ])('%s is no unit: a person is asked for', (text, asked) => {
    expect(now(text)).toEqual([]);
    expect(near(text)).toEqual(asked);
  });

  test.each(['Cà Mau', 'Xã Trần Văn Thời', 'Phường 4', 'Ấp 5', 'Trưởng ấp', 'không rõ', '12', '...', ''])(
    '%s is nothing near',
    (text) => {
      expect(now(text)).toEqual([]);
      expect(near(text)).toEqual([]);
    },
  );

  test.each([
    ['Hội Luật gia huyện Gò Quao', ['goquao']],
    ['Hội LHPN, xã Định An', ['dinhan']],
    ['Công an xã Định An', ['dinhan']],
    ['MTTQ xã Định An, huyện Gò Quao', ['dinhan']],
    ['Đoàn Luật sư tỉnh Kiên Giang', ['kg']],
    ['Trung tâm Tư vấn pháp luật', []],
    ['Ủy ban MTTQ Việt Nam xã Định An', ['dinhan']],
  ])('%s is an organisation in a place', (text, place) => {
    const found = findUnits(before, text);
    expect([found.organisation, ids(found.now)]).toEqual([true, place]);
  });
});

describe('a unit of before', () => {
  const ended = (...successorIds: string[]) => ({ validTo: REFORM, successorIds });
  const since = { validFrom: REFORM };
  const reformed: Unit[] = [
    unit('kg', 'Kiên Giang', 'province', undefined, ended('ag')),
    unit('ag', 'An Giang', 'province'),
    unit('goquao', 'Gò Quao', 'district', 'kg', ended('xagoquao', 'dinhhoa')),
    unit('dinhan', 'Định An', 'commune', 'goquao', ended('xagoquao')),
    unit('ttgoquao', 'Gò Quao', 'township', 'goquao', ended('xagoquao')),
    unit('thoiquan', 'Thới Quản', 'commune', 'goquao', ended('xagoquao', 'dinhhoa')),
    unit('dinhhoa1', 'Định Hòa', 'commune', 'goquao', ended('dinhhoa')),
    unit('thuylieu1', 'Thủy Liễu', 'commune', 'goquao', ended('xagoquao')),
    unit('kienluong', 'Kiên Lương', 'district', 'kg', ended('honnghe')),
    unit('honnghe', 'Hòn Nghệ', 'commune', 'kienluong'),
    unit('phuquoc1', 'Phú Quốc', 'city', 'kg', ended('phuquoc')),
    unit('phuquoc', 'Phú Quốc', 'special-zone', 'ag', since),
    unit('xagoquao', 'Gò Quao', 'commune', 'ag', since),
    unit('dinhhoa', 'Định Hòa', 'commune', 'ag', since),
    unit('thuylieu', 'Thủy Liễu', 'commune', 'ag', since),
    unit('lost', 'Mất Hẳn', 'commune', 'goquao', { validTo: REFORM }),
    unit('slip', 'Nhập Nhầm', 'commune', 'ag', { validFrom: REFORM, validTo: REFORM }),
    unit('soon', 'Sắp Có', 'commune', 'ag', { validFrom: '2027-01-01' }),
  ];
  const after = on('2026-11-16', reformed);
  const today = (text: string) => now(text, undefined, after);

  test.each([
    // Merged as a whole: its successor is meant.
    ['Xã Định An, Huyện Gò Quao', ['xagoquao']],
    ['UBND xã Định An', ['xagoquao']],
    ['Định An (cũ)', ['xagoquao']],
    ['Định An, Gò Quao, Kiên Giang', ['xagoquao']],
    ['Xã Định An nay là xã Gò Quao', ['xagoquao']],
    ['Xã Gò Quao (trước đây là xã Định An)', ['xagoquao']],
    ['TT. Gò Quao', ['xagoquao']],
    ['Xã Gò Quao', ['xagoquao']],
    // The new unit of this name took over from the old one.
    ['Xã Định Hòa', ['dinhhoa']],
    ['Xã Định Hòa, huyện Gò Quao', ['dinhhoa']],
    ['Xã Định Hòa, tỉnh An Giang', ['dinhhoa']],
    // What goes on may be written with the district of before.
    ['Hòn Nghệ, huyện Kiên Lương', ['honnghe']],
    ['Hòn Nghệ, An Giang', ['honnghe']],
    ['Đặc khu Phú Quốc', ['phuquoc']],
    ['ĐK Phú Quốc', ['phuquoc']],
    ['TP. Phú Quốc', ['phuquoc']],
    ['Phú Quốc', ['phuquoc']],
    // Divided: which part is not known.
    ['Xã Thới Quản', ['dinhhoa', 'xagoquao']],
    ['Huyện Gò Quao', ['dinhhoa', 'xagoquao']],
    // The name has another meaning today.
    ['Thủy Liễu', ['thuylieu', 'xagoquao']],
    ['Thủy Liễu (mới)', ['thuylieu']],
    ['Thủy Liễu (cũ)', ['xagoquao']],
    // A new commune is not taken for the old district of its name.
    ['Gò Quao', ['dinhhoa', 'xagoquao']],
    ['Nhập Nhầm', []],
    ['Sắp Có', []],
  ])('%s', (text, units) => {
    expect(today(text)).toEqual(units);
  });

  test('that ended without a successor is known, but is nothing today', () => {
    const { named, now: present } = findUnits(after, 'Xã Mất Hẳn');
    expect([ids(named), present]).toEqual([['lost'], []]);
  });

  test('suggestions are units of today', () => {
    expect(near('Định Na', undefined, after)).toEqual(['xagoquao']);
    expect(near('Thị trấn Định An', undefined, after)).toEqual(['xagoquao']);
    expect(near('Đặc khu Kiên Hải', undefined, after)).toEqual([]);
  });
});

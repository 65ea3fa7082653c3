import { beforeAll, describe, expect, it } from 'vitest';
import { addUnit } from '../../../functions/directory/units/add';
import { toXlsx } from '../../../functions/events/attendance/export';
import type { Nomination } from '../../../functions/events/nominations/nomination';
import { readPasted } from '../../../functions/events/nominations/pasting/read-pasted';
import { nominationLink } from '../../../functions/events/nominations/read';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { giveQuota, namedBy } from './scene';

const world = useWorld();
let officer: Visitor;
let nomination: Nomination;
let path: string;
beforeAll(async () => {
  await addPlaces(world);
  officer = visitor(world);
  const event = await addEvent(world, 10, { admission: 'nomination' });
  ({ nomination } = await giveQuota(world, event.id, { quota: 20 }));
  path = new URL(nominationLink(world, nomination)).pathname;
});

const fresh = async (quota: number) => {
  const event = await addEvent(world, 10, { admission: 'nomination' });
  const given = await giveQuota(world, event.id, { quota });
  return new URL(given.link).pathname;
};
const peopleOf = (link: string) => namedBy(world, link.split('/').at(-1)!);
const read = async (text: string) => (await readPasted(world, nomination, text, { basis: 'paper' })).people;

describe('a pasted list', () => {
  it('is read by its head, whatever the order of the columns and the title above', async () => {
    const rows = await read(
      [
        'DANH SÁCH CỬ THAM DỰ',
        'STT\tĐiện thoại\tHọ và tên\tChức vụ\tXã\tGiới tính\tNgày sinh',
        '1\t0912 345 678\tDanh Sóc\tTrưởng ấp\tĐịnh An\tNam\t01/02/1968',
      ].join('\r\n'),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      row: 3,
      errors: [],
      person: {
        fullName: 'Danh Sóc',
        phone: '0912345678',
        position: 'Trưởng ấp',
        unitId: 'unt_dinhan',
        gender: 'male',
        yearOfBirth: 1968,
        basis: 'paper',
      },
    });
  });

  it('without a head goes by the usual order, past a running number', async () => {
    const rows = await read(
      '1\tDanh Sóc\t0912345678\tXã Định An\tTrưởng ấp\n2.\tThị Nga\t0912345679\tĐịnh An\tTổ trưởng',
    );
    expect(rows.map((r) => r.person)).toMatchObject([
      { fullName: 'Danh Sóc', unitId: 'unt_dinhan', position: 'Trưởng ấp' },
      { fullName: 'Thị Nga', phone: '0912345679', position: 'Tổ trưởng' },
    ]);
  });

  it('gets back the zero that Excel dropped from a phone number', async () => {
    const [row] = await read('Danh Sóc\t912345678');
    expect(row!.person?.phone).toBe('0912345678');
  });

  it('takes a cell with a line break in quotes as one cell', async () => {
    const [row] = await read(
      '"Họ và\ntên"\t"Số điện\nthoại"\tChức vụ\nDanh Sóc\t0912345678\t"Trưởng ấp\n""Hòa Bình"""',
    );
    expect(row!.person).toMatchObject({ fullName: 'Danh Sóc', position: 'Trưởng ấp "Hòa Bình"' });
  });

  it('is refused where a unit lies elsewhere or is none; without one the row has the link’s own', async () => {
    const rows = await read(
      [
        'Danh Sóc\t0912345678\tĐông Hòa',
        'Thị Nga\t0912345679\tXã Đông Hòa, Huyện An Minh',
        'Lê Ba\t0912345670\tXã Không Có',
        'Lê Tư\t0912345671\tXã Định An, Huyện Gò Quao',
        'Lê Năm\t0912345672',
      ].join('\n'),
    );
    expect(rows.map((r) => r.errors.map((e) => [e.path, e.code].join()).join() || r.person?.unitId)).toEqual([
      'unitId,unit-outside',
      'unitId,unit-outside',
      'unitId,unit-unknown',
      'unt_dinhan',
      undefined,
    ]);
    const page = await officer.post(`${path}/dan-tu-excel`, {
      list: 'Danh Sóc\t0912345678\tĐông Hòa',
      basis: 'paper',
      buoc: 'xem',
    });
    expect(page.text).toContain('Đơn vị này không thuộc nơi được giao chỉ tiêu');
  });

  it('means the commune below its own unit where another district has one of that name', async () => {
    const twin = { name: 'Hòa Bình', kind: 'commune' } as const;
    await addUnit(
      world,
      { ...twin, parentId: 'unt_anminh' },
      { id: 'unt_hoabinhx', validFrom: '2021-01-01' },
    );
    await addUnit(
      world,
      { ...twin, parentId: 'unt_goquao' },
      { id: 'unt_hoabinhg', validFrom: '2021-01-01' },
    );
    const [row] = await read('Danh Sóc\t0912345678\tXã Hòa Bình');
    expect(row!.person?.unitId).toBe('unt_hoabinhg');
  });

  it('names the units of one name where its own area has several, as they can be told apart', async () => {
    const event = await addEvent(world, 10, { admission: 'nomination' });
    const { nomination: ofProvince } = await giveQuota(world, event.id, { unitId: 'unt_kg' });
    const there = async (text: string) =>
      (await readPasted(world, ofProvince, text, { basis: 'paper' })).people;
    const [row] = await there('Danh Sóc\t0912345678\tHòa Bình');
    const lines = ['Xã Hòa Bình, huyện An Minh', 'Xã Hòa Bình, huyện Gò Quao'];
    const { detail } = row!.errors[0]!;
    expect(row!.errors).toMatchObject([{ path: 'unitId', code: 'unit-ambiguous' }]);
    expect(String(detail!.units).split('; ').sort()).toEqual(lines);
    const told = await there(lines.map((line, i) => `Danh Sóc\t091234567${i}\t${line}`).join('\n'));
    expect(told.map((r) => r.person?.unitId)).toEqual(['unt_hoabinhx', 'unt_hoabinhg']);
    const page = await officer.post(`${new URL(nominationLink(world, ofProvince)).pathname}/dan-tu-excel`, {
      list: 'Danh Sóc\t0912345678\tHòa Bình',
      basis: 'paper',
      buoc: 'xem',
    });
    expect(page.text).toContain(`Vui lòng ghi rõ, ví dụ “${detail!.example}”`);
  });

  it('never guesses at a date that was not, or at a word it does not know', async () => {
    const head = 'Họ và tên\tSố điện thoại\tĐơn vị\tNăm sinh\tGiới tính\tVai trò\n';
    const rows = await read(
      `${head}${[
        'Danh Sóc\t0912345678\tĐông Hòa\t31/02/1970\tx\tsếp',
        'Thị Nga\t0912345679\tĐịnh An\t29/02/1972\tnữ\tTổ phó',
        'Lê Ba\t0912345670\tĐịnh An\t02/1968\tKhác',
        'Lê Tư\t0912345671\tĐịnh An\t25569',
        'Lê Năm\t0912345672\tĐịnh An\t1970-02-31',
      ].join('\n')}`,
    );
    expect(rows.map((r) => r.errors.map((e) => e.code))).toEqual([['unit-outside'], [], [], [], []]);
    // A slip in an optional cell is said; only that cell is left out.
    expect(rows.map((r) => r.notes?.map((e) => e.code) ?? [])).toEqual([
      ['role-unknown', 'gender-unknown', 'birth-unreadable'],
      [],
      [],
      ['birth-unreadable'],
      ['birth-unreadable'],
    ]);
    expect(rows[1]!.person).toMatchObject({ yearOfBirth: 1972, gender: 'female', teamRole: 'deputy' });
    expect(rows[2]!.person).toMatchObject({ yearOfBirth: 1968, gender: 'other' });
  });

  it('shows in the preview all that was understood, and every mistake of a row', async () => {
    const page = await officer.post(`${path}/dan-tu-excel`, {
      list: [
        'Họ và tên\tSố điện thoại\tNăm sinh\tGiới tính\tVai trò\tTổ\tEmail',
        'Danh Sóc\t0912345678\t12/05/1972\tNam\tTổ trưởng\tTổ hòa giải ấp 5\tsoc@goquao.example',
        'Thị Nga\t0912\t31/02/1970\tx',
      ].join('\n'),
      basis: 'paper',
      buoc: 'xem',
    });
    expect(page.text).toContain('Tổ hòa giải ấp 5 · Tổ trưởng · Nam · sinh năm 1972 · soc@goquao.example');
    for (const word of ['cần đủ 10 chữ số', 'Năm sinh “31/02/1970” không đọc được', 'Giới tính “x” không rõ'])
      expect(page.text).toContain(word);
  });

  it('names what is wrong in every broken row, by its number', async () => {
    const rows = await read('Danh Sóc\t0912345678\n\nThị Nga\t09123\nMẫu 3\t0912345670\n\t0912345671');
    expect(rows.map((r) => [r.row, r.errors.map((e) => e.code)])).toEqual([
      [1, []],
      [3, ['phone-malformed']],
      [4, ['name-letters']],
      [5, ['name-required']],
    ]);
  });
});

describe('POST /cu-nguoi/:token/dan-tu-excel', () => {
  const list = 'Danh Sóc\t0912345678\tĐịnh An\nThị Nga\t0912\nDanh Sóc\t912345678\nLê Ba\t0912345670';

  it('previews every row and writes nothing', async () => {
    const link = await fresh(5);
    const page = await officer.post(`${link}/dan-tu-excel`, { list, basis: 'paper', buoc: 'xem' });
    expect(page.status).toBe(200);
    expect(page.text).toContain('2 dòng cử được, 2 dòng cần sửa hoặc bỏ qua.');
    expect(page.text).toContain('Số điện thoại cần đủ 10 chữ số');
    expect(page.text).toContain('Trùng với dòng 1');
    expect(page.text).toContain('Cử 2 người');
    expect(await peopleOf(link)).toEqual([]);
  });

  it('after the confirmation names each row that can be, and says of each what became of it', async () => {
    const link = await fresh(5);
    const page = await officer.post(`${link}/dan-tu-excel`, { list, basis: 'legal', buoc: 'cu' });
    expect(page.text).toContain('Đã cử 2 người, 2 dòng chưa cử được.');
    const people = await peopleOf(link);
    expect(people.map((r) => [r.fullName, r.basis, r.by]).sort()).toEqual(
      ['Danh Sóc', 'Lê Ba'].map((name) => [name, 'legal', expect.stringMatching(/^nom_/)]),
    );
    const again = await officer.post(`${link}/dan-tu-excel`, { list, basis: 'legal', buoc: 'cu' });
    expect(again.text).toContain('Đã có trong danh sách');
    expect(await peopleOf(link)).toHaveLength(2);
  });

  it('stops at the quota, row by row', async () => {
    const link = await fresh(1);
    const preview = await officer.post(`${link}/dan-tu-excel`, { list, basis: 'paper', buoc: 'xem' });
    expect(preview.text).toContain('Chỉ tiêu còn 1 người');
    const page = await officer.post(`${link}/dan-tu-excel`, { list, basis: 'paper', buoc: 'cu' });
    expect(page.text).toContain('Đã cử đủ 1 người theo chỉ tiêu');
    expect(await peopleOf(link)).toHaveLength(1);
  });

  it('wants a list and a basis, and keeps what was pasted', async () => {
    const bare = await officer.post(`${path}/dan-tu-excel`, { buoc: 'xem' });
    expect(bare.status).toBe(422);
    expect(bare.text).toContain('Vui lòng dán danh sách, hoặc chọn tệp Excel');
    expect(bare.text).toContain('Vui lòng chọn căn cứ');
    const typed = await officer.post(`${path}/dan-tu-excel`, { list, buoc: 'xem' });
    expect(typed.html).toContain('Lê Ba');
  });

  it('takes an Excel file in the place of a pasted list', async () => {
    const link = await fresh(5);
    const bytes = await toXlsx([
      ['Họ và tên', 'Số điện thoại'],
      ['Danh Sóc', '912345678'],
    ]);
    const file = new File([bytes as BlobPart], 'danh-sach.xlsx');
    const page = await officer.post(`${link}/dan-tu-excel`, { list: '', file, basis: 'paper', buoc: 'xem' });
    expect(page.text).toContain('Cả 1 dòng đều cử được.');
    expect(page.text).toContain('0912 345 678');
  });

  it('says of a file that is none that it cannot be read', async () => {
    const file = new File(['không phải Excel'], 'danh-sach.xlsx');
    const page = await officer.post(`${path}/dan-tu-excel`, { list: '', file, basis: 'paper', buoc: 'xem' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('Không đọc được tệp này');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { toXlsx } from '../../../functions/events/attendance/export';
import type { Event } from '../../../functions/events/event/event';
import { everyRegistration } from '../../../functions/events/registrations/find';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { entered } from '../../support/people';
import { addPlaces } from '../../support/places';
import { fieldsOf, type Seen } from '../../support/seen';
import { type Fields, signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { imported } from '../imports/scene';
import { giveQuota, namedBy, pathOfLink } from '../nominations/scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer' });
});

const listed = (...rows: string[][]) => rows.map((row) => row.join('\t')).join('\n');
const workbook = (name: string) =>
  new File(
    [new Uint8Array(readFileSync(join(import.meta.dirname, 'workbooks', `${name}.xlsx`)))],
    `${name}.xlsx`,
  );
const people = async (event: Event) => {
  const found: string[] = [];
  for await (const { fullName, phone, unitId } of everyRegistration(world, event))
    found.push(`${fullName} ${phone} ${unitId}`);
  return found.sort();
};

/** The organizer's import of an event: each step sends the form of the page before, as a browser does. */
const importing = async (capacity = 60) => {
  const event = await addEvent(world, 10, { capacity });
  const url = routes.consoleImport(event.id);
  const first = (fields: Fields) =>
    organizer.post(url, { attest: 'on', buoc: 'xem', ...(fields as Record<string, string | File>) });
  const next = async (page: Seen, fields: Record<string, string>) =>
    imported(world, organizer, await organizer.post(url, { ...fieldsOf(page.page), ...fields }));
  return { event, url, first, next };
};

/** The same for a unit's paste. */
const pasting = async (quota = 20) => {
  const event = await addEvent(world, 10, { admission: 'nomination' });
  const { nomination } = await giveQuota(world, event.id, { quota });
  const path = pathOfLink(world, nomination);
  const url = `${path}/dan-tu-excel`;
  const officer = visitor(world);
  const first = (fields: Fields) =>
    officer.post(url, { basis: 'paper', buoc: 'xem', ...(fields as Record<string, string | File>) });
  const next = (page: Seen, fields: Record<string, string>) =>
    officer.post(url, { ...fieldsOf(page.page), ...fields });
  const named = async () =>
    (await namedBy(world, path.split('/').at(-1)!)).map(
      ({ fullName, phone, unitId }) => `${fullName} ${phone} ${unitId}`,
    );
  return { event, url, first, next, named, officer };
};

const UNKNOWN = listed(
  ['Họ và tên', 'Máy riêng', 'Nơi', 'Đơn vị'],
  ['Trần Mẫu Ai', '0900000601', 'Rạch Giá', 'Định An'],
  ['Trần Mẫu Bi', '0900000602', 'Rạch Giá', 'Định An'],
);
const BOTH = ['Trần Mẫu Ai 0900000601 unt_dinhan', 'Trần Mẫu Bi 0900000602 unt_dinhan'];

describe('a column that was not understood', () => {
  it('is chosen in the organizer’s preview, which says what is missing and writes nothing', async () => {
    const { event, first, next } = await importing();
    const page = await first({ list: UNKNOWN });
    expect(page.status).toBe(200);
    expect(page.text).toContain(
      'Không thấy cột số điện thoại trong dòng tiêu đề: Họ và tên | Máy riêng | Nơi | Đơn vị.',
    );
    expect(fieldsOf(page.page)).toMatchObject({ 'column.0': 'fullName', 'column.1': '', 'column.3': 'unit' });
    expect(page.text).toContain('Cột không dùng: “Máy riêng”, “Nơi”.');
    expect(page.html).not.toContain('value="nhap"');
    const again = await next(page, { 'column.1': 'phone', buoc: 'xem' });
    expect(again.text).toContain('Ghi mới 2');
    expect(again.text).toContain('Cột không dùng: “Nơi”.');
    expect(fieldsOf(again.page)['column.1']).toBe('phone');
    expect(await people(event)).toEqual([]);
    await next(again, { buoc: 'nhap' });
    expect(await people(event)).toEqual(BOTH);
  });

  it('is never guessed at: sent without the choice, the list is refused', async () => {
    const { event, first } = await importing();
    const refused = await first({ list: UNKNOWN, buoc: 'nhap' });
    expect(refused.status).toBe(422);
    expect(await people(event)).toEqual([]);
  });

  it('is chosen on the link of a unit too', async () => {
    const { first, next, named } = await pasting();
    const page = await first({ list: UNKNOWN });
    expect(page.text).toContain('Không thấy cột số điện thoại');
    const again = await next(page, { 'column.1': 'phone', buoc: 'xem' });
    expect(again.text).toContain('Cả 2 dòng đều cử được. Sau khi cử: 2/20 chỉ tiêu.');
    await next(again, { buoc: 'cu' });
    expect((await named()).sort()).toEqual(BOTH);
  });

  it('may be told to be another, or not to be used; what it was is then free', async () => {
    const { first, next } = await importing();
    const list = listed(
      ['Họ và tên', 'Số điện thoại', 'ĐT cơ quan', 'Chức vụ', 'Ghi chú', 'Đơn vị'],
      ['Trần Mẫu Ai', '0900000601', '0297 3800 000', 'Tổ trưởng', 'Trưởng ấp', 'Định An'],
    );
    const page = await first({ list });
    expect(fieldsOf(page.page)).toMatchObject({
      'column.1': 'phone',
      'column.2': 'otherPhone',
      'column.3': 'position',
      'column.4': '',
    });
    const again = await next(page, { 'column.2': 'phone', 'column.4': 'position', buoc: 'xem' });
    expect(fieldsOf(again.page)).toMatchObject({
      'column.1': 'otherPhone',
      'column.2': 'phone',
      'column.3': '',
      'column.4': 'position',
    });
    expect(again.text).toContain('Trần Mẫu Ai 0297 380 0000');
    expect(again.text).toContain('Cột không dùng: “Chức vụ”.');
  });

  it('is chosen in a list without a heading, and stays chosen in the list as text', async () => {
    const { event, first, next } = await importing();
    const page = await first({ list: listed(['0900000601', 'Trần Mẫu Ai', 'Trưởng ấp', 'Định An']) });
    expect(page.text).toContain('Danh sách không có dòng tiêu đề nên được đọc theo thứ tự cột.');
    const again = await next(page, {
      'column.0': 'phone',
      'column.1': 'fullName',
      'column.2': 'position',
      'column.3': 'unit',
      buoc: 'xem',
    });
    expect(again.text).toContain('Ghi mới 1');
    await next(again, { buoc: 'nhap' });
    expect(await people(event)).toEqual([BOTH[0]]);
  });
});

describe('the rows of a preview', () => {
  it('have a name, a phone, a unit and a verdict each, and seats as they will be', async () => {
    const { event, first } = await importing(3);
    await entered(world, event.id, { fullName: 'Lê Mẫu Một', phone: '0900000611', position: 'Trưởng ấp' });
    await entered(world, event.id, { fullName: 'Lê Mẫu Hai', phone: '0900000612' });
    const list = listed(
      ['Họ và tên', 'SĐT', 'Đơn vị', 'Chức vụ', 'Năm sinh'],
      ['Lê Mẫu Một', '0900000611', 'Định An', 'Tổ trưởng', ''],
      ['Lê Mẫu Hai', '0900000612', 'Định An', '', ''],
      ['Lê Mẫu Ba', '0900000613', 'Định An', '', '1970'],
      ['Lê Mẫu Tư', '0900000614', 'Đông Hòa', '', '31/02/1970'],
      ['Lê Mẫu Ba', '0900000613', 'Định An', '', ''],
      ['Lê Mẫu Năm', '0900', 'Định An', '', ''],
      ['Lê Mẫu Hải', '0900000612', 'Định An', '', ''],
    );
    const { text } = await first({ list });
    expect(text).toContain('Sau khi nhập: 3/3 chỗ, 1 người chờ.');
    expect(text).toContain('Ghi mới 2 (còn 1 chỗ: 1 người được ghi vào danh sách chờ)');
    for (const words of [
      'Cần sửa (1) 7 Lê Mẫu Năm, 0900, Định An Cần sửa Số điện thoại cần đủ 10 chữ số',
      'Trùng dòng khác (1) 6 Lê Mẫu Ba, 0900000613 Trùng Trùng với dòng 4',
      'Sửa thông tin (1) 2 Lê Mẫu Một 0900 000 611 Xã Định An, huyện Gò Quao Sửa Đổi chức vụ, công việc “Trưởng ấp” thành “Tổ trưởng”',
      'Ghi mới, cần xem (1) 5 Lê Mẫu Tư 0900 000 614 Xã Đông Hòa, huyện An Minh Mới Năm sinh “31/02/1970” không đọc được',
      'Ghi mới (1) 4 Lê Mẫu Ba 0900 000 613 Xã Định An, huyện Gò Quao Mới',
      'Đã có, không đổi (1) 3 Lê Mẫu Hai 0900 000 612 Xã Định An, huyện Gò Quao Đã có',
      'Dòng 8: Lê Mẫu Hải, 0900000612',
    ])
      expect(text).toContain(words);
  });

  it('say who got the unit that the list does not give', async () => {
    const { first } = await importing();
    const list = listed(['Họ và tên', 'SĐT'], ['Lê Mẫu Ba', '0900000613']);
    expect((await first({ list, unitId: 'unt_rachgia' })).text).toContain(
      'Lê Mẫu Ba 0900 000 613 Thành phố Rạch Giá (danh sách không ghi) Mới',
    );
  });

  it('are few on the page, however many there are; the others are a button away', async () => {
    const { first, next } = await importing(5_000);
    const rows = Array.from({ length: 450 }, (_, i) => [
      `Trần Mẫu ${String.fromCharCode(65 + (i % 26))}${'aeiou'[Math.floor(i / 26) % 5]}`,
      `0900${String(200_000 + i)}`,
      'Định An',
    ]);
    const list = listed(['Họ và tên', 'SĐT', 'Đơn vị'], ...rows);
    const page = await first({ list });
    expect(page.html.match(/0900 2\d\d \d{3}/g)).toHaveLength(50);
    expect(page.html.length - list.length).toBeLessThan(60_000);
    expect(page.text).toContain('Ghi mới (450)');
    expect(page.text).toContain('Xem cả 450 dòng');
    const all = new Set<string>();
    for (const nth of [1, 2, 3]) {
      const one = await next(page, { dong: `new.${nth}` });
      expect(one.text).toContain(`Trang ${nth}/3`);
      for (const [phone] of one.html.matchAll(/0900 2\d\d \d{3}/g)) all.add(phone);
    }
    expect(all.size).toBe(450);
  });

  it('are paged on the link of a unit too', async () => {
    const { first, next } = await pasting(300);
    const rows = Array.from({ length: 250 }, (_, i) => [
      `Trần Mẫu ${String.fromCharCode(65 + (i % 26))}${'aeiou'[Math.floor(i / 26) % 5]}${'nmt'[i % 3]}`,
      `0900${String(300_000 + i)}`,
    ]);
    const page = await first({ list: listed(['Họ và tên', 'SĐT'], ...rows) });
    expect(page.html.match(/0900 3\d\d \d{3}/g)).toHaveLength(100);
    const last = await next(page, { dong: 'rows.3' });
    expect(last.text).toContain('0900 300 249');
    expect(last.html.match(/0900 3\d\d \d{3}/g)).toHaveLength(50);
    expect(last.text).toContain('Cử 250 người');
  });
});

describe('seats and quotas of an import', () => {
  it('are said as they will be, quota by quota', async () => {
    const event = await addEvent(world, 10, { admission: 'nomination', capacity: 1 });
    await giveQuota(world, event.id, { quota: 2 });
    const rows = ['Ai', 'Bi', 'Ci', 'Di'].map((name, i) => [`Trần Mẫu ${name}`, `090000062${i}`, 'Định An']);
    const page = await organizer.post(routes.consoleImport(event.id), {
      list: listed(['Họ và tên', 'SĐT', 'Đơn vị'], ...rows),
      attest: 'on',
      buoc: 'xem',
    });
    expect(page.text).toContain('Sau khi nhập: 3/3 chỗ, 1 người chờ; Huyện Gò Quao dùng 2/2 chỉ tiêu.');
    const done = await imported(
      world,
      organizer,
      await organizer.post(routes.consoleImport(event.id), { ...fieldsOf(page.page), buoc: 'nhap' }),
    );
    expect(done.text).toContain('Ghi mới 4 (trong đó 1 người chờ chỗ)');
  });

  it('say which free seats are kept for quotas, where people wait beside them', async () => {
    const event = await addEvent(world, 10, { admission: 'nomination', capacity: 1 });
    await giveQuota(world, event.id, { quota: 2 });
    const preview = (...rows: string[][]) =>
      organizer.post(routes.consoleImport(event.id), {
        list: listed(['Họ và tên', 'SĐT'], ...rows),
        unitId: 'unt_anminh',
        attest: 'on',
        buoc: 'xem',
      });
    const rows = ['Ei', 'Gi'].map((name, i) => [`Trần Mẫu ${name}`, `090000063${i}`]);
    const full = await preview(...rows);
    expect(full.text).toContain(
      'Sau khi nhập: 1/3 chỗ, 1 người chờ; 2 chỗ trống dành cho chỉ tiêu của các đơn vị.',
    );
    expect((await preview(rows[0]!)).text).toContain('Sau khi nhập: 1/3 chỗ.');
  });
});

describe('a file of several sheets', () => {
  test.each([
    ['Thới Quản', 'Trần Mẫu Bi', []],
    ['Định An', 'Trần Mẫu Ai', ['Trần Mẫu Ai 0900000750 unt_dinhan']],
  ])('is asked about, and “%s” is read', async (sheet, name, written) => {
    const { event, first, next } = await importing();
    const choice = await first({ list: '', file: workbook('two-lists') });
    expect(choice.text).toContain('Chọn trang tính');
    const page = await next(choice, { sheet, buoc: 'xem' });
    expect(page.text).toContain(`Đọc trang tính “${sheet}”.`);
    expect(page.text).toContain(name);
    // Thới Quản is none of the units of the tests.
    await next(page, { buoc: 'nhap' });
    expect(await people(event)).toEqual(written);
  });

  it('lets another sheet be chosen in the preview, a hidden one too, with its own columns', async () => {
    const { event, first, next } = await importing();
    const page = await first({ list: '', file: workbook('guide-first') });
    expect(page.text).toContain('Danh sách: 1 người Năm trước (ẩn): 1 người');
    expect(page.text).toContain('Trần Mẫu Ai');
    // What the columns of one sheet were said to be is not said of another.
    const other = await next(page, { sheet: 'Năm trước', 'column.1': '', buoc: 'xem' });
    expect(other.text).toContain('Trần Mẫu Cũ');
    expect(fieldsOf(other.page)['column.1']).toBe('fullName');
    await next(other, { buoc: 'nhap' });
    expect(await people(event)).toEqual(['Trần Mẫu Cũ 0900000759 unt_dinhan']);
  });

  it('is chosen on the link of a unit too', async () => {
    const { first, next, named } = await pasting();
    const choice = await first({ list: '', file: workbook('two-lists') });
    const page = await next(choice, { sheet: 'Định An', buoc: 'xem' });
    expect(page.text).toContain('Cả 1 dòng đều cử được.');
    await next(page, { buoc: 'cu' });
    expect(await named()).toEqual(['Trần Mẫu Ai 0900000750 unt_dinhan']);
  });
});

describe('what is hidden in a file', () => {
  it('is read only if it is asked for', async () => {
    const { event, first, next } = await importing();
    const choice = await first({ list: '', file: workbook('kinds') });
    const page = await next(choice, { sheet: 'hidden rows', unitId: '', buoc: 'xem' });
    expect(page.text).toContain('Đọc cả 2 dòng bị ẩn hoặc bị lọc');
    expect(page.text).toMatch(/Dòng 3, 4 bị (lọc hoặc ẩn|ẩn) trong tệp nên không đọc/);
    expect(page.text).toContain('Ghi mới 2');
    const all = await next(page, { withHidden: 'on', buoc: 'xem' });
    expect(all.text).not.toContain('nên không đọc');
    expect(all.text).toContain('Trần Mẫu Ci');
    await next(all, { buoc: 'nhap' });
    expect((await people(event)).map((one) => one.slice(0, 11))).toContain('Trần Mẫu Ci');
  });

  it('may be a column: read, it stands behind the one that is seen', async () => {
    const { first, next } = await importing();
    const choice = await first({ list: '', file: workbook('kinds') });
    const page = await next(choice, { sheet: 'hidden column', buoc: 'xem' });
    expect(page.text).toContain('Đọc cả 1 cột bị ẩn');
    expect(page.text).toContain('“Số điện thoại” (cột ẩn)');
    expect(page.text).toContain('0900 000 780');
    const all = await next(page, { withHidden: 'on', buoc: 'xem' });
    expect(all.text).toContain('0900 000 780');
    expect(fieldsOf(all.page)).toMatchObject({ 'column.2': 'otherPhone', 'column.3': 'phone' });
    const old = await next(all, { 'column.2': 'phone', buoc: 'xem' });
    expect(old.text).toContain('0900 000 770');
  });
});

describe('text in a font of before Unicode', () => {
  const list = listed(
    ['STT', 'Hoï vaø teân', 'Soá ñieän thoaïi', 'Ñôn vò'],
    ['1', 'Traàn Thò Maãu Hoa', '0900000801', 'Xaõ Ñònh An'],
  );

  it('is shown as it is and as it is meant, and converted where that is left so', async () => {
    const { event, first, next } = await importing();
    const page = await first({ list });
    expect(page.text).toContain('Danh sách viết bằng phông VNI, chưa phải Unicode');
    expect(page.text).toContain('“Traàn Thò Maãu Hoa” thành “Trần Thị Mẫu Hoa”');
    expect(fieldsOf(page.page).oldFont).toBe('convert');
    await next(page, { buoc: 'nhap' });
    expect(await people(event)).toEqual(['Trần Thị Mẫu Hoa 0900000801 unt_dinhan']);
  });

  it('stays as it is where that is wanted, through all pages', async () => {
    const { event, first, next } = await importing();
    const page = await next(await first({ list, unitId: 'unt_rachgia' }), {
      oldFont: 'keep',
      'column.3': '',
      buoc: 'xem',
    });
    expect(fieldsOf(page.page)).toMatchObject({ oldFont: 'keep', 'column.1': 'fullName' });
    expect(page.text).not.toContain('đã được chuyển sang Unicode');
    await next(page, { buoc: 'nhap' });
    expect(await people(event)).toEqual(['Traàn Thò Maãu Hoa 0900000801 unt_rachgia']);
  });
});

describe('mending the list by hand', () => {
  it('shows the text of a file, of the sheet that was read', async () => {
    const { first, next } = await importing();
    const page = await first({ list: '', file: workbook('guide-first') });
    const form = await next(page, { buoc: 'sua' });
    expect(fieldsOf(form.page).list).toContain('Trần Mẫu Ai');
    expect(form.html).not.toContain('name="book"');
  });

  it('does not ask for the file again where something else was missing', async () => {
    const { event, first, next } = await importing();
    const refused = await first({ list: '', file: workbook('guide-first'), attest: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Tệp đã gửi vẫn được giữ.');
    const page = await next(refused, { attest: 'on', buoc: 'xem' });
    expect(page.text).toContain('Trần Mẫu Ai');
    // A list that is pasted instead is what counts.
    const list = listed(['Họ và tên', 'SĐT', 'Đơn vị'], ['Lê Mẫu Ba', '0900000613', 'Định An']);
    await next(refused, { list, attest: 'on', buoc: 'nhap' });
    expect(await people(event)).toEqual(['Lê Mẫu Ba 0900000613 unt_dinhan']);
  });

  it('keeps a file that has no more to offer as text', async () => {
    const { first } = await importing();
    const bytes = await toXlsx([
      ['Họ và tên', 'SĐT', 'Đơn vị'],
      ['Lê Mẫu Ba', '0900000613', 'Định An'],
    ]);
    const page = await first({ list: '', file: new File([bytes as BlobPart], 'a.xlsx') });
    expect(fieldsOf(page.page).list).toContain('Lê Mẫu Ba\t0900000613\tĐịnh An');
    expect(fieldsOf(page.page).book).toBeUndefined();
  });
});

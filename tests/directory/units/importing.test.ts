import { beforeAll, describe, expect, test } from 'vitest';
import { importUnits, previewUnits } from '../../../functions/directory/units/importing/import-units';
import { listUnits, readUnits } from '../../../functions/directory/units/list';
import { unitsNow } from '../../../functions/directory/units/successors';
import { toXlsx } from '../../../functions/events/attendance/export';
import { sheetsOfFile } from '../../../functions/platform/sheets/read-file';
import { routes } from '../../../web/routes';
import { addPlacesBefore } from '../../support/reform';
import { refusal } from '../../support/refusals';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const FROM = '2026-11-01';
const table = (...rows: string[]) => rows.map((row) => row.replaceAll(' | ', '\t')).join('\n');
/** As the annex of a resolution lists the new communes. */
const ANNEX = table(
  'DANH SÁCH ĐƠN VỊ HÀNH CHÍNH CẤP XÃ',
  'TT | Tên đơn vị hành chính mới | Hình thành từ (đơn vị trước sắp xếp) | Mã | Ghi chú',
  '1 | Xã Gò Quao | Các xã Định An, Thủy Liễu và một phần xã Thới Quản | 30904 | x',
  '2 | Xã Định Hòa | Phần còn lại của xã Thới Quản, huyện Gò Quao | 30910',
  '3\tĐặc khu Kiên Hải\t\t31100',
  '4 | Phường Rạch Giá | Thành phố Rạch Giá | 30742',
);

describe('a list of units', () => {
  const world = useWorld();
  beforeAll(() => addPlacesBefore(world));
  const preview = (source: string) => previewUnits(world, { source, from: FROM });
  const outcomes = async (source: string) =>
    (await preview(source)).rows.map(({ outcome, errors }) => errors[0]?.code ?? outcome);

  test('is understood by its headings, and says what ends in what', async () => {
    const { columns, rows, ends } = await preview(ANNEX);
    expect(columns.map(({ readAs }) => readAs)).toEqual([null, 'name', 'formedFrom', 'code', null]);
    expect(rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [3, 'new'],
      [4, 'new'],
      [5, 'new'],
      [6, 'new'],
    ]);
    expect(rows[2]!.unit).toMatchObject({
      kind: 'special-zone',
      name: 'Kiên Hải',
      parentId: 'unt_kg',
      validFrom: FROM,
    });
    const named = (id: string) => rows.find(({ unit }) => unit?.id === id)!.unit!.name;
    expect(Object.fromEntries(ends.map((end) => [end.unit.id, end.successorIds.map(named)]))).toEqual({
      unt_dinhan: ['Gò Quao'],
      unt_thuylieu: ['Gò Quao'],
      unt_thoiquan: ['Gò Quao', 'Định Hòa'],
      unt_rachgia: ['Rạch Giá'],
    });
  });

  test.each([
    ['Tên | Loại\nĐịnh Mẫu | Xã', ['new']],
    ['Tên\nĐịnh Mẫu', ['unit-kind-unknown']],
    ['Tên | Thuộc\nXã Mẫu Một | Huyện Gò Quao', ['new']],
    ['Tên | Thuộc\nXã Mẫu Một | H. Gò Quao\nXã Mẫu Hai | Huyện Lạ', ['new', 'unit-unknown']],
    ['Tên | Thuộc\nXã Định An | Huyện Gò Quao', ['known']],
    ['Tên | Từ ngày\nXã Mẫu Một | 31/02/2026', ['date-malformed']],
    ['Tên | Hình thành từ\nXã Mẫu Một | Xã Không Có', ['unit-unknown']],
    // Below one another in one list, whatever the order.
    ['Tên | Thuộc\nXã Mẫu Một | Huyện Mẫu\nHuyện Mẫu | Tỉnh Kiên Giang', ['new', 'new']],
    ['Tên\nXã Mẫu Một\nXã Mẫu Một', ['new', 'known']],
    // A commune that goes on, although the list says nothing of its district.
    ['Tên\nXã Đông Hòa', ['known']],
    ['Tên | Nay là\nXã Định An | Xã Thới Quản', ['known']],
    // A row that is refused ends nothing, and nothing is made below it.
    [
      'Tên | Thuộc | Hình thành từ\nHuyện Mẫu | Tỉnh Kiên Giang | Xã Lạ\nXã Mẫu Một | Huyện Mẫu',
      ['unit-unknown', 'unit-unknown'],
    ],
    ['Tên | Nay là\nXã Định An | Xã Định An', ['unit-successor-itself']],
    ['Tên | Nay là\nXã Định An | Huyện An Minh', ['unit-successor-level']],
  ])('%s: %j', async (rows, expected) => {
    expect(await outcomes(rows.replaceAll(' | ', '\t'))).toEqual(expected);
  });

  test.each([
    ['Tên đơn vị mới | Hình thành từ | Mã', ['name', 'formedFrom', 'code']],
    ['Đơn vị cũ | Đơn vị mới', ['formedFrom', 'name']],
    ['STT | Xã, phường sau sắp xếp | Đơn vị hành chính trước sắp xếp', [null, 'name', 'formedFrom']],
    ['Tên ĐVHC | Loại | Trực thuộc | Ngày thành lập', ['name', 'kind', 'parent', 'from']],
    ['Xã, phường, thị trấn | Huyện, thị xã, thành phố | Mã số', ['name', 'parent', 'code']],
    ['Tên | Sáp nhập vào | Không còn từ ngày', ['name', 'becomes', 'to']],
    ['Tên xã | Nay là | Ngày kết thúc | Ghi chú', ['name', 'becomes', 'to', null]],
  ])('has columns named %s', async (heading, readAs) => {
    const { columns } = await preview(table(heading, 'Xã Định An | Xã Định An | x | x'));
    expect(columns.map((column) => column.readAs)).toEqual(readAs);
  });

  test('may say of each old commune what it became, one in a row', async () => {
    const { rows, ends } = await preview(
      table(
        'Đơn vị cũ | Đơn vị mới',
        'Xã Định An | Xã Gò Quao',
        'Xã Thủy Liễu | Xã Gò Quao',
        'Xã Thới Quản | Xã Định Hòa',
      ),
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'known', 'new']);
    expect(ends.map(({ unit, successorIds }) => [unit.id, successorIds.length])).toEqual([
      ['unt_dinhan', 1],
      ['unt_thuylieu', 1],
      ['unt_thoiquan', 1],
    ]);
  });

  test('ends nothing by a row that is refused', async () => {
    const { ends } = await preview(table('Tên | Hình thành từ', 'Xã Mẫu Một | Xã Định An, Xã Không Có'));
    expect(ends).toEqual([]);
  });

  test.each([
    ['Cột lạ\tCột khác\nXã A\tB', 'table-heading-missing'],
    ['Tên\tLoại\n', 'list-empty'],
    [`Tên\n${Array.from({ length: 501 }, (_, i) => `Xã Mẫu ${i}`).join('\n')}`, 'too-many-rows'],
  ])('is refused as a whole where it cannot be read: %.20s', async (source, code) => {
    expect((await refusal(preview(source))).fields).toMatchObject([{ path: 'list', code }]);
  });

  test('is written once, whichever program made the file', async () => {
    const lines = ANNEX.split('\n')
      .slice(1, 4)
      .map((line) => line.split('\t'));
    const file = await sheetsOfFile(await toXlsx(lines));
    await importUnits(world, { source: file, from: FROM });
    const units = await readUnits(world);
    expect(units.inForce.map(({ id }) => id)).not.toContain('unt_dinhan');
    expect(
      unitsNow(units, 'unt_thoiquan')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Gò Quao', 'Định Hòa'].sort());
    const count = units.all.length;
    const again = await importUnits(world, { source: file, from: FROM });
    expect([again.ends.length, again.rows.map(({ outcome }) => outcome)]).toEqual([0, ['known', 'known']]);
    expect((await readUnits(world)).all).toHaveLength(count);
  });

  test('ends units that it names with what they are now', async () => {
    await importUnits(world, {
      source: table('Tên | Nay là | Đến ngày', 'Huyện Gò Quao | Xã Gò Quao; xã Định Hòa | 02/11/2026'),
      from: FROM,
    });
    const { all } = await readUnits(world);
    expect(all.find(({ id }) => id === 'unt_goquao')).toMatchObject({ validTo: '2026-11-02' });
    expect(all.find(({ id }) => id === 'unt_goquao')!.successorIds).toHaveLength(2);
  });
});

describe('the page that imports units', () => {
  const world = useWorld();
  let organizer: Visitor;
  beforeAll(async () => {
    await addPlacesBefore(world);
    organizer = await signIn(world, { role: 'organizer' });
  });
  const path = routes.consoleUnitsImport();

  test('previews, and writes when that is confirmed', async () => {
    const preview = await organizer.post(path, { list: ANNEX, from: '01/11/2026', buoc: 'xem' });
    expect(preview.text).toContain('Thêm 4 đơn vị, kết thúc 4 đơn vị');
    expect(preview.text).toContain('Gồm Xã Định An, Xã Thủy Liễu, Xã Thới Quản');
    expect(preview.text).toContain('Cột không dùng: “TT”, “Ghi chú”');
    const names = async () => (await listUnits(world)).map(({ name }) => name);
    expect(await names()).not.toContain('Định Hòa');
    const carried = preview.page.querySelector('textarea[name=list]')!.text;
    const done = await organizer.post(path, { list: carried, from: '01/11/2026', buoc: 'nhap' });
    expect(done.text).toContain('Đã thêm 4 đơn vị');
    expect(await names()).toContain('Định Hòa');
  });

  test('keeps what was typed where it cannot be read', async () => {
    const empty = await organizer.post(path, { list: '', from: '01/11/2026', buoc: 'xem' });
    expect([empty.status, empty.html.includes('value="01/11/2026"')]).toEqual([422, true]);
    const wrong = await organizer.post(path, { list: ANNEX, from: '1.13.2026', buoc: 'xem' });
    expect([wrong.status, wrong.text.includes('Ngày chưa đúng')]).toEqual([422, true]);
  });

  test('keeps the file that was chosen where the form comes back', async () => {
    const lines = table('Tên | Loại', 'Trên Tệp | Xã')
      .split('\n')
      .map((line) => line.split('\t'));
    const file = new File([new Uint8Array(await toXlsx(lines))], 'don-vi.xlsx');
    const wrong = await organizer.post(path, { file, from: '1.13.2026', buoc: 'xem' });
    expect(wrong.status).toBe(422);
    const book = wrong.page.querySelector('input[name=book]')!.getAttribute('value')!;
    const right = await organizer.post(path, { book, list: '', from: '01/11/2026', buoc: 'xem' });
    expect(right.text).toContain('Trên Tệp');
  });

  test('is for organizers', async () => {
    const viewer = await signIn(world, { role: 'viewer' });
    expect((await viewer.get(path)).status).toBe(403);
    expect((await viewer.post(path, { list: ANNEX, buoc: 'nhap' })).status).toBe(403);
  });
});

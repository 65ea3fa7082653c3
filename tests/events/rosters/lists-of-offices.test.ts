import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportTable, toXlsx } from '../../../functions/events/attendance/export';
import { everyRegistration } from '../../../functions/events/registrations/find';
import { importRows } from '../../../functions/events/rosters/import';
import { planRows } from '../../../functions/events/rosters/plan-import';
import { readList } from '../../../functions/events/rosters/read-list';
import type { ReadAs } from '../../../functions/events/rosters/reading/headings/read-as';
import { csvFile } from '../../../functions/platform/files/csv-file';
import { sheetsOfFile } from '../../../functions/platform/sheets/read-file';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { fieldsOf } from '../../support/seen';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { giveQuota, pathOfLink } from '../nominations/scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer' });
});

const listed = (...rows: string[][]) => rows.map((row) => row.join('\t')).join('\n');
const HEAD = ['Họ và tên', 'Số điện thoại', 'Đơn vị'];
const outcomes = async (text: string) =>
  (await readList(world, text)).people.map(({ person, errors }) => person?.phone ?? errors[0]!.code);
const plan = async (event: Parameters<typeof planRows>[1], list: Parameters<typeof readList>[1]) =>
  planRows(world, event, (await readList(world, list)).people);

describe('a list of an office', () => {
  it('has everybody in, whatever stands in the optional cells', async () => {
    const optional = ['Email', 'Phiên dịch tiếng Khmer', 'Giới tính', 'Năm sinh', 'Vai trò', 'Tổ', 'Chức vụ'];
    const said = [
      'không',
      'Không có',
      '-',
      '0',
      'x',
      '…',
      'gmail',
      'K',
      'chưa',
      'Bà',
      '68',
      '~1968',
      'HGV',
      '1/1/68',
    ];
    const rows = optional.flatMap((_, column) =>
      said.map((words, i) => [
        `Trần Mẫu ${'abcdefghijklmnop'[i]}${'abcdefgh'[column]}`,
        `09000${String(column * 100 + i).padStart(5, '0')}`,
        'Định An',
        ...optional.map((_, at) => (at === column ? words : '')),
      ]),
    );
    const { people } = await readList(world, listed([...HEAD, ...optional], ...rows));
    expect(people.filter(({ errors }) => errors.length)).toEqual([]);
    expect(people).toHaveLength(rows.length);
  });

  it('has nobody in a default unit while it names units', async () => {
    const text = listed(
      HEAD,
      ['Trần Mẫu Ai', '0900000601', 'Định An'],
      ['Trần Mẫu Bi', '0900000602', 'Định An'],
      ['Trần Mẫu Ci', '0900000603', ''],
      ['Trần Mẫu Di', '0900000604', 'không rõ'],
    );
    expect(await outcomes(text)).toEqual(['0900000601', '0900000602', 'unit-missing', 'unit-missing']);
    const event = await addEvent(world, 10);
    const { people } = await readList(world, text);
    const done = await importRows(world, event.id, people, { fallback: 'unt_rachgia' });
    expect(done.map(({ outcome }) => outcome)).toEqual(['registered', 'registered', 'refused', 'refused']);
    const none = listed(HEAD, ['Trần Mẫu Ei', '0900000605', '']);
    const planned = async (columns?: (ReadAs | null)[]) =>
      (await planRows(world, event, (await readList(world, none, { columns })).people, 'unt_rachgia'))[0];
    expect(await planned()).toMatchObject({ outcome: 'refused', errors: [{ code: 'unit-missing' }] });
    // Unless it is said that the column is not to be used.
    expect(await planned(['fullName', 'phone', null])).toMatchObject({
      outcome: 'new',
      person: { unitId: 'unt_rachgia' },
    });
  });

  it('is refused with the name of the column that was not found', async () => {
    const text = listed(['Họ và tên', 'Máy riêng', 'Đơn vị'], ['Trần Mẫu Ai', '0900000601', 'Định An']);
    await expect(readList(world, text)).rejects.toMatchObject({
      fields: [
        {
          path: 'list',
          code: 'phone-column-missing',
          detail: { headings: 'Họ và tên | Máy riêng | Đơn vị' },
        },
      ],
    });
  });

  it('comes back from its export unchanged, quotes and signs of formulas included', async () => {
    const event = await addEvent(world, 10);
    const texts = [
      '- Trưởng ấp',
      '+ Tổ phó',
      '=1',
      "'- cũ",
      '@mẫu',
      "'=cũ",
      'Trưởng "ấp"',
      '-',
      '0123',
      '1-2',
      "'nháy",
    ];
    const teams = ['"Tổ đỏ', 'Tổ "2"', '"', 'Tổ xanh"', '"Tổ tím"', 'nt', "''", 'x', '0', 'như trên', '//'];
    const people = texts.map((position, i) => ({
      row: i + 1,
      person: {
        fullName: `Lê Mẫu ${'ABCDEFGHIKL'[i]}i`,
        phone: `09000013${String(i).padStart(2, '0')}`,
        unitId: 'unt_dinhan',
        position,
        teamName: teams[i]!,
      },
      errors: [],
    }));
    await importRows(world, event.id, people);
    const table = await exportTable(world, event);
    for (const file of [await toXlsx(table), csvFile(table)]) {
      const sheets = await sheetsOfFile(file);
      const planned = await plan(event, sheets);
      expect(planned.map(({ outcome }) => outcome)).toEqual(texts.map(() => 'unchanged'));
      const other = await addEvent(world, 11);
      await importRows(world, other.id, (await readList(world, sheets)).people);
      const written: unknown[] = [];
      for await (const r of everyRegistration(world, other)) written.push([r.position, r.teamName]);
      expect(written.sort()).toEqual(texts.map((text, i) => [text, teams[i]]).sort());
    }
  });
});

const workbook = (name: string) =>
  new File(
    [new Uint8Array(readFileSync(join(import.meta.dirname, 'workbooks', `${name}.xlsx`)))],
    `${name}.xlsx`,
  );

describe('the pages', () => {
  it('say what was understood and left out of a file, in the console', async () => {
    const event = await addEvent(world, 10);
    const page = await organizer.post(routes.consoleImport(event.id), {
      list: '',
      file: workbook('guide-first'),
      attest: 'on',
      buoc: 'xem',
    });
    expect(page.text).toContain('Ghi mới 1');
    expect(fieldsOf(page.page)).toMatchObject({
      'column.0': '',
      'column.1': 'fullName',
      'column.2': 'phone',
      'column.3': 'unit',
    });
    expect(page.text).toContain('Cột không dùng: “STT”.');
    expect(page.text).toContain('Đọc trang tính “Danh sách”. Không đọc: Hướng dẫn, Năm trước (ẩn).');
    const bare = await organizer.post(routes.consoleImport(event.id), {
      list: listed(['1', 'Trần Mẫu Ai', '0900000750', 'Định An', 'Trưởng ấp', 'Nam']),
      attest: 'on',
      buoc: 'xem',
    });
    expect(bare.text).toContain('Danh sách không có dòng tiêu đề nên được đọc theo thứ tự cột.');
    expect(bare.text).toContain('Cột không dùng: cột thứ 1, cột thứ 6.');
    const two = await organizer.post(routes.consoleImport(event.id), {
      list: '',
      file: workbook('two-lists'),
      attest: 'on',
      buoc: 'xem',
    });
    expect(two.text).toContain('Tệp có nhiều trang tính ghi danh sách người.');
    expect(two.text).toContain('Định An: 1 người Thới Quản: 1 người');
  });

  it('say it on the link of a unit too, and show the notes of each row', async () => {
    const event = await addEvent(world, 10, { admission: 'nomination' });
    const { nomination } = await giveQuota(world, event.id, { quota: 20 });
    const page = await visitor(world).post(`${pathOfLink(world, nomination)}/dan-tu-excel`, {
      list: listed(
        ['DANH SÁCH'],
        ['STT', 'Hoï vaø teân', 'Soá ñieän thoaïi', 'Email'],
        ['1', 'Traàn Thò Maãu Hoa', '01680000000', 'gmail'],
        ['2', 'Leâ Vaên Maãu Ñöùc', 'O900000519', ''],
        ['', 'Toång coäng: 2 ngöôøi'],
      ),
      basis: 'paper',
      buoc: 'xem',
    });
    for (const words of [
      'Trần Thị Mẫu Hoa',
      '0380 000 000',
      'Đầu số cũ 01680000000 được đổi thành 0380000000',
      'Email “gmail” chưa đúng nên để trống',
      'Chữ viết bằng phông cũ “Traàn Thò Maãu Hoa” đã được chuyển sang Unicode',
      'Trong số điện thoại có chữ cái',
      'Dòng 1 nằm trên tiêu đề, không phải người.',
      'Dòng 5 là dòng tổng cộng, không phải người.',
      'Danh sách viết bằng phông VNI, chưa phải Unicode',
      '“Traàn Thò Maãu Hoa” thành “Trần Thị Mẫu Hoa”',
    ])
      expect(page.text).toContain(words);
  });
});

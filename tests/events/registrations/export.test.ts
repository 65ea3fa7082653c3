import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { addUnit } from '../../../functions/directory/units/add';
import { exportTable, toXlsx } from '../../../functions/events/attendance/export';
import { signInSheet } from '../../../functions/events/attendance/sign-in-sheet';
import { unitParts } from '../../../functions/events/attendance/unit-parts';
import type { Event } from '../../../functions/events/event/event';
import { seatAllDelegates } from '../../../functions/events/invitations/delegates';
import { AnswerInput, invitationsTable } from '../../../functions/events/invitations/invitation';
import { cancelByStaff } from '../../../functions/events/registrations/change/cancel';
import { everyRegistration } from '../../../functions/events/registrations/find';
import { csvFile, harmless } from '../../../functions/platform/files/csv-file';
import { parse } from '../../../functions/platform/input/parse';
import { sheetsOfFile } from '../../../functions/platform/sheets/read-file';
import { givenNameOrder } from '../../../functions/platform/text/given-name';
import { routes } from '../../../web/routes';
import { addEvent, onDay } from '../../support/events';
import { entered } from '../../support/people';
import { addPlaces } from '../../support/places';
import { fieldsOf } from '../../support/seen';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { imported } from '../imports/scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer' });
});

const register = (event: Event, over: object = {}) =>
  entered(world, event.id, { fullName: 'Danh Sóc', ...over });

/** What Excel takes from a CSV file of ours: rows of cells between tabs, quotes doubled within quotes. */
const readCsv = (bytes: Uint8Array): string[][] => {
  const text = new TextDecoder('utf-16le').decode(bytes);
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
};
const readXlsx = async (bytes: Uint8Array) => {
  const [sheet] = await sheetsOfFile(bytes);
  return sheet!.rows.map(({ cells }) => cells.map(({ text }) => text || null));
};

describe('text that could be a formula', () => {
  it('is made plain text by an apostrophe in a CSV file, and nothing else is touched', () => {
    for (const evil of ['=1+1', '+84', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '－1', "'=1"])
      expect(harmless(evil)).toBe(`'${evil}`);
    for (const good of ['Danh Sóc', '0900 000 100', '', ' =1', 'a=b', "O'Brien", "'nháy"])
      expect(harmless(good)).toBe(good);
    const evil = ['=1+1', '+84', '-1', '@SUM(A1)', '＝1', 'a\t=1'];
    const [line] = new TextDecoder('utf-16le').decode(csvFile([evil])).split('\r\n');
    for (const cell of line!.split('\t')) expect(cell).not.toMatch(/^"?\s*[=+\-@＝＋－＠]/);
  });
});

describe('the exported list', () => {
  const full = {
    fullName: 'Đặng Thị Ưởng',
    phone: '0912 345 678',
    position: '=HYPERLINK("http://x.example";"Bấm")',
    teamName: '+Tổ "Hòa Bình", ấp 5',
    access: '@SUM(A1)',
    yearOfBirth: 1968,
    interpreter: true,
  };

  it('comes back whole from Excel: Vietnamese, zeros, quotes, no formula and no apostrophe', async () => {
    const event = await addEvent(world, 9);
    await register(event, full);
    const table = await exportTable(world, event);
    const one = Object.fromEntries(table[0]!.map((head, i) => [head, table[1]![i]]));
    expect(one).toMatchObject({
      STT: 1,
      'Họ và tên': 'Đặng Thị Ưởng',
      'Số điện thoại': '0912 345 678',
      'Chức vụ, công việc': `=HYPERLINK("http://x.example";"Bấm")`,
      'Tổ hòa giải': `+Tổ "Hòa Bình", ấp 5`,
      'Hỗ trợ khác': '@SUM(A1)',
      'Năm sinh': 1968,
      'Phiên dịch tiếng Khmer': 'Cần',
      Huyện: 'Huyện Gò Quao',
      'Xã, phường': 'Xã Định An',
      'Tình trạng': 'Đã giữ chỗ',
      'Ngày ghi': new Date('2026-11-16T09:00:00Z'),
    });
    const cells = await readXlsx(await toXlsx(table));
    const shown = table.map((row) =>
      row.map((cell) => (cell instanceof Date ? '16/11/2026' : String(cell ?? '')) || null),
    );
    expect(cells).toEqual(shown);
    const csv = readCsv(csvFile(table));
    expect(csv[0]).toEqual(table[0]);
    expect(csv[1]).toContain(`'=HYPERLINK("http://x.example";"Bấm")`);
    expect(csv[1]).toContain(`'+Tổ "Hòa Bình", ấp 5`);
    expect(csv[1]).toContain('16/11/2026 09:00');
  });

  it('has columns as Excel wants them: numbers, days, text for good, a filter, a heading that stays', async () => {
    const event = await addEvent(world, 9);
    await register(event, full);
    const parts = unzipSync(await toXlsx(await exportTable(world, event)));
    const xml = (path: string) => strFromU8(parts[path]!);
    const [sheet, styles] = [xml('xl/worksheets/sheet1.xml'), xml('xl/styles.xml')];
    const codes = new Map(
      [...styles.matchAll(/<numFmt [^>]*numFmtId="(\d+)"[^>]*formatCode="([^"]*)"/g)].map(([, id, code]) => [
        id,
        code,
      ]),
    );
    const kinds = [...styles.split('<cellXfs')[1]!.matchAll(/<xf (?:numFmtId="(\d+)")?/g)].map(
      ([, id]) => id,
    );
    const formatOf = (cell: string) => {
      const id = kinds[Number(new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(sheet)?.[1])];
      return id === '49' ? '@' : codes.get(id);
    };
    const last = /<autoFilter ref="A1:([A-Z]+)2"\/>/.exec(sheet)![1]!;
    // The phone is text even after it was edited; the running number is a number.
    expect(formatOf('C2')).toBe('@');
    expect(sheet).toMatch(/<c r="A2"><v>1<\/v>/);
    expect(formatOf(`${last}2`)).toBe('dd/mm/yyyy hh:mm');
    expect(sheet).toContain('<pane ySplit="1"');
    expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape" fitToWidth="1" fitToHeight="0"/);
    expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    const book = xml('xl/workbook.xml');
    expect(book).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Đăng ký'!$1:$1</definedName>`,
    );
    expect(book.match(/<definedNames/g)).toHaveLength(1);
  });

  it('has the commune alone where there are no districts', async () => {
    await addUnit(
      world,
      { name: 'Mẫu Thới', kind: 'commune', parentId: 'unt_kg' },
      { id: 'unt_mauthoi', validFrom: '2021-01-01' },
    );
    const event = await addEvent(world, 9);
    await register(event, { unitId: 'unt_mauthoi' });
    const [head, row] = await exportTable(world, event);
    expect(head).not.toContain('Huyện');
    expect(row![head!.indexOf('Xã, phường')]).toBe('Xã Mẫu Thới');
  });

  test.each([
    ['Xã Định An, huyện Gò Quao', 'Xã Định An', 'Huyện Gò Quao'],
    ['Phường Mẫu, thành phố Rạch Giá', 'Phường Mẫu', 'Thành phố Rạch Giá'],
    ['Thị trấn Mẫu, thị xã Mẫu', 'Thị trấn Mẫu', 'Thị xã Mẫu'],
    ['Huyện Gò Quao', '', 'Huyện Gò Quao'],
    ['Thành phố Hà Tiên', '', 'Thành phố Hà Tiên'],
    ['Xã Định An', 'Xã Định An', ''],
    ['Tỉnh Kiên Giang', 'Tỉnh Kiên Giang', ''],
    [undefined, '', ''],
  ])('parts “%s” for two columns', (name, commune, district) => {
    expect(unitParts(name)).toEqual({ commune, district });
  });

  it('puts the seated first, then the queue in its order, then who is gone', async () => {
    const event = await addEvent(world, 9, { capacity: 1 });
    const first = await register(event, { fullName: 'Danh Một' });
    for (const fullName of ['Thị Yến', 'Lê An']) {
      world.clock.forward(1_000);
      await register(event, { fullName });
    }
    world.clock.forward(1_000);
    const last = await register(event, { fullName: 'Danh Cuối' });
    await cancelByStaff(world, last.id, 'Trùng lịch');
    const table = await exportTable(world, event);
    const column = (head: string) => table.slice(1).map((row) => row[table[0]!.indexOf(head)]);
    expect(column('Họ và tên')).toEqual(['Danh Một', 'Thị Yến', 'Lê An', 'Danh Cuối']);
    expect(column('Thứ tự chờ')).toEqual([undefined, 1, 2, undefined]);
    expect(column('Lý do')).toEqual([undefined, undefined, undefined, 'Trùng lịch']);
    expect(first.status).toBe('confirmed');
    const names = async (asked: object) =>
      (await exportTable(world, event, asked)).slice(1).map((row) => row[1]);
    expect(await names({ status: 'waitlisted' })).toEqual(['Thị Yến', 'Lê An']);
    expect(await names({ search: 'danh' })).toEqual(['Danh Một', 'Danh Cuối']);
    expect(await names({ search: 'yen', status: 'confirmed' })).toEqual([]);
  });

  it('obeys the filter and the search of the list, from the page and over the API', async () => {
    const event = await addEvent(world, 9, { capacity: 2 });
    for (const [i, fullName] of ['Danh Mẫu Sóc', 'Thị Mẫu Nga', 'Lê Mẫu Sóc', 'Trần Mẫu Ba'].entries()) {
      world.clock.forward(1_000);
      await register(event, { fullName, phone: `090000170${i}` });
    }
    const list = await organizer.get(`/quan-tri/lop/${event.id}/dang-ky?tim=soc&tinh-trang=waitlisted`);
    expect(list.text).toContain('Tải 1 người đang lọc');
    const link = list.page.querySelectorAll('main a').find((a) => a.text === 'CSV')!;
    const file = await organizer.get(link.getAttribute('href')!);
    expect(
      readCsv(file.bytes)
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(['Lê Mẫu Sóc']);
    const whole = await organizer.get(`/quan-tri/lop/${event.id}/dang-ky`);
    expect(whole.text).toContain('Tải danh sách: Excel (.xlsx)');
    const none = await organizer.get(`/quan-tri/lop/${event.id}/dang-ky?tim=khongai`);
    expect(none.text).not.toContain('Excel (.xlsx)');
    const program = await signIn(world, { role: 'organizer', bearer: true });
    const path = `/api/events/${event.id}/registrations/export`;
    const got = await program.get(`${path}?format=xlsx&status=confirmed&search=m%E1%BA%ABu`);
    const names = (await readXlsx(got.bytes)).slice(1).map((row) => row[1]);
    expect(names).toEqual(['Thị Mẫu Nga', 'Danh Mẫu Sóc']);
    expect((await program.get(`${path}?status=x`)).status).toBe(422);
  });

  it('is downloaded by organizers alone, as a file that no cache keeps', async () => {
    const event = await addEvent(world, 9);
    await register(event);
    for (const format of ['xlsx', 'csv'] as const) {
      const url = `/quan-tri/lop/${event.id}/dang-ky.${format}`;
      const file = await organizer.get(url);
      expect(file.status).toBe(200);
      expect(file.headers.get('content-disposition')).toBe(
        `attachment; filename="dang-ky-tap-huan-ky-nang-hoa-giai-o-co-so-2026-11-25.${format}"`,
      );
      expect(file.headers.get('cache-control')).toBe('no-store');
      if (format === 'xlsx') expect(await readXlsx(file.bytes)).toHaveLength(2);
      else {
        expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-16le');
        expect([...file.bytes.slice(0, 2)]).toEqual([0xff, 0xfe]);
      }
      for (const role of ['officer', 'viewer'] as const)
        expect((await (await signIn(world, { role, unitId: 'unt_goquao' })).get(url)).status).toBe(403);
    }
  });
});

/** Texts that programs like to change: as a person typed them, they stay. */
const TEXTS = [
  '- Trưởng ấp',
  '+ Tổ phó',
  '=1',
  "'- cũ",
  "'=cũ",
  "''=cũ",
  "'nháy",
  '@mẫu',
  '−1 dấu trừ',
  '－ dấu rộng',
  '-',
  '0123',
  '1-2',
  '1/2',
  '1E5',
  '12,5',
  'TRUE',
  '"',
  '"Tổ đỏ',
  'Tổ "2"',
  'Tổ xanh"',
  '"Tổ tím"',
  '""',
  'Trưởng ấp; Bí thư',
  'a;=1+1;b',
  'Tổ, khóm',
  ',,,,,,,,,,,,,,,,,,,,,,,,,,,,,,',
  'sep=;',
  'không có',
  'nt',
  'Tổng cộng: 3',
  'ក្រុម​សម្របសម្រួល',
  'Toå hoøa giaûi',
  'Tổ “5”',
  'x'.repeat(120),
];

describe('what was exported', () => {
  test.each(['xlsx', 'csv'] as const)('as .%s is imported again without a change', async (format) => {
    const event = await addEvent(world, 9, { capacity: 100 });
    const written = new Map<string, string>();
    const places = [
      { unitId: 'unt_dinhan' },
      { unitId: 'unt_goquao' },
      { unitId: 'unt_rachgia', yearOfBirth: 1970, gender: 'female', teamRole: 'none' },
    ];
    for (const [i, text] of TEXTS.entries()) {
      const phone = `09000020${String(i).padStart(2, '0')}`;
      const name = { fullName: `Trần Mẫu ${'ABCDEGHIK'[i % 9]}a`, phone };
      await register(event, { ...name, position: text, teamName: text, access: text, ...places[i % 3] });
      written.set(phone, text);
    }
    await register(event, { fullName: 'សុខ សុភា', phone: '0900002099' });
    const { bytes } = await organizer.get(`/quan-tri/lop/${event.id}/dang-ky.${format}`);
    const sent = { file: new File([bytes as BlobPart], `dang-ky.${format}`), attest: 'on', buoc: 'xem' };
    const again = await organizer.post(routes.consoleImport(event.id), sent);
    expect(again.text).toContain(`Đã có, không đổi ${TEXTS.length + 1}`);
    expect(again.text).toContain('Không có gì để nhập');
    // Into another class they come as they were, through the text that the form carries.
    const other = await addEvent(world, 10, { capacity: 100 });
    const page = await organizer.post(routes.consoleImport(other.id), sent);
    expect(page.text).toContain(`Ghi mới ${TEXTS.length + 1}`);
    const sentOn = { ...fieldsOf(page.page), buoc: 'nhap' };
    await imported(world, organizer, await organizer.post(routes.consoleImport(other.id), sentOn));
    const found: (string | undefined)[][] = [];
    for await (const r of everyRegistration(world, other))
      if (written.has(r.phone)) found.push([r.phone, r.position, r.teamName, r.access]);
    expect(found.sort()).toEqual([...written].map(([phone, text]) => [phone, text, text, text]).sort());
  });
});

describe('names in a Vietnamese list', () => {
  it('go by the given name, which stands last', () => {
    const names = ['Nguyễn Văn Bình', 'Trần Thị Ánh', 'Lê Bình', 'Danh Ân'];
    expect(names.sort(givenNameOrder(names))).toEqual([
      'Trần Thị Ánh',
      'Danh Ân',
      'Lê Bình',
      'Nguyễn Văn Bình',
    ]);
  });
});

describe('the sign-in sheet', () => {
  const answered = async (
    event: Event,
    bodyName: string,
    answer: Record<string, unknown>,
    status = 'issued',
  ) => {
    const id = `inv_${event.id.slice(4)}_${bodyName.length}${status}`;
    await world.db.put(invitationsTable, {
      pk: id,
      sk: 'invitation',
      id,
      eventId: event.id,
      bodyId: 'bod_x',
      bodyName,
      seatsOffered: 2,
      respondBy: event.startsAt,
      letterText: '',
      status: status as 'issued',
      turn: 1,
      tokenHash: id,
      answer: { ...parse(AnswerInput, answer), at: event.createdAt, through: 'link' },
      version: 1,
      createdAt: event.createdAt,
      updatedAt: event.createdAt,
    });
  };

  it('lists the seated by unit and given name, then the delegates of invited bodies', async () => {
    const event = await addEvent(world, 9, { capacity: 3 });
    await register(event, {
      fullName: 'Trần Văn Bình',
      position: 'Trưởng ấp',
      yearOfBirth: 1970,
      phone: '0912345600',
    });
    await register(event, { fullName: 'Lê Thị An' });
    await register(event, { fullName: 'Danh Sóc', unitId: 'unt_anminh' });
    await register(event, { fullName: 'Người Chờ' });
    await answered(event, 'Hội Luật gia tỉnh', {
      answer: 'accepted',
      delegates: [{ name: 'Phạm Văn Luật', position: 'Chủ tịch', phone: '0912345699' }],
    });
    await answered(event, 'Đoàn Luật sư', { answer: 'accepted' });
    await answered(event, 'Tòa án', { answer: 'declined', reason: 'Bận xét xử' });
    await answered(event, 'Viện kiểm sát', { answer: 'saved', delegates: [{ name: 'Chưa Duyệt' }] });
    await answered(event, 'Công ty cũ', { answer: 'accepted' }, 'revoked');
    await seatAllDelegates(world, event);
    const { rows, days } = await signInSheet(world, event.id);
    expect(days).toEqual(['2026-11-25']);
    expect(rows.slice(0, 3)).toEqual([
      { fullName: 'Danh Sóc', from: 'Huyện An Minh', phone: expect.any(String) },
      { fullName: 'Lê Thị An', from: 'Xã Định An, huyện Gò Quao', phone: expect.any(String) },
      {
        fullName: 'Trần Văn Bình',
        yearOfBirth: 1970,
        from: 'Trưởng ấp, xã Định An, huyện Gò Quao',
        phone: '0912345600',
      },
    ]);
    expect(
      rows
        .slice(3)
        .map((r) => [r.fullName, r.from])
        .sort(),
    ).toEqual([
      ['', 'Đoàn Luật sư'],
      ['Phạm Văn Luật', 'Chủ tịch, Hội Luật gia tỉnh'],
    ]);
    const page = await organizer.get(`/quan-tri/lop/${event.id}/danh-sach-ky-nhan`);
    for (const words of [
      'UBND TỈNH KIÊN GIANG',
      // The province stands in the line above, as on the letter.
      'UBND TỈNH KIÊN GIANG SỞ TƯ PHÁP CỘNG HÒA',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'DANH SÁCH KÝ NHẬN',
      'Thời gian: từ 07 giờ 30 đến 11 giờ 30, ngày 25 tháng 11 năm 2026.',
      'Địa điểm: Hội trường Sở Tư pháp, Rạch Giá',
      'STT Họ và tên Năm sinh Chức vụ, đơn vị Số điện thoại Ký nhận',
      '3 Trần Văn Bình 1970 Trưởng ấp, xã Định An, huyện Gò Quao 0912 345 600',
    ])
      expect(page.text).toContain(words);
    expect(page.text).not.toContain('Người Chờ');
    expect(page.text).not.toContain('Chưa Duyệt');
  });

  it('leaves out who takes part online, and has a sheet for each day', async () => {
    const event = await addEvent(world, 9, {
      mode: 'both',
      endsAt: onDay(world, 10, '16:30'),
      pools: [
        { kind: 'open', seats: 5 },
        { kind: 'online', seats: 5 },
      ],
    });
    await register(event, { fullName: 'Danh Sóc' });
    await register(event, { fullName: 'Thị Nga', online: true });
    const { rows, days } = await signInSheet(world, event.id);
    expect(rows.map((r) => r.fullName)).toEqual(['Danh Sóc']);
    expect(days).toEqual(['2026-11-25', '2026-11-26']);
    const second = await organizer.get(`/quan-tri/lop/${event.id}/danh-sach-ky-nhan?ngay=2026-11-26`);
    expect(second.text).toContain('Thời gian: đến 16 giờ 30, ngày 26 tháng 11 năm 2026.');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { exportTable, harmless, toCsv, toXlsx } from '../../../functions/events/attendance/export';
import { signInSheet } from '../../../functions/events/attendance/sign-in-sheet';
import type { Event } from '../../../functions/events/event/event';
import { AnswerInput, invitationsTable } from '../../../functions/events/invitations/invitation';
import { cancelByStaff } from '../../../functions/events/registrations/change/cancel';
import { sheetsOfFile } from '../../../functions/events/rosters/reading/grid/read-file';
import { parse } from '../../../functions/platform/input/parse';
import { byGivenName } from '../../../functions/platform/text/given-name';
import { addEvent, onDay } from '../../support/events';
import { entered } from '../../support/people';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer' });
});

const register = (event: Event, over: object = {}) =>
  entered(world, event.id, { fullName: 'Danh Sóc', ...over });

/** Cells as an Excel user would type them: rows of a CSV file, RFC 4180. */
const readCsv = (text: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
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
  it('is made plain text by an apostrophe, and nothing else is touched', () => {
    for (const evil of ['=1+1', '+84', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '－1'])
      expect(harmless(evil)).toBe(`'${evil}`);
    for (const good of ['Danh Sóc', '0900 000 100', '', ' =1', 'a=b', "O'Brien"])
      expect(harmless(good)).toBe(good);
  });
});

describe('the exported list', () => {
  it('comes back whole from Excel: Vietnamese, zeros, quotes and line breaks, no formula', async () => {
    const event = await addEvent(world, 9);
    await register(event, {
      fullName: 'Đặng Thị Ưởng',
      phone: '0912 345 678',
      position: '=HYPERLINK("http://x.example";"Bấm")',
      teamName: '+Tổ "Hòa Bình", ấp 5',
      access: '@SUM(A1)',
      yearOfBirth: 1968,
      interpreter: true,
    });
    const table = await exportTable(world, event);
    const cells = await readXlsx(await toXlsx(table));
    expect(cells.map((row) => row.map((cell) => cell ?? ''))).toEqual(table);
    const one = Object.fromEntries(table[0]!.map((head, i) => [head, cells[1]![i]]));
    expect(one).toMatchObject({
      'Họ và tên': 'Đặng Thị Ưởng',
      'Số điện thoại': '0912 345 678',
      'Chức vụ, công việc': `'=HYPERLINK("http://x.example";"Bấm")`,
      'Tổ hòa giải': `'+Tổ "Hòa Bình", ấp 5`,
      'Hỗ trợ khác': "'@SUM(A1)",
      'Năm sinh': '1968',
      'Phiên dịch tiếng Khmer': 'Cần',
      'Đơn vị hành chính': 'Xã Định An, huyện Gò Quao',
      'Tình trạng': 'Đã giữ chỗ',
    });
    const csv = toCsv(table);
    expect(csv.startsWith('\uFEFFSTT,Họ và tên,')).toBe(true);
    expect(readCsv(csv.slice(1))).toEqual(table);
  });

  it('begins no formula where a spreadsheet parts the cells of a CSV file at semicolons', () => {
    const evil = [`x;=1+1;y`, `t; @SUM(1+1)*cmd|' /C calc'!A0`, 'a,+1', 'b\t-1', 'c;"=1+1"', 'Tổ 1; ấp 2'];
    const [line] = toCsv([evil.map(harmless)])
      .slice(1)
      .split('\r\n');
    for (const cell of line!.split(/[;,\t]/)) expect(cell.replace(/^["\s]+/, '')).not.toMatch(/^[=+\-@]/);
    expect(readCsv(toCsv([['Tổ 1; ấp 2', 'a=b']]).slice(1))).toEqual([['Tổ 1; ấp 2', 'a=b']]);
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
    expect(column('Thứ tự chờ')).toEqual(['', '1', '2', '']);
    expect(column('Lý do')).toEqual(['', '', '', 'Trùng lịch']);
    expect(first.status).toBe('confirmed');
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
      else expect([...file.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      for (const role of ['officer', 'viewer'] as const)
        expect((await (await signIn(world, { role, unitId: 'unt_goquao' })).get(url)).status).toBe(403);
    }
  });
});

describe('names in a Vietnamese list', () => {
  it('go by the given name, which stands last', () => {
    const names = ['Nguyễn Văn Bình', 'Trần Thị Ánh', 'Lê Bình', 'Danh Ân'];
    expect(names.sort(byGivenName)).toEqual(['Trần Thị Ánh', 'Danh Ân', 'Lê Bình', 'Nguyễn Văn Bình']);
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

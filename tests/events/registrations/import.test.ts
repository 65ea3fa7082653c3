import { beforeAll, describe, expect, it } from 'vitest';
import { exportTable, toXlsx } from '../../../functions/events/attendance/export';
import { particularsOf } from '../../../functions/events/person/person-fields';
import { cancelByStaff } from '../../../functions/events/registrations/change/cancel';
import { correctByStaff } from '../../../functions/events/registrations/change/correct';
import { everyRegistration, getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { importRows } from '../../../functions/events/rosters/import';
import type { ListSource } from '../../../functions/events/rosters/open-list';
import { planRows } from '../../../functions/events/rosters/plan-import';
import { readList } from '../../../functions/events/rosters/read-list';
import { csvFile } from '../../../functions/platform/files/csv-file';
import { sheetsOfFile } from '../../../functions/platform/sheets/read-file';
import type { World } from '../../../functions/platform/world/world';
import { addBody } from '../../support/bodies';
import { addEvent, draftEvent, inDays } from '../../support/events';
import { addPlaces } from '../../support/places';
import { fields } from '../../support/refusals';
import { useWorld } from '../../support/world';

const world = useWorld();
let lawyers: string;
beforeAll(async () => {
  await addPlaces(world);
  lawyers = (await addBody(world, 'Hội Luật gia tỉnh', { kind: 'lawyers-association' })).id;
});

const HEAD = 'Họ và tên\tSố điện thoại\tĐơn vị\tChức vụ';
const listOf = (count: number, from = 0) =>
  [
    HEAD,
    ...Array.from({ length: count }, (_, i) => {
      const n = from + i;
      const letters = [n % 26, Math.floor(n / 26) % 26].map((l) => String.fromCharCode(97 + l)).join('');
      return `Danh Mẫu ${letters}\t09001${String(n).padStart(5, '0')}\tĐịnh An\tTrưởng ấp`;
    }),
  ].join('\n');

const people = async (list: ListSource) => (await readList(world, list)).people;
const send = async (eventId: string, list: string, options: Parameters<typeof importRows>[3] = {}) =>
  importRows(world, eventId, await people(list), options);
const plan = async (event: Parameters<typeof planRows>[1], list: ListSource, fallback?: string) =>
  planRows(world, event, await people(list), fallback);
const everybody = async (event: Parameters<typeof everyRegistration>[1]) => {
  const all: Registration[] = [];
  for await (const r of everyRegistration(world, event)) all.push(r);
  return all;
};
const written = async (work: () => Promise<unknown>) => {
  const before = world.costs.length;
  await work();
  return world.costs.slice(before).reduce((sum, c) => sum + c.write, 0);
};
const errorsIn = async (list: string) =>
  (await people(list)).map(({ row, errors }) => [row, errors.map((e) => e.code).join()]);
describe('a list of people', () => {
  it('is read by its head, places included, however they are written', async () => {
    const rows = await people(
      [
        'DANH SÁCH HỌC VIÊN',
        'STT\tHọ tên\tSĐT\tĐơn vị\tHuyện\tCơ quan\tVai trò trong tổ\tPhiên dịch',
        '1\tDanh Sóc\t912345678\txã Định An\tGò Quao\t\tTổ trưởng\tCần',
        '2\tThị Nga\t0912345679\tXã Định An, Huyện Gò Quao',
        '3\tLê Ba\t0912345670\tHuyện An Minh',
        '4\tLê Tư\t0912345671\t\t\tHội Luật gia tỉnh',
        '5\tLê Năm\t0912345672\tTP Rạch Giá',
        '6\tLê Sáu\t0912345673\tHội Luật gia tỉnh',
      ].join('\n'),
    );
    expect(rows.map((r) => r.person)).toMatchObject([
      { phone: '0912345678', unitId: 'unt_dinhan', teamRole: 'leader', interpreter: true },
      { unitId: 'unt_dinhan' },
      { unitId: 'unt_anminh' },
      { bodyId: lawyers },
      { unitId: 'unt_rachgia' },
      { bodyId: lawyers },
    ]);
  });

  it('says of every row what is wrong with it', async () => {
    expect(
      await errorsIn(
        [
          HEAD,
          'Danh Sóc\t0912345678\tĐịnh An',
          'Thị Nga\t09123\tĐịnh An',
          'Lê Ba\t0912345670\tXã Không Có',
          'Danh Sóc\t0912345678\tĐịnh An',
          'Danh Sộc\t0912345678\tĐịnh An',
          'Mẫu 7\t0912345671\tĐịnh An, An Minh',
        ].join('\n'),
      ),
    ).toEqual([
      [2, ''],
      [3, 'phone-malformed'],
      [4, 'unit-unknown'],
      [5, 'row-twice'],
      [6, 'other-person'],
      [7, 'name-letters,unit-unknown'],
    ]);
  });

  it('is refused whole past 10,000 rows, and where it is empty', async () => {
    const row = 'Danh Sóc\t0912345678';
    const long = readList(world, Array(10_001).fill(row).join('\n'));
    await expect(long).rejects.toEqual(fields('list', 'too-many-rows'));
    expect(await people([HEAD, ...Array(10_000).fill(row)].join('\n'))).toHaveLength(10_000);
    await expect(readList(world, `${HEAD}\n`)).rejects.toEqual(fields('list', 'list-empty'));
    await expect(readList(world, 'x'.repeat(2_500_001))).rejects.toEqual(fields('list', 'list-too-large'));
  });

  it('keeps the text of a formula as text, and never an apostrophe of ours', async () => {
    const cells = ['=HYPERLINK("http://x")', '+84', '@SUM(A1)'];
    const lines = cells.map((cell, i) => `Danh Mẫu ${'abc'[i]}${'abc'[i]}\t090000080${i}\tĐịnh An\t${cell}`);
    const event = await addEvent(world, 10);
    await send(event.id, [HEAD, ...lines].join('\n'));
    expect((await everybody(event)).map((r) => r.position).sort()).toEqual([...cells].sort());
    const table = await exportTable(world, event);
    for (const file of [csvFile(table), await toXlsx(table)]) {
      const planned = await plan(event, await sheetsOfFile(file));
      expect(planned.map((row) => row.outcome)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    }
  });

  it('comes from a file of Excel, of CSV or of Unicode text, and from no other', async () => {
    const table = [
      ['Họ và tên', 'Số điện thoại'],
      ['Danh Sóc', '0912345678'],
    ];
    const wide = `\uFEFF${table.map((row) => row.join('\t')).join('\r\n')}`;
    const files = [
      await toXlsx(table),
      csvFile(table),
      new TextEncoder().encode(`\uFEFF${table.map((row) => row.join(',')).join('\r\n')}`),
      new TextEncoder().encode(table.map((row) => row.join(';')).join('\n')),
      new Uint8Array(Buffer.from(wide, 'utf16le')),
    ];
    for (const file of files)
      expect((await people(await sheetsOfFile(file)))[0]!.person).toMatchObject({
        fullName: 'Danh Sóc',
        phone: '0912345678',
      });
    const others = [
      Buffer.from('H\xe4,\xff\xfe\xfd', 'latin1'),
      Buffer.from('không phải'),
      Buffer.from('PK..'),
    ];
    for (const other of others)
      await expect(sheetsOfFile(new Uint8Array(other))).rejects.toEqual(fields('file', 'sheet-unreadable'));
  });
});

describe('an import', () => {
  it('registers on paper, attested by the account, and costs nothing when it is repeated', async () => {
    const event = await addEvent(world, 10, { capacity: 20 });
    const list = listOf(25);
    expect((await plan(event, list)).map((row) => row.outcome)).toEqual(Array(25).fill('new'));
    expect(await everybody(event)).toEqual([]);
    const done = await send(event.id, list);
    expect(done.filter((row) => row.registration?.status === 'confirmed')).toHaveLength(20);
    expect(done.filter((row) => row.registration?.status === 'waitlisted')).toHaveLength(5);
    expect((await everybody(event))[0]).toMatchObject({
      basis: 'paper',
      attestedBy: 'test',
      channel: 'list',
      how: 'organizer',
      unitId: 'unt_dinhan',
    });
    let again: Awaited<ReturnType<typeof send>> = [];
    expect(
      await written(async () => {
        again = await send(event.id, list);
      }),
    ).toBe(0);
    expect(again.map((row) => row.outcome)).toEqual(Array(25).fill('unchanged'));
  });

  it('corrects what a row says otherwise, and leaves what it does not say', async () => {
    const event = await addEvent(world, 10);
    await send(
      event.id,
      `${HEAD}\tEmail\nDanh Soc\t0912345678\tĐịnh An\tTrưởng ấp\tsoc@mau.example\nTHỊ NGA\t0912345679\tĐịnh An`,
    );
    const next = `${HEAD}\nDanh Sóc\t0912345678\tĐịnh An\tTổ trưởng\nThị Nga\t0912345679\t\t`;
    const planned = await plan(event, next);
    expect(planned).toMatchObject([
      { outcome: 'changed', fields: ['fullName', 'position'] },
      { outcome: 'unchanged' },
    ]);
    expect((await send(event.id, next)).map((row) => row.outcome)).toEqual(['corrected', 'unchanged']);
    const soc = (await everybody(event)).find((r) => r.phone === '0912345678');
    expect(soc).toMatchObject({
      fullName: 'Danh Sóc',
      position: 'Tổ trưởng',
      email: 'soc@mau.example',
      version: 2,
    });
    expect(await written(() => send(event.id, next))).toBe(0);
  });

  it('does not bring back who was cancelled, nor take one person for another', async () => {
    const event = await addEvent(world, 10);
    const list = `${HEAD}\nDanh Hùng\t0912345678\tĐịnh An\nThị Nga\t0912345679\tĐịnh An`;
    const [hung, nga] = await send(event.id, list);
    await cancelByStaff(world, nga!.registration!.id, 'Bận');
    const others = `${list}\nDanh Hưng\t0912345678\tĐịnh An`;
    expect(await written(() => send(event.id, others))).toBe(0);
    expect((await send(event.id, others)).map((r) => [r.outcome, r.errors[0]?.code])).toEqual([
      ['unchanged', undefined],
      ['left', undefined],
      ['refused', 'other-person'],
    ]);
    expect((await getRegistration(world, nga!.registration!.id)).status).toBe('cancelled');
    expect((await getRegistration(world, hung!.registration!.id)).fullName).toBe('Danh Hùng');
  });

  it('finds a person whom a correction renamed by the new name', async () => {
    const event = await addEvent(world, 10);
    const [one] = await send(event.id, `${HEAD}\nDanh Sai\t0912345678\tĐịnh An`);
    const old = await getRegistration(world, one!.registration!.id);
    await correctByStaff(world, old.id, { ...particularsOf(old), fullName: 'Danh Đúng' });
    const again = await send(event.id, `${HEAD}\nDanh Đúng\t0912345678\tĐịnh An`);
    expect(again).toMatchObject([{ outcome: 'unchanged', registration: { id: old.id } }]);
    expect(await everybody(event)).toHaveLength(1);
  });

  it('gives who names no unit the one that was chosen, and asks where none was', async () => {
    const event = await addEvent(world, 10);
    const list = 'Danh Sóc\t0912345678';
    expect(await plan(event, list)).toMatchObject([
      { outcome: 'refused', errors: [{ code: 'unit-required' }] },
    ]);
    expect(await send(event.id, list, { fallback: 'unt_goquao' })).toMatchObject([
      { registration: { status: 'confirmed' } },
    ]);
    expect((await everybody(event))[0]!.unitName).toBe('Huyện Gò Quao');
    expect(await send(event.id, list, { fallback: 'unt_anminh' })).toMatchObject([{ outcome: 'unchanged' }]);
  });

  it('ends with its time, and goes on from there', async () => {
    const event = await addEvent(world, 10, { capacity: 100 });
    const rows = await people(listOf(60, 500));
    let at = world.now();
    const slow: World = {
      ...world,
      now: () => {
        at += 100;
        return at;
      },
    };
    const first = await importRows(slow, event.id, rows, { until: world.now() + 6_000 });
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(60);
    expect(first.map((r) => r.row)).toEqual(rows.slice(0, first.length).map((r) => r.row));
    expect(await everybody(event)).toHaveLength(first.length);
    const rest = await importRows(world, event.id, rows.slice(first.length));
    expect(rest.map((r) => r.outcome)).toEqual(Array(60 - first.length).fill('registered'));
    expect(await everybody(event)).toHaveLength(60);
  });

  it('is refused for an event that is a draft or was cancelled', async () => {
    const draft = await draftEvent(world, {}, inDays(world, 10));
    await expect(send(draft.id, listOf(1))).rejects.toMatchObject({ code: 'event-draft' });
  });
});

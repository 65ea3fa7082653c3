import { beforeAll, describe, expect, it } from 'vitest';
import { forgetUnits } from '../../../functions/directory/units/list';
import { unitsTable } from '../../../functions/directory/units/unit';
import type { Event } from '../../../functions/events/event/event';
import { readRoom } from '../../../functions/events/event/room';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { comes } from '../../support/people';
import { addPlaces } from '../../support/places';
import { fieldsOf, type Seen } from '../../support/seen';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { imported, peopleOf, runToEnd } from '../imports/scene';
import { giveQuota, pathOfLink } from '../nominations/scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer' });
});

type Row = [name: string, phone: string, unit?: string, position?: string];
const listOf = (...rows: Row[]) =>
  [
    'Họ và tên\tSố điện thoại\tĐơn vị\tChức vụ',
    ...rows.map(([name, phone, unit = 'Định An', position = '']) => [name, phone, unit, position].join('\t')),
  ].join('\n');
const AN: Row = ['Trần Mẫu An', '0900000820'];
const BINH: Row = ['Trần Mẫu Bình', '0900000821'];
const HOA: Row = ['Trần Mẫu Hoa', '0900000822'];
const DUNG: Row = ['Trần Mẫu Dũng', '0900000823'];
const EM: Row = ['Trần Mẫu Em', '0900000824'];
const GIANG: Row = ['Trần Mẫu Giang', '0900000826'];
const BINH_PHONE: Row = ['Trần Mẫu Bình', '0900000829'];
const HOA_NAME: Row = ['Trần Mẫu Hao', '0900000822'];
const EM_UNIT: Row = ['Trần Mẫu Em', '0900000824', 'Đông Hòa'];
const FIRST = [AN, BINH, HOA, DUNG, EM];

const MISSING = 'Có trên hệ thống, không có trong danh sách này';

const look = (event: Event, ...rows: Row[]) =>
  organizer.post(routes.consoleImport(event.id), { attest: 'on', list: listOf(...rows), buoc: 'xem' });
const send = async (event: Event, page: Seen, fields: Record<string, string> = {}) =>
  imported(
    world,
    organizer,
    await organizer.post(routes.consoleImport(event.id), {
      ...fieldsOf(page.page),
      ...fields,
      buoc: 'nhap',
    }),
  );
const importedFirst = async (capacity: number, ...rows: Row[]) => {
  const event = await addEvent(world, 10, { capacity });
  await send(event, await look(event, ...rows));
  return event;
};
const seated = async (event: Event) =>
  (await peopleOf(world, event))
    .filter(({ status }) => status === 'confirmed')
    .map(({ fullName, phone, unitId }) => `${fullName} ${phone} ${unitId}`);
const inUnit = (unitId: string, ...rows: Row[]) => rows.map(([name, phone]) => `${name} ${phone} ${unitId}`);
const idOf = async (event: Event, [name]: Row) =>
  (await peopleOf(world, event)).find(({ fullName }) => fullName === name)!.id;

describe('the corrected list again, into a full class', () => {
  const scene = async () => {
    const event = await importedFirst(5, ...FIRST);
    expect(await seated(event)).toEqual(inUnit('unt_dinhan', ...FIRST));
    world.clock.forward(1_000);
    const waits = await comes(world, event.id);
    expect(waits.status).toBe('waitlisted');
    const page = await look(event, AN, BINH_PHONE, HOA_NAME, EM_UNIT, GIANG);
    const [hoa, dung] = await Promise.all([idOf(event, HOA), idOf(event, DUNG)]);
    return { event, waits, page, answers: { 'same.4': hoa, [`instead.${dung}`]: '6' } };
  };
  const THEN = [
    ...inUnit('unt_dinhan', AN, HOA_NAME),
    ...inUnit('unt_donghoa', EM_UNIT),
    ...inUnit('unt_dinhan', GIANG, BINH_PHONE),
  ];

  it('says what it corrects, moves, adds and leaves out, before anything is written', async () => {
    const { event, page, answers } = await scene();
    expect(page.text).toContain('Cùng một người: sửa số 0900 000 821 thành 0900 000 829');
    expect(page.text).toContain('Cùng một người: sửa tên Trần Mẫu Hoa thành Trần Mẫu Hao');
    expect(fieldsOf(page.page)['same.4']).toBe('');
    expect(page.text).toContain(
      'Đổi đơn vị hành chính “Xã Định An, huyện Gò Quao” thành “Xã Đông Hòa, huyện An Minh”',
    );
    expect(page.text).toContain(`${MISSING} (1)`);
    expect(page.text).toContain('Thay Trần Mẫu Dũng (0900 000 823) bằng');
    expect(page.text).toContain('Ghi mới 1 (còn 0 chỗ: 1 người được ghi vào danh sách chờ)');
    const answered = await organizer.post(routes.consoleImport(event.id), {
      ...fieldsOf(page.page),
      ...answers,
      buoc: 'xem',
    });
    for (const words of [
      'Sửa tên, số điện thoại 2',
      'Thay người 1',
      'Sửa thông tin 1',
      '5/5 chỗ, 1 người chờ',
    ])
      expect(answered.text).toContain(words);
    expect(await seated(event)).toEqual(inUnit('unt_dinhan', ...FIRST));
  });

  it('gives each person one seat, and takes none from the others', async () => {
    const { event, waits, page, answers } = await scene();
    const done = await send(event, page, answers);
    expect(done.text).toContain('Ghi mới 1 (trong đó 1 người đi thay)');
    expect(done.text).toContain('Sửa thông tin 3');
    const people = await peopleOf(world, event);
    expect(await seated(event)).toEqual(THEN);
    expect(people).toHaveLength(7);
    expect(people.find(({ id }) => id === waits.id)!.status).toBe('waitlisted');
    expect(seatsIn(await readRoom(world, event.id)).held).toBe(5);
    const again = await look(event, AN, BINH_PHONE, HOA_NAME, EM_UNIT, GIANG);
    expect(again.text).toContain('Không có gì để nhập');
  });

  it('is taken back as a whole, by its page', async () => {
    const { event, page, answers } = await scene();
    const answer = await organizer.post(routes.consoleImport(event.id), {
      ...fieldsOf(page.page),
      ...answers,
      buoc: 'nhap',
    });
    const id = answer.to.split('/').at(-1)!;
    await runToEnd(world, id);
    const asked = await organizer.get(routes.consoleImportUndo(id));
    expect(asked.text).toContain(
      '1 người đi thay do lần nhập này ghi bị bỏ khỏi lớp; người được thay có lại chỗ.',
    );
    expect(asked.text).toContain('3 người được sửa có lại thông tin như trước khi nhập.');
    await organizer.post(routes.consoleImportUndo(id), fieldsOf(asked.page));
    await runToEnd(world, id);
    expect(await seated(event)).toEqual(inUnit('unt_dinhan', ...FIRST));
  });

  it('keeps everybody where nothing is answered', async () => {
    const { event, page } = await scene();
    const done = await send(event, page);
    expect(done.text).toContain('Chưa trả lời: có phải là người đã đăng ký không?');
    const names = (await seated(event)).map((one) => one.split(' 09')[0]);
    expect(names.sort()).toEqual(FIRST.map(([name]) => name).sort());
  });
});

describe('a list that comes again', () => {
  it('says what else changes with a corrected name or phone', async () => {
    const event = await importedFirst(9, ['Trần Mẫu Em', '0900000824', 'Định An', 'Trưởng ấp']);
    const asked = await look(event, ['Trần Mẫu Em Út', '0900000824', 'Đông Hòa', 'Tổ trưởng']);
    // Who is called otherwise and belongs elsewhere may be another person on the phone.
    expect(fieldsOf(asked.page)['same.2']).toBe('');
    expect(asked.text).not.toContain(MISSING);
    const page = await organizer.post(routes.consoleImport(event.id), {
      ...fieldsOf(asked.page),
      'same.2': await idOf(event, EM),
      buoc: 'xem',
    });
    expect(page.text).toContain(
      'Sửa tên Trần Mẫu Em thành Trần Mẫu Em Út. Đổi đơn vị hành chính “Xã Định An, huyện Gò Quao” thành “Xã Đông Hòa, huyện An Minh”. Đổi chức vụ, công việc “Trưởng ấp” thành “Tổ trưởng”',
    );
  });

  it('does not call people missing who stand in rows that cannot be used', async () => {
    const event = await importedFirst(9, ...FIRST);
    const page = await look(
      event,
      AN,
      ['Trần Mẫu Bình', '09000'],
      [...HOA],
      ['Trần Mẫu Dũng', '0900000899', 'Xã Không Có'],
    );
    expect(page.text).toContain(`${MISSING} (1)`);
    expect(page.text).toContain('Trần Mẫu Em, 0900 000 824');
  });

  it('by a unit’s link does not call people missing whose row says something else of them', async () => {
    const event = await addEvent(world, 10, { admission: 'nomination' });
    const { nomination } = await giveQuota(world, event.id, { quota: 9 });
    const url = `${pathOfLink(world, nomination)}/dan-tu-excel`;
    const officer = visitor(world);
    const first = await officer.post(url, { basis: 'paper', list: listOf(AN, EM), buoc: 'xem' });
    await officer.post(url, { ...fieldsOf(first.page), buoc: 'cu' });
    const changed: Row = ['Trần Mẫu Em', '0900000824', 'Định An', 'Tổ trưởng'];
    const page = await officer.post(url, { basis: 'paper', list: listOf(AN, changed, GIANG), buoc: 'xem' });
    expect(page.text).toContain('Trần Mẫu Giang');
    expect(page.text).not.toContain(MISSING);
  });

  it('says nothing of the people of a unit to which one of its people has moved', async () => {
    const event = await importedFirst(9, ...FIRST);
    await send(event, await look(event, ['Lê Mẫu Khác', '0900000840', 'Đông Hòa']));
    const page = await look(event, AN, BINH, HOA, DUNG, EM_UNIT);
    expect(page.text).toContain('Đổi đơn vị');
    expect(page.text).not.toContain(MISSING);
  });

  it('knows who is missing of a unit that has ended since', async () => {
    const event = await importedFirst(9, AN, DUNG);
    const unit = await world.db.get(unitsTable, { pk: 'unit', sk: 'unt_dinhan' });
    await world.db.put(unitsTable, { ...unit!, validTo: '2026-01-01' });
    forgetUnits(world);
    const page = await look(event, AN);
    await world.db.put(unitsTable, unit!);
    forgetUnits(world);
    expect(page.text).toContain(`${MISSING} (1)`);
  });
});

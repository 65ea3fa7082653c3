import { beforeAll, describe, expect, it } from 'vitest';
import { runClock } from '../../../functions/background/clock/tick';
import { toXlsx } from '../../../functions/events/attendance/export';
import { getEvent } from '../../../functions/events/event/get';
import { MINUTE } from '../../../functions/platform/time/dates';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { type Fields, signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { faulty } from './faults';
import { callImporter, listOf, peopleOf, rowsOf, runToEnd, TIME } from './scene';

const world = useWorld();
let program: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  program = await signIn(world, { id: 'acc_program', role: 'organizer', bearer: true });
});

const preview = (eventId: string, fields: Fields, who = program) =>
  who.parts('POST', `/events/${eventId}/lists/preview`, fields);
const start = (eventId: string, fields: Fields, who = program) =>
  who.parts('POST', `/events/${eventId}/lists`, fields);
const fileOf = async (table: string[][], name = 'danh-sach.xlsx') =>
  new File([(await toXlsx(table)) as BlobPart], name);
const peopleIn = async (eventId: string) => peopleOf(world, await getEvent(world, eventId));

describe('readList', () => {
  it('says how each column was read and what becomes of each row, and writes nothing', async () => {
    const { id } = await addEvent(world, 10);
    const [known, changed, left] = rowsOf(3);
    await start(id, { text: listOf([known!, changed!, left!]) }).then(({ json }) =>
      runToEnd(world, json.importId),
    );
    const gone = (await peopleIn(id))[2]!;
    await program.api('POST', `/registrations/${gone.id}/cancellation`, { reason: 'Bận' });
    const before = await peopleIn(id);
    const text = [
      'STT\tHọ và tên\tSố ĐT\tĐơn vị\tChức vụ\tNăm sinh\tGiới tính\tGhi chú',
      ...[known!, changed!.replace('Trưởng ấp', 'Tổ phó'), left!, 'Thị Nga\t0912 345 679\tĐịnh An\t'].map(
        (row, i) => `${i + 1}\t${row}\t1975\tNữ\t`,
      ),
      '5\tThị Nga\t0912345679\tĐịnh An\t\t\t\t',
      '6\tThị Ngà\t0912345679\tĐịnh An\t\t\t\t',
      '7\tLê Ba\t0912\tXã Không Có\t\t1968\tNam\t',
    ].join('\n');
    const { status, json } = await preview(id, { text });
    expect(status).toBe(200);
    expect(json.columns).toEqual([
      { heading: 'STT', readAs: null },
      { heading: 'Họ và tên', readAs: 'fullName' },
      { heading: 'Số ĐT', readAs: 'phone' },
      { heading: 'Đơn vị', readAs: 'unit' },
      { heading: 'Chức vụ', readAs: 'position' },
      { heading: 'Năm sinh', readAs: 'yearOfBirth' },
      { heading: 'Giới tính', readAs: 'gender' },
      { heading: 'Ghi chú', readAs: null },
    ]);
    const verdicts = json.rows.map((r: { row: number; verdict: string }) => [r.row, r.verdict]);
    expect(verdicts).toEqual([
      [2, 'changed'],
      [3, 'changed'],
      [4, 'left'],
      [5, 'new'],
      [6, 'repeat'],
      [7, 'clash'],
      [8, 'refused'],
    ]);
    expect(json.rows[3]).toEqual({
      row: 5,
      fullName: 'Thị Nga',
      phone: '0912345679',
      unitName: 'Xã Định An, huyện Gò Quao',
      yearOfBirth: 1975,
      gender: 'female',
      verdict: 'new',
      notes: [],
    });
    expect(json.rows[4].notes).toEqual([{ path: 'fullName', code: 'row-twice', detail: { row: 5 } }]);
    expect(json.rows[6]).toMatchObject({
      fullName: 'Lê Ba',
      phone: '0912',
      unitName: 'Xã Không Có',
      yearOfBirth: 1968,
      gender: 'male',
      notes: [
        { path: 'phone', code: 'phone-malformed' },
        { path: 'unitId', code: 'unit-unknown' },
      ],
    });
    expect(await peopleIn(id)).toEqual(before);
  });

  it('takes a file, and its columns as a person says that they are', async () => {
    const { id } = await addEvent(world, 10);
    const file = await fileOf([
      ['Họ tên', 'ĐT cơ quan', 'Số máy của con'],
      ['Danh Sóc', '0912345671', '0912345672'],
    ]);
    const first = (await preview(id, { file, unitId: 'unt_goquao' })).json;
    expect(first.columns.map((c: { readAs: string }) => c.readAs)).toEqual([
      'fullName',
      expect.anything(),
      expect.anything(),
    ]);
    const columns = JSON.stringify(['fullName', 'phone', null]);
    const second = (await preview(id, { file, unitId: 'unt_goquao', columns })).json;
    expect(second.columns).toEqual([
      { heading: 'Họ tên', readAs: 'fullName' },
      { heading: 'ĐT cơ quan', readAs: 'phone' },
      { heading: 'Số máy của con', readAs: null },
    ]);
    expect(second.rows).toMatchObject([{ phone: '0912345671', verdict: 'new', unitName: 'Huyện Gò Quao' }]);
    // What was answered may be sent back as it is.
    const third = (await preview(id, { file, columns: JSON.stringify(second.columns) })).json;
    expect(third.columns).toEqual(second.columns);
    expect(third.rows).toMatchObject([{ verdict: 'refused', notes: [{ code: 'unit-required' }] }]);
  });

  it('answers the columns of a list without a phone, so that one can be chosen', async () => {
    const { id } = await addEvent(world, 10);
    const text = 'Họ và tên\tLiên lạc viên\nDanh Sóc\t0912345671';
    const { status, json } = await preview(id, { text, unitId: 'unt_goquao' });
    expect([status, json.rows]).toEqual([200, []]);
    expect(json.problems).toMatchObject([{ path: 'text', code: 'phone-column-missing' }]);
    expect(json.columns).toHaveLength(2);
    const columns = JSON.stringify(['fullName', 'phone']);
    const chosen = (await preview(id, { text, unitId: 'unt_goquao', columns })).json;
    expect(chosen).toMatchObject({ problems: [], rows: [{ fullName: 'Danh Sóc', verdict: 'new' }] });
  });

  it.each([
    ['nothing', {}, 'file'],
    ['both', { text: 'x', file: new File(['x'], 'a.csv') }, 'file'],
    ['a field that it does not know', { text: 'x', tag: '1' }, 'tag'],
    ['columns that are no JSON', { text: 'x', columns: 'fullName' }, 'columns'],
    ['columns that it does not know', { text: 'x', columns: '["ten"]' }, 'columns'],
    ['a unit that does not exist', { text: 'x', unitId: 'unt_khongco' }, 'unitId'],
    ['a basis that is none', { text: 'x', basis: 'oral' }, 'basis'],
    ['a file that is none', { file: new File(['PK..'], 'a.xlsx') }, 'file'],
    ['text without people', { text: 'Họ và tên\tSố điện thoại\n' }, 'text'],
  ] satisfies [string, Fields, string][])('refuses %s', async (_, fields, path) => {
    const { id } = await addEvent(world, 10);
    for (const call of [preview, start]) {
      const { status, json } = await call(id, fields);
      expect([status, json.errors?.[0]?.path]).toEqual([422, path]);
      expect(json.errors[0].message).not.toBe('');
    }
  });

  it('wants the parts of a form, and says so', async () => {
    const { id } = await addEvent(world, 10);
    const json = await program.api('POST', `/events/${id}/lists/preview`, { text: 'x' });
    expect([json.status, json.json.code]).toEqual([422, 'not-parts']);
    const broken = await program.request(`/api/events/${id}/lists/preview`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--y\r\nbroken',
    });
    expect([broken.status, broken.json.code]).toEqual([422, 'parts-broken']);
  });
});

describe('importList', () => {
  it('answers at once; getImport says how far it is, what came of it, and which rows were refused', async () => {
    const { id } = await addEvent(world, 10, { capacity: 2 });
    const text = listOf([...rowsOf(3), 'Thị Nga\t09123\tĐịnh An']);
    const { status, json } = await start(id, { text });
    expect(status).toBe(202);
    expect(json).toMatchObject({ eventId: id, state: 'running', done: 0, total: 4 });
    expect(await peopleIn(id)).toEqual([]);
    await runToEnd(world, json.importId);
    const done = (await program.api('GET', `/imports/${json.importId}`)).json;
    expect(done).toMatchObject({
      importId: json.importId,
      state: 'done',
      done: 4,
      total: 4,
      counts: { registered: 3, waiting: 1, corrected: 0, unchanged: 0, left: 0, refused: 1 },
      refused: [{ row: 5, fullName: 'Thị Nga', errors: [{ path: 'phone', code: 'phone-malformed' }] }],
    });
    expect((await peopleIn(id)).map((r) => [r.basis, r.attestedBy, r.channel])).toEqual(
      Array(3).fill(['paper', 'acc_program', 'list']),
    );
    const { items } = (await program.api('GET', `/events/${id}/lists`)).json;
    expect(items).toMatchObject([{ importId: json.importId, state: 'done' }]);
  });

  it('takes another basis, a unit for all, and rows whose people are others', async () => {
    const { id } = await addEvent(world, 10);
    const text = 'Họ và tên\tSố điện thoại\nDanh Hùng\t0912345601\nDanh Hưng\t0912345601';
    const fields = { text, unitId: 'unt_goquao', basis: 'person' };
    const asked = (await start(id, fields)).json.importId;
    await runToEnd(world, asked);
    expect((await program.api('GET', `/imports/${asked}`)).json.counts).toMatchObject({
      registered: 1,
      refused: 1,
    });
    const told = (await start(id, { ...fields, another: '3' })).json.importId;
    await runToEnd(world, told);
    const people = await peopleIn(id);
    expect(people.map((r) => [r.fullName, r.basis, r.unitId, r.attestedBy]).sort()).toEqual([
      ['Danh Hùng', 'person', 'unt_goquao', undefined],
      ['Danh Hưng', 'person', 'unt_goquao', undefined],
    ]);
  });

  it('with the same nonce is one import', async () => {
    const { id } = await addEvent(world, 10);
    const fields = { text: listOf(rowsOf(1)), nonce: 'lan-nhap-thu-nhat' };
    const first = (await start(id, fields)).json.importId;
    expect((await start(id, fields)).json.importId).toBe(first);
    expect((await start(id, { ...fields, nonce: 'lan-nhap-thu-hai' })).json.importId).not.toBe(first);
  });

  it('is the organizers’ alone, as are its records', async () => {
    const { id } = await addEvent(world, 10);
    const fields = { text: listOf(rowsOf(1)) };
    const { importId } = (await start(id, fields)).json;
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    const viewer = await signIn(world, { role: 'viewer', bearer: true });
    for (const [who, status] of [
      [officer, 403],
      [viewer, 403],
      [visitor(world), 401],
    ] as const) {
      expect((await preview(id, fields, who)).status).toBe(status);
      expect((await start(id, fields, who)).status).toBe(status);
      expect((await who.api('GET', `/imports/${importId}`)).status).toBe(status);
      expect((await who.api('GET', `/events/${id}/lists`)).status).toBe(status);
    }
    expect((await program.api('GET', '/imports/imp_khongco')).status).toBe(404);
    expect((await start('evt_khongco', fields)).status).toBe(404);
  });

  it('sent from another site with the session of an organizer is refused', async () => {
    const { id } = await addEvent(world, 10);
    const person = await signIn(world, { role: 'organizer' });
    const form = new FormData();
    form.set('text', listOf(rowsOf(1)));
    const answer = await person.request(`/api/events/${id}/lists`, {
      method: 'POST',
      headers: { origin: 'https://evil.test' },
      body: form,
    });
    expect(answer.status).toBe(403);
    expect((await start(id, { text: listOf(rowsOf(1)) }, person)).status).toBe(202);
  });

  it('whose worker died is woken by the clock', async () => {
    const { id } = await addEvent(world, 10);
    const { importId } = (await start(id, { text: listOf(rowsOf(3)) })).json;
    const dead = faulty(world, (call) => (call > 4 ? { before: new Error('killed') } : undefined));
    await callImporter(dead, importId).catch(() => undefined);
    expect(await runToEnd(world, importId)).toBe(0);
    world.clock.forward(TIME.lives + MINUTE);
    await runClock(world);
    await runToEnd(world, importId);
    expect((await program.api('GET', `/imports/${importId}`)).json).toMatchObject({ state: 'done', done: 3 });
  });
});

describe('undoImport', () => {
  const reversal = (importId: string, who = program) => who.api('POST', `/imports/${importId}/reversal`);

  it('takes it back by itself: running, then undone', async () => {
    const { id } = await addEvent(world, 10);
    const { importId } = (await start(id, { text: listOf(rowsOf(3)) })).json;
    await runToEnd(world, importId);
    const answer = await reversal(importId);
    expect([answer.status, answer.json.state]).toEqual([202, 'running']);
    await runToEnd(world, importId);
    expect((await program.api('GET', `/imports/${importId}`)).json).toMatchObject({
      state: 'undone',
      done: 3,
      total: 3,
      undo: { total: 3, removed: 3, restored: 0, kept: 0 },
    });
    expect((await peopleIn(id)).map((r) => r.status)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect((await reversal(importId)).json.state).toBe('undone');
  });

  it('is refused where something was built on it, and names the people', async () => {
    const { id } = await addEvent(world, 10);
    const { importId } = (await start(id, { text: listOf(rowsOf(2)) })).json;
    await runToEnd(world, importId);
    const [person] = await peopleIn(id);
    await program.api('POST', `/events/${id}/check-ins`, { registrationId: person!.id, otherDay: true });
    const { status, json } = await reversal(importId);
    expect([status, json.code]).toEqual([409, 'import-built-on']);
    expect(json.title).toContain(person!.fullName);
    expect(json.errors).toEqual([
      { path: person!.id, code: 'built-on-came', message: `${person!.fullName} đã được điểm danh` },
    ]);
  });

  it('is the organizers’ alone', async () => {
    const { id } = await addEvent(world, 10);
    const { importId } = (await start(id, { text: listOf(rowsOf(1)) })).json;
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    expect((await reversal(importId, officer)).status).toBe(403);
    expect((await reversal(importId, visitor(world))).status).toBe(401);
    expect((await reversal('imp_khongco')).status).toBe(404);
  });
});

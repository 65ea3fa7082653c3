import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../../functions/api/handouts/operations';
import { getUnit } from '../../../functions/directory/units/get';
import { setPilot } from '../../../functions/directory/units/pilot/pilot';
import { versionOf } from '../../../functions/directory/units/update';
import { DOCX, XLSX } from '../../../functions/platform/files/download';
import { readXlsx } from '../../../functions/platform/sheets/xlsx';
import { MINUTE } from '../../../functions/platform/time/dates';
import { giveToPeople } from '../../../functions/programme/handouts/give';
import { givenOf, listHandouts } from '../../../functions/programme/handouts/read';
import { routes } from '../../../web/routes';
import { addMediator, addTeam } from '../../register/scene';
import { furnish } from '../../support/events';
import { fieldsOf } from '../../support/seen';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { addHandout, trainingWith } from './scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await furnish(world);
  organizer = await signIn(world, { role: 'organizer' });
});

const post = async (path: string, typed: Record<string, string | string[]> = {}) => {
  const shown = await organizer.get(path);
  return organizer.post(path, { ...fieldsOf(shown.page), ...typed });
};

describe('the pages of hand-outs', () => {
  test('say what they are for where there is none yet', async () => {
    expect((await organizer.get(routes.consoleHandouts())).text).toContain('Chưa ghi tài liệu cấp phát nào');
    const { eventId } = await trainingWith(world, [['Lê Mẫu Vắng', '0900000701']]);
    const atEvent = await organizer.get(routes.consoleEventHandouts(eventId));
    expect(atEvent.text).toContain('Chưa có tài liệu nào để cấp tại lớp này');
  });

  test('lead from what was printed over a commune to what is left', async () => {
    const made = await post(routes.consoleNewHandout(), {
      title: 'Sổ tay mới',
      printed: '1.200',
      year: '2026',
    });
    expect([made.status, made.text]).toEqual([303, '']);
    const [handout] = await listHandouts(world);
    const given = await post(routes.consoleHandoutAct(handout!.id, 'cap-xa'), {
      unitId: 'unt_dinhan',
      amount: '200',
      receivedBy: 'Công chức tư pháp',
    });
    const page = await organizer.get(given.to);
    expect(page.text).toContain('Đã ghi lần cấp về xã.');
    expect(page.text).toContain('Còn lại 1.000');
    const struck = await post(routes.consoleDeliveryStrike(handout!.id, '1'), { words: 'Ghi nhầm xã' });
    expect((await organizer.get(struck.to)).text).toContain('Ghi nhầm: Ghi nhầm xã');
    const edited = await post(routes.consoleHandoutAct(handout!.id, 'sua'), { printed: '1.300' });
    expect((await organizer.get(edited.to)).text).toContain('Số đã in 1.300');
    const file = await organizer.get(routes.consoleHandoutsFile());
    expect(file.headers.get('content-type')).toBe(XLSX);
    const withdrawn = await post(routes.consoleHandoutAct(handout!.id, 'thu-hoi'), { words: 'Có bản mới' });
    const after = await organizer.get(withdrawn.to);
    expect(after.html).not.toContain(routes.consoleHandoutAct(handout!.id, 'cap-xa'));
    expect((await organizer.get(routes.consoleHandouts())).text).toContain('Thôi cấp phát');
  });

  test('mark one, several and all who came, and take a mark back, without a script', async () => {
    const { eventId, came, absent } = await trainingWith(
      world,
      ['An', 'Bình', 'Chi', 'Vắng'].map((name, n) => [`Phan Mẫu ${name}`, `090000080${n}`]),
    );
    const handout = await addHandout(world, { eventId, title: 'Sổ tay của lớp' });
    const path = `${routes.consoleEventHandouts(eventId)}?tep=${handout.id}`;
    const page = await organizer.get(path);
    expect(page.text).toContain('0 trên 3 người có mặt đã nhận.');
    expect(page.html).not.toContain(absent.id);
    expect((await organizer.post(path, {})).text).toContain('Vui lòng chọn ít nhất một người');
    const one = await organizer.post(path, { ids: came[0]!.id });
    expect((await organizer.get(one.to)).text).toContain('1 trên 3 người có mặt đã nhận.');
    await organizer.post(path, { back: came[0]!.id });
    expect((await givenOf(world, handout.id)).size).toBe(0);
    await organizer.post(path, { ids: [came[0]!.id, came[1]!.id] });
    expect((await organizer.get(path)).text).toContain('Ghi cho cả 1 người có mặt chưa nhận');
    const all = await organizer.post(path, { all: '1' });
    expect((await organizer.get(all.to)).text).toContain('3 trên 3 người có mặt đã nhận.');
    const found = await organizer.get(`${path}&tim=binh`);
    expect(found.text).toContain('Phan Mẫu Bình');
    expect(found.text).not.toContain('Phan Mẫu Chi');
    for (const [format, type] of [
      ['docx', DOCX],
      ['xlsx', XLSX],
    ] as const) {
      const list = await organizer.get(routes.consoleEventHandoutList(eventId, handout.id, format));
      expect(list.headers.get('content-type')).toBe(type);
    }
  });

  test('name the mediators of a commune to sign, and who lacks what', async () => {
    const unit = await getUnit(world, 'unt_dinhan');
    await setPilot(world, unit.id, versionOf(unit), { from: 2026 });
    // A function keeps the list of units for a minute.
    world.clock.forward(2 * MINUTE);
    const team = await addTeam(world);
    const { id } = await addMediator(world, team.id, { fullName: 'Danh Mẫu Xã', phone: '0900000901' });
    const handout = await addHandout(world, { title: 'Tờ gấp' });
    const pilot = routes.consoleHandoutPilot(handout.id);
    const before = await organizer.get(pilot);
    expect(before.text).toContain('0 trên 1 hòa giải viên');
    expect(before.text).toContain('chưa tập huấn, chưa nhận tài liệu');
    const here = routes.consoleHandoutUnit(handout.id, 'unt_dinhan');
    expect(before.html).toContain(here);
    const marked = await organizer.post(here, { ids: id });
    expect((await organizer.get(marked.to)).text).toContain('1 trên 1 hòa giải viên đã nhận tại xã.');
    expect((await organizer.get(pilot)).text).toContain('chưa tập huấn');
    const lacking = await organizer.get(routes.consoleHandoutLacking(handout.id));
    const [sheet] = await readXlsx(lacking.bytes);
    expect(sheet!.rows[1]!.cells.map(({ text }) => text).slice(-2)).toEqual(['Chưa', 'Đã']);
    const list = await organizer.get(routes.consoleHandoutUnitList(handout.id, 'unt_dinhan', 'xlsx'));
    const [signatures] = await readXlsx(list.bytes);
    expect(signatures!.rows[1]!.cells[1]!.text).toBe('Danh Mẫu Xã');
    await organizer.post(here, { back: id });
    expect((await givenOf(world, handout.id)).size).toBe(0);
  });

  test('show viewers numbers and no people, and officers nothing', async () => {
    const { eventId, came } = await trainingWith(world, [
      ['Lý Mẫu An', '0900000911'],
      ['Lý Mẫu Vắng', '0900000912'],
    ]);
    const handout = await addHandout(world, { eventId });
    await giveToPeople(world, handout.id, [came[0]!.id]);
    const viewer = await signIn(world, { role: 'viewer' });
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao' });
    const numbers = [
      routes.consoleHandouts(),
      routes.consoleHandout(handout.id),
      routes.consoleHandoutPilot(handout.id),
      routes.consoleHandoutsFile(),
    ];
    const people = [
      routes.consoleHandoutLacking(handout.id),
      routes.consoleHandoutUnit(handout.id, 'unt_dinhan'),
      routes.consoleHandoutUnitList(handout.id, 'unt_dinhan', 'docx'),
      routes.consoleEventHandouts(eventId),
      routes.consoleEventHandoutList(eventId, handout.id, 'xlsx'),
      routes.consoleNewHandout(),
      ...(['sua', 'cap-xa', 'thu-hoi'] as const).map((verb) => routes.consoleHandoutAct(handout.id, verb)),
    ];
    for (const path of numbers) expect([path, (await viewer.get(path)).status]).toEqual([path, 200]);
    for (const path of people) expect([path, (await viewer.get(path)).status]).toEqual([path, 403]);
    for (const path of [...numbers, ...people])
      expect([path, (await officer.get(path)).status]).toEqual([path, 403]);
    expect((await viewer.get(routes.consoleHandoutPilot(handout.id))).text).not.toContain('Danh Mẫu');
    for (const path of [
      routes.consoleEventHandouts(eventId),
      routes.consoleHandoutUnit(handout.id, 'unt_dinhan'),
    ])
      expect((await viewer.post(path, { back: came[0]!.id })).status).toBe(403);
    expect((await givenOf(world, handout.id)).size).toBe(1);
  });

  test('have operations that only organizers write by and no officer reads by', async () => {
    const handout = await addHandout(world);
    const viewer = await signIn(world, { role: 'viewer', bearer: true });
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    const numbers = ['listHandouts', 'getHandout', 'getHandoutShare'];
    for (const { id, method, path, example } of operations) {
      const url = path.replace('{id}', handout.id).replace('{of}', 'unt_dinhan');
      const status = async (one: Visitor) =>
        (await one.api(method.toUpperCase() as 'GET', url, example)).status;
      expect([id, await status(officer)]).toEqual([id, 403]);
      expect([id, await status(viewer)]).toEqual([id, numbers.includes(id) ? 200 : 403]);
    }
  });
});

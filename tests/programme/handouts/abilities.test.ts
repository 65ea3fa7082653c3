import { beforeAll, describe, expect, test } from 'vitest';
import { getUnit } from '../../../functions/directory/units/get';
import { setPilot } from '../../../functions/directory/units/pilot/pilot';
import { versionOf } from '../../../functions/directory/units/update';
import { linkRegistration } from '../../../functions/participation/link';
import { historyOf as storyOf } from '../../../functions/platform/audit/history';
import { readXlsx } from '../../../functions/platform/sheets/xlsx';
import { findPersonData } from '../../../functions/privacy/find';
import { forgetPerson } from '../../../functions/privacy/forget';
import { readHandoutCoverage } from '../../../functions/programme/handouts/coverage';
import { lackingFile } from '../../../functions/programme/handouts/files';
import { giveToEveryone, giveToPeople, takeBack } from '../../../functions/programme/handouts/give';
import { GiveInput, HandoutInput } from '../../../functions/programme/handouts/handout';
import { getHandout, givenOf, handoutsAt, receivedBy } from '../../../functions/programme/handouts/read';
import {
  createHandout,
  giveToUnit,
  strikeDelivery,
  updateHandout,
  withdrawHandout,
} from '../../../functions/programme/handouts/save';
import { totalsOf, unitTotals } from '../../../functions/programme/handouts/totals';
import { addMediator, addTeam } from '../../register/scene';
import { furnish } from '../../support/events';
import { useWorld } from '../../support/world';
import { dayIn } from '../pledges/scene';
import { addHandout, booklets, trainingWith } from './scene';

describe('a hand-out', () => {
  const world = useWorld();
  beforeAll(async () => {
    await furnish(world);
  });
  const totals = async (id: string) => totalsOf(await getHandout(world, id), await givenOf(world, id));
  const delivery = (more: object = {}) => ({
    unitId: 'unt_dinhan',
    amount: 40,
    on: dayIn(world, 0),
    receivedBy: 'Công chức tư pháp',
    ...more,
  });

  test('sent twice from one form is written down once', async () => {
    const input = HandoutInput.parse({ ...booklets(), nonce: 'mot-bieu-mau' });
    const [first, again] = [await createHandout(world, input), await createHandout(world, input)];
    expect(again.id).toBe(first.id);
  });

  test('names an event, a material and a commune that there are, and a day that came', async () => {
    await expect(addHandout(world, { eventId: 'evt_khong_co' })).rejects.toMatchObject({
      fields: [{ path: 'eventId', code: 'event-unknown' }],
    });
    await expect(addHandout(world, { materialId: 'mat_khong_co' })).rejects.toMatchObject({
      fields: [{ path: 'materialId', code: 'material-unknown' }],
    });
    const made = await addHandout(world);
    await expect(giveToUnit(world, made, delivery({ unitId: 'unt_khong_co' }))).rejects.toMatchObject({
      fields: [{ path: 'unitId', code: 'unit-unknown' }],
    });
    await expect(giveToUnit(world, made, delivery({ on: dayIn(world, 1) }))).rejects.toMatchObject({
      fields: [{ path: 'on', code: 'day-to-come' }],
    });
  });

  test('counts what communes received, without what was struck out', async () => {
    const made = await addHandout(world);
    const first = await giveToUnit(world, made, delivery());
    const second = await giveToUnit(world, first, delivery({ amount: 25 }));
    expect(await totals(made.id)).toEqual({ printed: 300, people: 0, bulk: 65, left: 235 });
    const struck = await strikeDelivery(world, second, { n: 1, words: 'Ghi nhầm.' });
    expect(await totals(made.id)).toMatchObject({ bulk: 25, left: 275 });
    expect(unitTotals(struck.deliveries)).toEqual(new Map([['unt_dinhan', 25]]));
    expect(struck.deliveries[0]).toMatchObject({ amount: 40, struck: 'Ghi nhầm.' });
    await expect(strikeDelivery(world, struck, { n: 1, words: 'Lại.' })).rejects.toMatchObject({
      code: 'handed-over-missing',
    });
    await expect(giveToUnit(world, made, delivery())).rejects.toMatchObject({ code: 'handout-stale' });
  });

  test('is given once to each person who came, and to no other', async () => {
    const { eventId, came, absent } = await trainingWith(world, [
      ['Lê Mẫu An', '0900000101'],
      ['Lê Mẫu Bình', '0900000102'],
      ['Lê Mẫu Vắng', '0900000103'],
    ]);
    const made = await addHandout(world, { eventId });
    const [first] = came;
    expect(await giveToPeople(world, made.id, [first!.id])).toBe(1);
    const before = (await givenOf(world, made.id)).get(first!.id);
    world.clock.forward(1_000);
    expect(
      await giveToPeople(
        world,
        made.id,
        came.map(({ id }) => id),
      ),
    ).toBe(1);
    expect((await givenOf(world, made.id)).get(first!.id)).toEqual(before);
    expect(await totals(made.id)).toEqual({ printed: 300, people: 2, bulk: 0, left: 298 });
    for (const id of [absent.id, 'reg_khong_0_co', 'med_khong_co', 'chu'])
      await expect(giveToPeople(world, made.id, [id])).rejects.toMatchObject({
        fields: [{ path: 'ids', code: 'handout-person-unknown' }],
      });
    const other = await addHandout(world, {
      eventId: (await trainingWith(world, [['Lê Mẫu Khác', '0900000109']])).eventId,
    });
    await expect(giveToPeople(world, other.id, [first!.id])).rejects.toMatchObject({
      fields: [{ code: 'handout-person-unknown' }],
    });
    await expect(giveToEveryone(world, other.id, eventId)).rejects.toMatchObject({
      fields: [{ path: 'everyoneOf' }],
    });
  });

  test('is given to everybody who came, so many at once, and what is left is said', async () => {
    const { eventId, absent } = await trainingWith(
      world,
      ['An', 'Bình', 'Chi', 'Dũng'].map((name, n) => [`Trần Mẫu ${name}`, `090000020${n}`]),
    );
    const made = await addHandout(world);
    expect(await giveToEveryone(world, made.id, eventId, 2)).toEqual({ given: 2, left: 1 });
    expect(await giveToEveryone(world, made.id, eventId, 2)).toEqual({ given: 1, left: 0 });
    expect(await giveToEveryone(world, made.id, eventId)).toEqual({ given: 0, left: 0 });
    expect((await givenOf(world, made.id)).has(absent.id)).toBe(false);
  });

  test('a mark that was a mistake is taken back, and history tells of it', async () => {
    const { came } = await trainingWith(world, [
      ['Hồ Mẫu An', '0900000301'],
      ['Hồ Mẫu Vắng', '0900000302'],
    ]);
    const made = await addHandout(world);
    await giveToPeople(world, made.id, [came[0]!.id]);
    for (const _ of [1, 2]) await takeBack(world, made.id, came[0]!.id);
    expect((await givenOf(world, made.id)).size).toBe(0);
    const { items } = await storyOf(world, made.id);
    expect(items.filter(({ fields }) => 'givenTo' in fields)).toHaveLength(1);
    expect(await giveToPeople(world, made.id, [came[0]!.id])).toBe(1);
  });

  test('is offered at its own event, or at any; withdrawn, it is given no more', async () => {
    const { eventId, came } = await trainingWith(world, [
      ['Võ Mẫu An', '0900000401'],
      ['Võ Mẫu Vắng', '0900000402'],
    ]);
    const own = await addHandout(world, { eventId });
    const any = await addHandout(world);
    const offered = async (id: string) => (await handoutsAt(world, id)).map((one) => one.id);
    expect(await offered(eventId)).toEqual(expect.arrayContaining([own.id, any.id]));
    expect(await offered('evt_khac')).not.toContain(own.id);
    const withdrawn = await withdrawHandout(world, own, 'In lại.');
    expect(await offered(eventId)).not.toContain(own.id);
    await expect(giveToPeople(world, own.id, [came[0]!.id])).rejects.toMatchObject({
      code: 'handout-withdrawn',
    });
    const { nonce: _, ...input } = HandoutInput.parse(booklets());
    await expect(updateHandout(world, withdrawn, input)).rejects.toMatchObject({ code: 'handout-withdrawn' });
  });

  test('is asked for by people or by an event', () => {
    const isRefused = (input: object) => !GiveInput.safeParse(input).success;
    expect(isRefused({})).toBe(true);
    expect(isRefused({ ids: ['med_1'], everyoneOf: 'evt_1' })).toBe(true);
    expect(isRefused({ ids: ['med_1'] })).toBe(false);
  });
});

describe('the share of the pilot communes', () => {
  const world = useWorld();

  test('counts who was trained and received it, at a class or in the commune, and names who lacks what', async () => {
    await furnish(world);
    const unit = await getUnit(world, 'unt_dinhan');
    await setPilot(world, unit.id, versionOf(unit), { from: 2026 });
    const team = await addTeam(world);
    const far = await addTeam(world, { name: 'Tổ ngoài điểm', unitId: 'unt_donghoa' });
    const person = (fullName: string, phone: string, teamId = team.id) =>
      addMediator(world, teamId, { fullName, phone });
    const both = await person('Danh Mẫu Đủ', '0900000501');
    const trained = await person('Danh Mẫu Thiếu Sách', '0900000502');
    const received = await person('Danh Mẫu Thiếu Lớp', '0900000503');
    await person('Danh Mẫu Thiếu Cả', '0900000504');
    await person('Danh Mẫu Xa', '0900000505', far.id);
    const atHome = await person('Danh Mẫu Nhận Ở Xã', '0900000506');
    const { came } = await trainingWith(world, [
      ...[both, trained, atHome].map(({ fullName, phone }) => [fullName, phone!] as [string, string]),
      ['Danh Mẫu Vắng', '0900000507'],
    ]);
    for (const { id } of came) await linkRegistration(world, id);
    const made = await addHandout(world);
    await giveToPeople(world, made.id, [came[0]!.id]);
    await giveToPeople(world, made.id, [received.id, atHome.id]);
    const found = await readHandoutCoverage(world, made.id);
    expect(found.all).toEqual({ mediators: 5, trained: 3, received: 3, both: 2 });
    expect(found.units).toMatchObject([{ unitId: 'unt_dinhan', both: 2 }]);
    expect(
      found.lacking.map(({ mediator, trained: t, received: r }) => [mediator.fullName, t, r]).sort(),
    ).toEqual([
      ['Danh Mẫu Thiếu Cả', false, false],
      ['Danh Mẫu Thiếu Lớp', false, true],
      ['Danh Mẫu Thiếu Sách', true, false],
    ]);
    const [sheet] = await readXlsx((await lackingFile(world, found)).body as Uint8Array);
    expect(sheet!.rows).toHaveLength(4);
    // A mark of the commune takes no further copy.
    expect(totalsOf(made, await givenOf(world, made.id))).toMatchObject({ people: 3, left: 299 });
  });

  test('is empty where no commune is in the pilot of that year', async () => {
    const made = await addHandout(world, { year: 2020 });
    expect((await readHandoutCoverage(world, made.id)).units).toEqual([]);
  });
});

describe('what a person received', () => {
  const world = useWorld();

  test('is found with all that is kept of them, and names them no more once they are forgotten', async () => {
    await furnish(world);
    const team = await addTeam(world);
    const mediator = await addMediator(world, team.id, { fullName: 'Danh Mẫu Nhận', phone: '0900000601' });
    const { came } = await trainingWith(world, [
      ['Danh Mẫu Nhận', '0900000601'],
      ['Danh Mẫu Vắng', '0900000602'],
    ]);
    await linkRegistration(world, came[0]!.id);
    const [atClass, atHome] = [await addHandout(world), await addHandout(world, { title: 'Tờ gấp' })];
    await giveToPeople(world, atClass.id, [came[0]!.id]);
    await giveToPeople(world, atHome.id, [mediator.id]);
    const { kept } = await findPersonData(world, { id: came[0]!.id });
    const titles = kept.flatMap(({ place, values }) => (place === 'handouts' ? [values.title] : []));
    expect(titles.sort()).toEqual(['Sổ tay hòa giải', 'Tờ gấp']);
    await forgetPerson(world, { id: came[0]!.id }, 'asked');
    expect(await receivedBy(world, [came[0]!.id, mediator.id])).toHaveLength(2);
    const marks = [
      ...(await givenOf(world, atClass.id)).values(),
      ...(await givenOf(world, atHome.id)).values(),
    ];
    expect(JSON.stringify(marks)).not.toMatch(/Danh|0900000601/);
  });
});

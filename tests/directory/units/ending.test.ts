import { beforeAll, describe, expect, test } from 'vitest';
import { changeOf } from '../../../functions/background/streams/audit-change';
import { readRecord } from '../../../functions/background/streams/record';
import { addUnit } from '../../../functions/directory/units/add';
import { endUnit } from '../../../functions/directory/units/end';
import { allUnits, forgetUnits, listUnits, readUnits } from '../../../functions/directory/units/list';
import { searchUnits } from '../../../functions/directory/units/naming/search-units';
import { type Unit, unitsTable } from '../../../functions/directory/units/unit';
import { updateUnit } from '../../../functions/directory/units/update';
import { DAY } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { refusal } from '../../support/refusals';
import { fieldsOf } from '../../support/seen';
import { streamRecord } from '../../support/stored';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let organizer: Visitor;
let viewer: Visitor;
const one = async (id: string): Promise<Unit> => (await allUnits(world)).find((u) => u.id === id)!;
const add = (id: string, name: string, kind: Unit['kind'], parentId?: string, validFrom = '2021-01-01') =>
  addUnit(world, { name, kind, ...(parentId && { parentId }) }, { id, validFrom });
const refusedFields = async (act: Promise<unknown>) =>
  (await refusal(act)).fields.map(({ path, code }) => `${path} ${code}`);

/** The tests' Monday is 16 November 2026. */
const TODAY = '2026-11-16';

beforeAll(async () => {
  await add('unt_kg', 'Kiên Giang', 'province');
  await add('unt_gq', 'Gò Quao', 'district', 'unt_kg');
  await add('unt_am', 'An Minh', 'district', 'unt_kg');
  await add('unt_dinhan', 'Định An', 'commune', 'unt_gq');
  await add('unt_thoiquan', 'Thới Quản', 'commune', 'unt_gq');
  await add('unt_goon', 'Vĩnh Tuy', 'commune', 'unt_gq');
  await add('unt_slip', 'Nhập Nhầm', 'commune', 'unt_gq');
  await add('unt_moi', 'Gò Quao', 'commune', 'unt_kg', TODAY);
  await add('unt_moi2', 'Định Hòa', 'commune', 'unt_kg', TODAY);
  organizer = await signIn(world, { role: 'organizer' });
  viewer = await signIn(world, { role: 'viewer' });
});

describe('ending a unit', () => {
  test.each([
    [{ successorIds: ['unt_moi'] }, 'validTo unit-end-required'],
    [{ validTo: '2020-01-01', successorIds: [] }, 'validTo unit-end-early'],
    [{ validTo: '2021-01-01', successorIds: ['unt_moi'] }, 'validTo unit-end-early'],
    [{ validTo: TODAY, successorIds: ['unt_none'] }, 'successorIds.0 unit-unknown'],
    [{ validTo: TODAY, successorIds: ['unt_moi', 'unt_dinhan'] }, 'successorIds.1 unit-successor-itself'],
    [{ validTo: TODAY, successorIds: ['unt_am'] }, 'successorIds.0 unit-successor-level'],
    [{ validTo: TODAY, successorIds: ['unt_kg'] }, 'successorIds.0 unit-successor-level'],
    // The successor must be there on that day, so that two units never end in each other.
    [{ validTo: '2026-11-15', successorIds: ['unt_moi'] }, 'successorIds.0 unit-successor-not-in-force'],
  ])('is refused where it makes no sense: %j', async (end, why) => {
    expect(await refusedFields(endUnit(world, 'unt_dinhan', 1, end))).toEqual([why]);
    expect((await one('unt_dinhan')).validTo).toBeUndefined();
  });

  test('merges it into another, and is known to the history with who did it', async () => {
    const before = await one('unt_dinhan');
    const after = await endUnit(world, 'unt_dinhan', 1, {
      validTo: TODAY,
      successorIds: ['unt_moi', 'unt_moi'],
    });
    expect(after).toMatchObject({ validTo: TODAY, successorIds: ['unt_moi'], version: 2 });
    expect((await listUnits(world)).map(({ id }) => id)).not.toContain('unt_dinhan');
    expect(unitsTable.stream).toBe(true);
    const record = streamRecord(world, 'units', after, before);
    expect(changeOf(readRecord(world, record))).toMatchObject({
      pk: 'unt_dinhan',
      who: 'test',
      what: 'changed',
      fields: { validTo: { to: TODAY }, successorIds: { to: ['unt_moi'] } },
    });
  });

  test('of two editors lets the first one end it', async () => {
    const stale = await refusal(endUnit(world, 'unt_dinhan', 1, { successorIds: [] }));
    expect([stale.kind, stale.code]).toEqual(['stale', 'unit-stale']);
    // The second one read the table within the minute, before the first one wrote.
    await readUnits(world);
    const race = [3, 3].map(() =>
      endUnit(world, 'unt_thoiquan', 1, { validTo: TODAY, successorIds: ['unt_moi'] }),
    );
    const results = await Promise.allSettled(race);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is taken back where there is no day', async () => {
    await endUnit(world, 'unt_thoiquan', 2, { successorIds: [] });
    expect((await listUnits(world)).map(({ id }) => id)).toContain('unt_thoiquan');
    expect((await one('unt_thoiquan')).successorIds).toBeUndefined();
  });

  test('is set for a day to come, until which it goes on', async () => {
    await endUnit(world, 'unt_thoiquan', 3, { validTo: '2026-11-18', successorIds: ['unt_moi', 'unt_moi2'] });
    expect((await listUnits(world)).map(({ id }) => id)).toContain('unt_thoiquan');
    world.clock.forward(2 * DAY);
    expect((await listUnits(world)).map(({ id }) => id)).not.toContain('unt_thoiquan');
    world.clock.forward(-2 * DAY);
  });

  test('of a district leaves a commune that goes on directly below the province', async () => {
    await endUnit(world, 'unt_gq', 1, { validTo: TODAY, successorIds: ['unt_moi', 'unt_moi2', 'unt_goon'] });
    const goesOn = (await listUnits(world)).find(({ id }) => id === 'unt_goon')!;
    expect(goesOn.parentId).toBe('unt_kg');
    // What is stored stays, so that the past can be read.
    expect((await one('unt_goon')).parentId).toBe('unt_gq');
  });

  test('on its first day says that it never was one', async () => {
    await endUnit(world, 'unt_slip', 1, { validTo: '2021-01-01', successorIds: [] });
    const units = await readUnits(world);
    expect(searchUnits(units, 'Nhập Nhầm')).toEqual([]);
    expect((await organizer.get(routes.consoleUnits())).text).not.toContain('Nhập Nhầm');
  });

  test('ends a unit that was stored before units had versions', async () => {
    const bare = {
      pk: 'unit',
      sk: 'unt_bare',
      id: 'unt_bare',
      name: 'Cũ Kỹ',
      kind: 'commune',
      parentId: 'unt_kg',
      validFrom: '2021-01-01',
    } as const;
    await world.db.put(unitsTable, bare);
    forgetUnits(world);
    expect(await endUnit(world, 'unt_bare', 1, { validTo: TODAY, successorIds: [] })).toMatchObject({
      version: 2,
    });
    expect((await refusal(endUnit(world, 'unt_bare', 1, { successorIds: [] }))).code).toBe('unit-stale');
  });
});

describe('correcting a unit', () => {
  test('changes its name, not what is on file of people', async () => {
    const fixed = await updateUnit(world, 'unt_am', 1, {
      name: 'Huyện An Minh',
      kind: 'district',
      parentId: 'unt_kg',
      code: '909',
    });
    expect(fixed).toMatchObject({ name: 'An Minh', code: '909', version: 2 });
  });

  test.each([
    [{ kind: 'commune' }, 'kind unit-level-fixed'],
    [{ parentId: 'unt_am' }, 'parentId unit-parent'],
    [{ parentId: undefined }, 'parentId unit-parent'],
    [{ parentId: 'unt_none' }, 'parentId unit-unknown'],
  ] as const)('is refused where it makes another unit of it: %j', async (over, why) => {
    const input = { name: 'An Minh', kind: 'district', parentId: 'unt_kg', ...over } as const;
    expect(await refusedFields(updateUnit(world, 'unt_am', 2, input))).toEqual([why]);
  });

  test('keeps a name to one unit at a time', async () => {
    const input = { name: 'Gò  quao', kind: 'commune', parentId: 'unt_kg' } as const;
    expect(await refusedFields(updateUnit(world, 'unt_moi2', 1, input))).toEqual(['name unit-twice']);
    // A commune that has ended does not take the name away.
    await add('unt_again', 'Tân Mẫu', 'commune', 'unt_kg');
    await endUnit(world, 'unt_again', 1, { validTo: TODAY, successorIds: [] });
    expect((await add('unt_again2', 'Tân Mẫu', 'commune', 'unt_kg', TODAY)).name).toBe('Tân Mẫu');
  });
});

describe('the pages of units', () => {
  test('an organizer ends a unit on its page, where the way on is', async () => {
    const path = routes.consoleUnitEnd('unt_goon');
    const page = await organizer.get(path);
    expect(page.text).toContain('Kết thúc xã Vĩnh Tuy');
    const filled = fieldsOf(page.page);
    const refused = await organizer.post(path, { ...filled, validTo: '', 'successorIds.2': 'unt_moi' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Vui lòng điền ngày không còn');
    // What was chosen comes back, without the gap.
    expect(fieldsOf(refused.page)['successorIds.0']).toBe('unt_moi');
    const done = await organizer.post(path, {
      ...filled,
      validTo: '16/11/2026',
      'successorIds.2': 'unt_moi',
    });
    expect(done.status).toBe(303);
    const { text } = await organizer.get(done.to);
    expect(text).toContain('Không còn từ 16/11/2026, nay là Xã');
    expect(text).toContain('Sáp nhập, chia vào');
    const twice = await organizer.post(path, { ...filled, validTo: '16/11/2026' });
    expect([twice.status, twice.text.includes('Người khác vừa sửa đơn vị này')]).toEqual([412, true]);
  });

  test('an organizer corrects a unit on its page', async () => {
    const path = routes.consoleUnit('unt_moi2');
    const filled = fieldsOf((await organizer.get(path)).page);
    expect(filled).toMatchObject({
      name: 'Định Hòa',
      kind: 'commune',
      parentId: 'unt_kg',
      validFrom: '16/11/2026',
    });
    const wrong = await organizer.post(path, { ...filled, validFrom: '31/02/2026' });
    expect([wrong.status, wrong.text.includes('Ngày chưa đúng')]).toEqual([422, true]);
    const done = await organizer.post(path, { ...filled, name: 'Định Hoà', code: '30904' });
    expect(done.status).toBe(303);
    expect((await organizer.get(done.to)).text).toContain('30904');
  });

  test('shows both levels, what was before, and what has ended', async () => {
    const { text } = await organizer.get(routes.consoleUnits());
    expect(text).toContain('Xã, phường, đặc khu trực thuộc tỉnh');
    expect(text).toContain('Xã Gò Quao (trước là Xã Định An, Xã Vĩnh Tuy)');
    expect(text).toMatch(/Đơn vị không còn \(\d\)/);
  });

  test.each([
    ['dinh an', 'Không còn từ 16/11/2026, nay là Xã Gò Quao'],
    ['UBND xã Định An (cũ)', 'nay là Xã Gò Quao'],
    ['H. An Minh', 'Huyện An Minh'],
    ['909', 'Huyện An Minh'],
  ])('are searched as units are written: %s', async (typed, words) => {
    const { text } = await organizer.get(`${routes.consoleUnits()}?tim=${encodeURIComponent(typed)}`);
    expect(text).toContain(words);
  });

  test('a viewer sees a unit and changes none', async () => {
    const page = await viewer.get(routes.consoleUnit('unt_am'));
    expect([page.status, page.text.includes('Sửa thông tin')]).toEqual([200, false]);
    expect((await viewer.get(routes.consoleUnitEnd('unt_am'))).status).toBe(403);
    expect((await viewer.post(routes.consoleUnitEnd('unt_am'), { version: '2' })).status).toBe(403);
    expect((await viewer.post(routes.consoleUnit('unt_am'), { version: '2' })).status).toBe(403);
    expect((await viewer.get(routes.consoleUnit('unt_none'))).status).toBe(404);
  });

  test('the API ends a unit and lists what has ended', async () => {
    await add('unt_api', 'Qua API', 'commune', 'unt_kg');
    const end = { validTo: TODAY, successorIds: ['unt_moi'], version: 1 };
    expect((await viewer.api('PUT', '/units/unt_api/end', end)).status).toBe(403);
    const ended = await organizer.api('PUT', '/units/unt_api/end', end);
    expect([ended.status, ended.json]).toMatchObject([
      200,
      { validTo: TODAY, successorIds: ['unt_moi'], version: 2 },
    ]);
    expect((await organizer.api('PUT', '/units/unt_api/end', end)).status).toBe(412);
    const ids = async (query: string) =>
      (await organizer.api('GET', `/units${query}`)).json.items.map(({ id }: { id: string }) => id);
    expect(await ids('')).not.toContain('unt_api');
    expect(await ids('?ended=true')).toContain('unt_api');
  });
});

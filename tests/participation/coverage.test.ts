import { beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../../functions/directory/accounts/account';
import { readUnits } from '../../functions/directory/units/list';
import { rewritePerson } from '../../functions/events/registrations/change/personal';
import { type CoverageFilter, readCoverage } from '../../functions/participation/coverage';
import { linkRegistration } from '../../functions/participation/link';
import { neverTrainedFile } from '../../functions/participation/never-file';
import { participationKey, participations } from '../../functions/participation/participation';
import { readXlsx } from '../../functions/platform/sheets/xlsx';
import { restrictMediator } from '../../functions/register/mediators/set-aside';
import { routes } from '../../web/routes';
import { addMediator, addTeam } from '../register/scene';
import { callsOf } from '../support/calls-of';
import { furnish, inDays, publishedEvent } from '../support/events';
import { comes } from '../support/people';
import { inTurn, signIn } from '../support/visitor';
import { useWorld } from '../support/world';

const ORGANIZER = { id: 'acc_mau', role: 'organizer', active: true } as Account;
const OFFICER = { ...ORGANIZER, role: 'officer', unitId: 'unt_goquao' } as Account;

describe('how many mediators were trained', () => {
  const world = useWorld();
  const { as, api } = inTurn(world);
  const read = (filter?: CoverageFilter, account = ORGANIZER) => readCoverage(world, account, filter);

  /** Seen at an event of this kind, or only registered for it. */
  const comesTo = async (kind: 'training' | 'forum', fullName: string, phone: string, isSeen = true) => {
    const event = await publishedEvent(world, { kind, capacity: 100 }, inDays(world, 20));
    const r = await comes(world, event.id, { fullName, phone, unitId: 'unt_dinhan' });
    if (isSeen) await rewritePerson(world, r, { came: { 1: event.startsAt } });
    await linkRegistration(world, r.id);
  };
  /** As a training of an earlier year left it. */
  const wasTrainedIn = (year: number, id: string) =>
    world.db.put(participations, {
      ...participationKey(id, `reg_${year}`),
      registrationId: `reg_${year}`,
      eventId: 'evt_old',
      link: 'linked',
      days: [1],
      listed: 'trained',
      sortKey: `${year}-05-01`,
      version: 1,
      updatedAt: '2025-05-01T00:00:00.000Z',
    });

  beforeAll(async () => {
    await furnish(world);
    const near = await addTeam(world);
    const far = await addTeam(world, { name: 'Tổ hòa giải ấp xa', unitId: 'unt_donghoa' });
    const person = (teamId: string, n: number, over: object = {}) =>
      addMediator(world, teamId, {
        fullName: `Danh Mẫu ${'Một Hai Ba Bốn Năm Sáu'.split(' ')[n]}`,
        phone: `090000082${n}`,
        ...over,
      });
    const twice = await person(near.id, 0, { gender: 'female', role: 'leader' });
    await person(near.id, 1, { gender: 'male' });
    await person(near.id, 2, { gender: 'male' });
    const before = await person(far.id, 3, { gender: 'female' });
    await person(far.id, 4, { gender: undefined });
    for (let n = 0; n < 2; n++) await comesTo('training', twice.fullName, twice.phone!);
    await comesTo('training', 'Danh Mẫu Hai', '0900000821', false);
    await comesTo('forum', 'Danh Mẫu Ba', '0900000822');
    // Elected, not yet recognised: no mediator yet.
    await person(far.id, 5, { begin: { state: 'elected', on: '2026-11-01' } });
    await wasTrainedIn(2025, twice.id);
    await wasTrainedIn(2025, before.id);
  });

  test('each person counts once, where they were seen at a training', async () => {
    const { all, genders, roles, never } = await read();
    expect(all).toEqual({ mediators: 5, trained: 2 });
    expect(genders).toEqual([
      { gender: 'female', mediators: 2, trained: 2 },
      { gender: 'male', mediators: 2, trained: 0 },
      { gender: undefined, mediators: 1, trained: 0 },
    ]);
    expect(roles).toEqual([
      { role: 'leader', mediators: 1, trained: 1 },
      { role: 'mediator', mediators: 4, trained: 1 },
    ]);
    expect(never.map(({ mediator, team }) => [mediator.fullName, team.name])).toEqual([
      ['Danh Mẫu Ba', 'Tổ hòa giải ấp Hòa Bình'],
      ['Danh Mẫu Hai', 'Tổ hòa giải ấp Hòa Bình'],
      ['Danh Mẫu Năm', 'Tổ hòa giải ấp xa'],
    ]);
  });

  test('a year counts its own trainings; who was trained in another year was trained once', async () => {
    const { all, never } = await read({ year: 2026 });
    expect([all.trained, never.length]).toEqual([1, 3]);
    expect((await read({ year: 2025 })).all.trained).toBe(2);
    expect((await read({ year: 2024 })).all.trained).toBe(0);
  });

  test('units are the districts, or the communes of a district; together they are all', async () => {
    const { units, all } = await read();
    const of = (id: string) => units.find(({ unitId }) => unitId === id);
    expect(of('unt_goquao')).toMatchObject({ mediators: 3, trained: 1 });
    expect(of('unt_anminh')).toMatchObject({ mediators: 2, trained: 1 });
    expect(units.reduce((n, { mediators }) => n + mediators, 0)).toBe(all.mediators);
    const below = (await read({ area: 'unt_goquao' })).units;
    expect(below).toContainEqual({ unitId: 'unt_dinhan', name: 'Định An', mediators: 3, trained: 1 });
  });

  test('an officer reads the own area, a viewer counts without names, others nothing', async () => {
    expect((await read({}, OFFICER)).all).toEqual({ mediators: 3, trained: 1 });
    expect((await read({ area: 'unt_anminh' }, OFFICER)).all).toEqual({ mediators: 0, trained: 0 });
    as('viewer');
    expect((await api('GET', '/coverage')).json).toMatchObject({ all: { mediators: 5 }, never: 3 });
    as('officer', 'unt_goquao');
    expect((await api('GET', '/coverage?year=2026')).json).toMatchObject({ year: 2026, never: 2 });
    as('nobody');
    expect((await api('GET', '/coverage')).status).toBe(401);
    const viewer = await signIn(world, { role: 'viewer' });
    const page = await viewer.get(routes.consoleCoverage());
    expect(page.text).toContain('2 trên 5 hòa giải viên đã được tập huấn (40 %)');
    expect(page.text).not.toContain('Danh Mẫu');
    expect((await viewer.get(routes.consoleNeverTrained())).status).toBe(403);
  });

  test('the page of an organizer names who never came, and hands out the list', async () => {
    const organizer = await signIn(world, { role: 'organizer' });
    const page = await organizer.get(`${routes.consoleCoverage()}?dia-ban=unt_goquao&nam=2026`);
    expect(page.text).toContain('1 trên 3 hòa giải viên đã được tập huấn (33 %) trong năm 2026');
    expect(page.text).toContain('Danh Mẫu Hai');
    expect(page.text).not.toContain('Danh Mẫu Năm');
    const file = await organizer.get(routes.consoleNeverTrained());
    expect([file.status, file.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining('hoa-giai-vien-chua-tap-huan'),
    ]);
  });

  test('a person whose data are restricted is counted, and is not in the list that is handed out', async () => {
    const { never } = await read();
    const [first] = never;
    await restrictMediator(world, first!.mediator.id, { name: 'Đã hạn chế', reason: 'Theo yêu cầu' });
    const after = (await read()).never;
    expect(after).toHaveLength(never.length);
    const { body } = await neverTrainedFile(world, await readUnits(world), after);
    const [sheet] = await readXlsx(body as Uint8Array);
    const names = sheet!.rows.slice(1).map(({ cells }) => cells[0]!.text);
    expect(names).toEqual(['Danh Mẫu Hai', 'Danh Mẫu Năm']);
  });

  test('costs four calls: teams, mediators, those who were seen at trainings, merged records', async () => {
    const calls = await callsOf(world, () => read());
    expect(calls).toHaveLength(4);
  });
});

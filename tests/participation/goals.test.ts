import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { getUnit } from '../../functions/directory/units/get';
import { setPilot } from '../../functions/directory/units/pilot/pilot';
import { readCoverage } from '../../functions/participation/coverage';
import { coverageFile } from '../../functions/participation/coverage-file';
import {
  addCoverageGoal,
  aimOf,
  type CoverageGoalInput,
  goalFor,
  readCoverageGoals,
} from '../../functions/participation/goals';
import { participationKey, participations } from '../../functions/participation/participation';
import { readXlsx } from '../../functions/platform/sheets/xlsx';
import { routes } from '../../web/routes';
import { signInForQuotas } from '../events/nominations/scene';
import { addMediator, addTeam } from '../register/scene';
import { organizer as ORGANIZER } from '../support/people';
import { addPlaces, unit } from '../support/places';
import { problem } from '../support/refusals';
import type { Visitor } from '../support/visitor';
import { useWorld } from '../support/world';

const goal = (of: string, share: number, from = 2021): CoverageGoalInput => ({
  ...{ of: of as CoverageGoalInput['of'], share, from },
  source: 'Quyết định mẫu',
});

describe('the goal that holds for a unit', () => {
  const all = [
    unit('unt_kg', 'Kiên Giang', 'province'),
    { ...unit('unt_goquao', 'Gò Quao', 'district', 'unt_kg'), pilot: { from: 2021, to: 2022 } },
    unit('unt_dinhan', 'Định An', 'commune', 'unt_goquao'),
    unit('unt_anminh', 'An Minh', 'district', 'unt_kg'),
  ];
  const shareOf = (goals: CoverageGoalInput[], unitId: string, year: number) =>
    goalFor(goals, { all }, { unitId, year })?.share;

  it('is that of all from its year on, until another one follows', () => {
    const goals = [goal('all', 80), goal('all', 90, 2023)];
    expect([2020, 2021, 2022, 2023, 2030].map((year) => shareOf(goals, 'unt_anminh', year))).toEqual([
      ...[undefined, 80, 80, 90, 90],
    ]);
  });

  it('is that of the pilot where a unit above is in it, in the years of the pilot', () => {
    const goals = [goal('all', 80), goal('pilot', 100)];
    expect(shareOf(goals, 'unt_dinhan', 2022)).toBe(100);
    expect(shareOf(goals, 'unt_dinhan', 2023)).toBe(80);
    expect(shareOf(goals, 'unt_anminh', 2022)).toBe(80);
  });

  it('is its own before all others, the nearest first, and 0 ends it', () => {
    const goals = [goal('all', 80), goal('pilot', 100), goal('unt_goquao', 60), goal('unt_dinhan', 50, 2022)];
    expect(shareOf(goals, 'unt_dinhan', 2021)).toBe(60);
    expect(shareOf(goals, 'unt_dinhan', 2022)).toBe(50);
    expect(shareOf([...goals, goal('unt_dinhan', 0, 2023)], 'unt_dinhan', 2023)).toBe(60);
  });

  it('of one scope and year is the one that was entered last', () => {
    expect(shareOf([goal('all', 80), goal('all', 85)], 'unt_anminh', 2021)).toBe(85);
    expect(shareOf([goal('all', 90, 2023), goal('all', 85)], 'unt_anminh', 2024)).toBe(90);
  });
});

describe('what is missing', () => {
  const group = (share: number | undefined, trained: number, not: number) => [
    ...Array.from({ length: trained }, () => ({ share, trained: true })),
    ...Array.from({ length: not }, () => ({ share, trained: false })),
  ];

  it('is counted in people: a part of a person counts as one', () => {
    expect(aimOf(group(80, 3, 8))).toEqual({ shares: [80], needed: 9, missing: 6 });
    expect(aimOf(group(80, 9, 1))).toEqual({ shares: [80], needed: 8, missing: 0 });
    expect(aimOf(group(undefined, 1, 5))).toEqual({ shares: [], needed: 0, missing: 0 });
  });

  it('is counted apart for each goal: more of some do not stand in for others', () => {
    expect(aimOf([...group(100, 0, 2), ...group(50, 4, 0)])).toEqual({
      ...{ shares: [50, 100], needed: 4, missing: 2 },
    });
  });

  it('is enough: with so many more trained, the share is reached, and with one less it is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(200), fc.nat(200), (share, trained, not) => {
        const { missing } = aimOf(group(share, trained, not));
        expect(missing).toBeLessThanOrEqual(not);
        expect(100 * (trained + missing)).toBeGreaterThanOrEqual(share * (trained + not));
        if (missing > 0) expect(100 * (trained + missing - 1)).toBeLessThan(share * (trained + not));
      }),
    );
  });
});

describe('goals of coverage', () => {
  const world = useWorld();
  let organizer: Visitor;
  let officer: Visitor;
  beforeAll(async () => {
    await addPlaces(world);
    ({ organizer, officer } = await signInForQuotas(world));
    const near = await addTeam(world);
    const far = await addTeam(world, { name: 'Tổ hòa giải ấp xa', unitId: 'unt_donghoa' });
    for (const [n, word] of ['Một', 'Hai', 'Ba', 'Bốn'].entries()) {
      const { id } = await addMediator(world, n < 3 ? near.id : far.id, { fullName: `Danh Mẫu ${word}` });
      if (n > 0) continue;
      await world.db.put(participations, {
        ...participationKey(id, 'reg_old_0_a'),
        ...{
          registrationId: 'reg_old_0_a',
          eventId: 'evt_old',
          link: 'linked',
          days: [1],
          listed: 'trained',
        },
        ...{ sortKey: '2026-05-01', version: 1, updatedAt: '2026-05-01T00:00:00.000Z' },
      });
    }
    const { version } = await getUnit(world, 'unt_anminh');
    await setPilot(world, 'unt_anminh', version ?? 1, { from: 2026 });
    await addCoverageGoal(world, 1, goal('all', 50));
    await addCoverageGoal(world, 2, goal('pilot', 100));
  });
  const coverage = () => readCoverage(world, ORGANIZER, { year: 2026 });

  it('stand beside the counts of their year, for units and for all', async () => {
    const { all, units } = await coverage();
    expect(all.aim).toEqual({ shares: [50, 100], needed: 3, missing: 2 });
    const aim = (id: string) => units.find(({ unitId }) => unitId === id)?.aim;
    expect(aim('unt_goquao')).toEqual({ shares: [50], needed: 2, missing: 1 });
    expect(aim('unt_anminh')).toEqual({ shares: [100], needed: 1, missing: 1 });
    expect((await readCoverage(world, ORGANIZER)).all.aim).toBeUndefined();
    expect((await readCoverage(world, ORGANIZER, { year: 2020 })).all.aim).toBeUndefined();
  });

  it('are said in people on the page, in the file and over the API', async () => {
    const page = await organizer.get(`${routes.consoleCoverage()}?nam=2026`);
    expect(page.text).toContain('Mục tiêu năm 2026: 50 % và 100 %, cần 3 người, còn thiếu 2 người.');
    expect(page.text).toContain('50 %, cần 2 người, còn thiếu 1 người');
    expect((await organizer.get(routes.consoleCoverage())).text).toContain('vui lòng chọn năm');
    const { body } = await coverageFile(world, await coverage());
    const [sheet] = await readXlsx(body as Uint8Array);
    const rows = sheet!.rows.map(({ cells }) => cells.map(({ text }) => text));
    expect(rows[0]).toEqual([
      ...[
        'Địa bàn',
        'Hòa giải viên',
        'Đã tập huấn',
        'Tỷ lệ',
        'Mục tiêu',
        'Cần tập huấn',
        'Còn thiếu (người)',
      ],
    ]);
    expect(rows.at(-1)).toEqual(['Toàn địa bàn', '4', '1', '25 %', '50 % và 100 %', '3', '2']);
    const file = await officer.get(`${routes.consoleCoverageFile()}?nam=2026`);
    expect(file.headers.get('content-disposition')).toContain('da-tap-huan-2026');
    expect((await officer.api('GET', '/coverage?year=2026')).json.all).toEqual({
      ...{ mediators: 3, trained: 1, aim: { shares: [50], needed: 2, missing: 1 } },
    });
  });

  it('are added by organizers on the page, and those before stay', async () => {
    const form = { of: 'unt_goquao', share: '90', from: '2027', source: 'Kế hoạch mẫu' };
    await organizer.get(routes.consoleCoverageGoals());
    const refused = await organizer.send(routes.consoleCoverageGoals(), { ...form, share: '120' });
    expect(refused.status).toBe(422);
    const saved = await organizer.send(routes.consoleCoverageGoals(), form);
    expect(saved.text).toContain('Đã lưu mục tiêu tập huấn.');
    const page = await organizer.get(routes.consoleCoverageGoals());
    expect(page.text).toMatch(/Huyện Gò Quao.*90 %.*Kế hoạch mẫu.*Toàn tỉnh.*50 %/s);
    expect((await readCoverageGoals(world)).goals.map(({ share, who }) => [share, typeof who])).toEqual([
      ...[
        [50, 'string'],
        [100, 'string'],
        [90, 'string'],
      ],
    ]);
    expect((await officer.get(routes.consoleCoverageGoals())).status).toBe(403);
    const { version } = (await officer.api('GET', '/coverage/goals')).json;
    expect((await officer.api('POST', '/coverage/goals', { ...form, version })).status).toBe(403);
  });

  it('are refused for an unknown unit, and where another was entered meanwhile', async () => {
    const { version } = await readCoverageGoals(world);
    await expect(addCoverageGoal(world, version, goal('unt_khongco', 50))).rejects.toMatchObject({
      fields: [{ path: 'of', code: 'unit-unknown' }],
    });
    await expect(addCoverageGoal(world, version - 1, goal('all', 60))).rejects.toEqual(
      problem('coverage-goals-stale'),
    );
    const [one, two] = await Promise.allSettled([
      addCoverageGoal(world, version, goal('all', 60, 2030)),
      addCoverageGoal(world, version, goal('all', 70, 2030)),
    ]);
    expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected']);
  });
});

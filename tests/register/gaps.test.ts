import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../../functions/directory/accounts/account';
import { readComposition } from '../../functions/register/gaps/composition';
import { countGroups, GAPS, gapsOf, type Member } from '../../functions/register/gaps/gaps';
import { readRules, setRules } from '../../functions/register/gaps/rules';
import { setEthnicity } from '../../functions/register/mediators/ethnicity';
import { STATES, type Step, withStep } from '../../functions/register/mediators/steps';
import { GENDERS, ROLES_IN_TEAM } from '../../functions/register/mediators/traits';
import { addPlaces } from '../support/places';
import { useWorld } from '../support/world';
import { addMediator, addTeam } from './scene';

const member: fc.Arbitrary<Member> = fc.record({
  role: fc.constantFrom(...ROLES_IN_TEAM),
  gender: fc.option(fc.constantFrom(...GENDERS), { nil: undefined }),
  minority: fc.option(fc.boolean(), { nil: undefined }),
});
const rules = fc.record({ fewest: fc.nat(6), fewestWomen: fc.nat(3) });

describe('what a team lacks', () => {
  test('is told by its members and the rules', () => {
    fc.assert(
      fc.property(fc.array(member, { maxLength: 8 }), rules, fc.boolean(), (members, rule, asks) => {
        const gaps = gapsOf(members, rule, asks);
        expect(gaps).toEqual(GAPS.filter((gap) => gaps.includes(gap)));
        expect(gaps.includes('few-members')).toBe(members.length < rule.fewest);
        const women = members.filter(({ gender }) => gender === 'female').length;
        expect(gaps.includes('no-woman')).toBe(women < rule.fewestWomen);
        expect(gaps.includes('no-leader')).toBe(members.every(({ role }) => role !== 'leader'));
        expect(gaps.includes('no-minority')).toBe(asks && members.every(({ minority }) => !minority));
      }),
    );
  });

  test('is never more after somebody joins', () => {
    fc.assert(
      fc.property(fc.array(member), member, rules, fc.boolean(), (members, one, rule, asks) => {
        const before = gapsOf(members, rule, asks);
        for (const gap of gapsOf([...members, one], rule, asks)) expect(before).toContain(gap);
      }),
    );
  });
});

describe('what was decided about a mediator', () => {
  const step = fc.record({
    state: fc.constantFrom(...STATES),
    on: fc.integer({ min: 2000, max: 2030 }).map((year) => `${year}-01-01`),
  });

  test('is only ever added to, in the order of its days', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (tried) => {
        let steps: Step[] = [];
        for (const one of tried) {
          const before = JSON.stringify(steps);
          try {
            const after = withStep(steps, { ...one, at: '', who: '' });
            expect(JSON.stringify(after.slice(0, -1))).toBe(before);
            steps = after;
          } catch {
            expect(JSON.stringify(steps)).toBe(before);
          }
        }
        // The last day of each state, without those that a later entry corrected.
        const days = steps.filter(({ state }, i) => steps[i + 1]?.state !== state).map(({ on }) => on);
        expect(days).toEqual([...days].sort());
      }),
    );
  });
});

describe('counts of ethnic origins', () => {
  test('show no group of fewer than five', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Kinh', 'kinh', 'Khmer', 'Hoa')), (all) => {
        for (const { ethnicity, people } of countGroups(all)) {
          const same = all.filter((one) => one.toLowerCase() === ethnicity.toLowerCase());
          expect(people).toBe(same.length);
          expect(people).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });
});

describe('the composition of the teams', () => {
  const world = useWorld();
  const account = (role: Account['role'], unitId?: string) =>
    ({ id: `acc_${role}`, role, active: true, ...(unitId && { unitId }) }) as Account;
  const admin = account('admin');

  beforeAll(async () => {
    await addPlaces(world);
    const full = await addTeam(world, { name: 'Tổ đủ' });
    for (const [i, role] of ['leader', 'deputy', 'mediator', 'mediator', 'mediator'].entries()) {
      const { id } = await addMediator(world, full.id, { fullName: `Danh Thị Mẫu ${'ABCDE'[i]}n`, role });
      await setEthnicity(world, admin, id, {
        ...{ answer: 'given', ethnicity: 'Khmer', agreedOn: '2026-11-01', agreedBy: 'paper' },
        version: 0,
      });
    }
    const lacking = await addTeam(world, { name: 'Tổ thiếu', unitId: 'unt_donghoa' });
    const { id } = await addMediator(world, lacking.id, { fullName: 'Lê Văn Mẫu Tám', gender: 'male' });
    await setEthnicity(world, admin, id, {
      ...{ answer: 'given', ethnicity: 'Kinh', agreedOn: '2026-11-01', agreedBy: 'paper' },
      version: 0,
    });
    await addMediator(world, lacking.id, {
      fullName: 'Lê Thị Mẫu Chín',
      begin: { state: 'elected', on: '2026-10-01' },
    });
    await setRules(world, 1, {
      ...(await readRules(world)),
      minorityUnitIds: ['unt_anminh'],
    });
  });

  const gapsFor = async (who: Account, filter = {}) =>
    (await readComposition(world, who, filter)).teams.map(({ name, gaps }) => [name, ...gaps]);

  test('counts who is recognised, and names what is missing', async () => {
    const { teams, totals } = await readComposition(world, account('organizer'));
    expect(teams.map(({ members, women, waiting }) => [members, women, waiting])).toEqual([
      [5, 5, 0],
      [1, 0, 1],
    ]);
    expect(totals).toEqual({ teams: 2, mediators: 6, women: 5, lacking: 1 });
    expect(await gapsFor(account('organizer'))).toEqual([
      ['Tổ đủ'],
      ['Tổ thiếu', 'few-members', 'no-woman', 'no-leader'],
    ]);
    expect(await gapsFor(account('organizer'), { gap: 'no-leader' })).toHaveLength(1);
    expect(await gapsFor(account('organizer'), { gap: 'any' })).toHaveLength(1);
  });

  test('says who is of a minority to admins alone; others get groups of five and more', async () => {
    expect((await gapsFor(admin))[1]).toContain('no-minority');
    for (const who of [account('organizer'), account('viewer'), account('officer', 'unt_anminh')])
      expect(JSON.stringify(await gapsFor(who))).not.toContain('no-minority');
    expect((await readComposition(world, account('organizer'))).groups).toEqual([
      { ethnicity: 'Khmer', people: 5 },
    ]);
    // The same groups whatever is filtered: no difference tells a small one.
    const filtered = await readComposition(world, account('organizer'), { areas: ['unt_anminh'] });
    expect(filtered.groups).toEqual([{ ethnicity: 'Khmer', people: 5 }]);
  });

  test('of an officer is that of their own area', async () => {
    expect(await gapsFor(account('officer', 'unt_goquao'))).toEqual([['Tổ đủ']]);
    expect((await readComposition(world, account('officer', 'unt_anminh'))).totals.mediators).toBe(1);
  });

  test('costs four calls, however many teams there are', async () => {
    await readComposition(world, admin);
    world.costs.length = 0;
    await readComposition(world, admin);
    expect(world.costs).toHaveLength(4);
  });
});

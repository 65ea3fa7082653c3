import { beforeAll, describe, expect, test } from 'vitest';
import { readUnits } from '../../functions/directory/units/list';
import { dissolveTeam } from '../../functions/register/mediators/dissolve-team';
import { createTeam } from '../../functions/register/teams/create';
import { getTeam } from '../../functions/register/teams/get';
import { allTeams, teamsWith } from '../../functions/register/teams/list';
import { updateTeam } from '../../functions/register/teams/update';
import { anotherFunction } from '../support/another-function';
import { addPlacesBefore, reform } from '../support/reform';
import { useWorld } from '../support/world';
import { addMediator, addTeam, teamInput } from './scene';

const DECISION = { number: '12/QĐ-UBND', on: '2026-06-01' };

describe('a mediation team', () => {
  const world = useWorld();
  beforeAll(() => addPlacesBefore(world));

  test('is kept with its commune, hamlet and the decision that founded it', async () => {
    const made = await addTeam(world, { founded: { number: '45/QĐ-UBND', on: '2021-03-15' } });
    expect(made.id).toMatch(/^team_/);
    expect(await getTeam(world, made.id)).toMatchObject({
      version: 1,
      unitId: 'unt_dinhan',
      hamlet: 'Ấp Hòa Bình',
      founded: { number: '45/QĐ-UBND', on: '2021-03-15' },
    });
    expect((await allTeams(world)).map(({ id }) => id)).toContain(made.id);
  });

  test('has a name of its own in its commune, whatever the capitals and the place of the tone', async () => {
    const { id } = await addTeam(world, { name: 'Tổ hòa giải ấp 2' });
    const twice = { fields: [{ path: 'name', code: 'team-twice', detail: { id } }] };
    for (const name of ['tổ hoà giải Ấp 2', 'Tổ hòa giải ấp 2.'])
      await expect(addTeam(world, { name })).rejects.toMatchObject(twice);
    await addTeam(world, { name: 'Tổ hòa giải ấp 2', unitId: 'unt_thoiquan' });
  });

  test('is one, where two offices add it at the same moment', async () => {
    const named = { name: 'Tổ hòa giải ấp cùng lúc' };
    const both = await Promise.allSettled([addTeam(world, named), addTeam(anotherFunction(world), named)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('is one, where its form is sent twice', async () => {
    const input = teamInput({ name: 'Tổ hòa giải ấp gửi hai lần' });
    const id = 'team_00000000000000000a1';
    const [first, second] = [await createTeam(world, input, { id }), await createTeam(world, input, { id })];
    expect(second).toMatchObject(first);
  });

  test('belongs to a commune that is in force', async () => {
    for (const [unitId, code] of [
      ['unt_goquao', 'team-unit-level'],
      ['unt_none', 'unit-unknown'],
    ])
      await expect(addTeam(world, { name: 'Tổ khác', unitId })).rejects.toMatchObject({
        fields: [{ path: 'unitId', code }],
      });
  });

  test('was not founded in the future', async () => {
    const founded = { number: '1/QĐ-UBND', on: '2026-11-17' };
    await expect(addTeam(world, { name: 'Tổ mai sau', founded })).rejects.toMatchObject({
      fields: [{ path: 'founded.on', code: 'day-ahead' }],
    });
  });

  test('loses what an edit leaves out, and no older edit is written over a newer one', async () => {
    const { id } = await addTeam(world, { name: 'Tổ hòa giải ấp sửa' });
    const edited = await updateTeam(
      world,
      id,
      1,
      teamInput({ name: 'Tổ hòa giải ấp đã sửa', hamlet: undefined }),
    );
    expect(edited).not.toHaveProperty('hamlet');
    await expect(updateTeam(world, id, 1, teamInput({ name: 'Tổ cũ' }))).rejects.toMatchObject({
      kind: 'stale',
      code: 'team-stale',
    });
    // The name that it had is free again.
    await addTeam(world, { name: 'Tổ hòa giải ấp sửa' });
  });

  test('is dissolved by a decision, gives its name back, and is asked for by itself in lists', async () => {
    const { id } = await addTeam(world, { name: 'Tổ hòa giải ấp nhập' });
    await dissolveTeam(world, id, 1, DECISION);
    await addTeam(world, { name: 'Tổ hòa giải ấp nhập' });
    const [units, all] = [await readUnits(world), await allTeams(world)];
    const named = (dissolved: boolean) =>
      teamsWith(all, units, { search: 'ấp nhập', dissolved }).map((team) => team.id === id);
    expect(named(false)).toEqual([false]);
    expect(named(true)).toEqual([true]);
    await expect(dissolveTeam(world, id, 2, undefined)).rejects.toMatchObject({
      fields: [{ code: 'team-twice' }],
    });
  });

  test('is not dissolved while it has mediators, and takes none afterwards', async () => {
    const { id } = await addTeam(world, { name: 'Tổ hòa giải ấp có người' });
    await addMediator(world, id);
    await expect(dissolveTeam(world, id, 1, DECISION)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'team-has-members',
      detail: { count: 1 },
    });
    const empty = await addTeam(world, { name: 'Tổ hòa giải ấp không người' });
    await dissolveTeam(world, empty.id, 1, DECISION);
    await expect(addMediator(world, empty.id)).rejects.toMatchObject({
      fields: [{ path: 'teamId', code: 'team-dissolved' }],
    });
  });
});

describe('after communes were merged', () => {
  const world = useWorld();

  test('a team keeps the commune that it had, and stands under what the commune is today', async () => {
    await addPlacesBefore(world);
    const { id } = await addTeam(world);
    await addTeam(world, { name: 'Tổ hòa giải ấp xa', unitId: 'unt_donghoa' });
    await reform(world);
    const [units, all] = [await readUnits(world), await allTeams(world)];
    const under = (area: string) => teamsWith(all, units, { areas: [area] }).map((team) => team.id);
    expect((await getTeam(world, id)).unitId).toBe('unt_dinhan');
    expect(under('unt_goquaomoi')).toEqual([id]);
    expect(under('unt_thuylieumoi')).toEqual([]);
    expect(teamsWith(all, units, { search: 'gò quao mới' }).map((team) => team.id)).toEqual([id]);
    // What is on file may still be corrected; a new team names a commune of today.
    await updateTeam(world, id, 1, teamInput({ hamlet: 'Ấp Hòa Bình 2' }));
    await expect(addTeam(world, { name: 'Tổ mới' })).rejects.toMatchObject({
      fields: [{ path: 'unitId', code: 'unit-ended' }],
    });
  });
});

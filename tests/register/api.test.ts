import { beforeAll, describe, expect, test } from 'vitest';
import type { Team } from '../../functions/register/teams/team';
import { addPlaces } from '../support/places';
import { inTurn } from '../support/visitor';
import { useWorld } from '../support/world';
import { addMediator, addTeam } from './scene';

describe('the register, for each account', () => {
  const world = useWorld();
  const { as, api } = inTurn(world);
  let own: Team;
  let other: Team;
  let person: string;
  beforeAll(async () => {
    await addPlaces(world);
    own = await addTeam(world);
    other = await addTeam(world, { name: 'Tổ hòa giải ấp xa', unitId: 'unt_donghoa' });
    person = (await addMediator(world, other.id, { phone: '0900000511' })).id;
    await addMediator(world, own.id, { fullName: 'Lê Văn Mẫu Tư' });
  });
  const body = (teamId: string, fullName: string) => ({
    fullName,
    teamId,
    begin: { state: 'recognised', on: '2021-03-20' },
  });
  const statusOf = async (...call: Parameters<typeof api>) => (await api(...call)).status;
  const namesIn = async (path: string): Promise<string[]> =>
    (await api('GET', path)).json.items.map(
      (one: { name?: string; fullName?: string }) => one.name ?? one.fullName,
    );

  test('is closed to visitors', async () => {
    as('nobody');
    for (const path of ['/teams', '/mediators', `/teams/${own.id}`, `/mediators/${person}`, '/team-rules'])
      expect(await statusOf('GET', path)).toBe(401);
  });

  test('shows an officer the teams and mediators of their own area, and no others', async () => {
    as('officer', 'unt_goquao');
    expect(await namesIn('/teams')).toEqual([own.name]);
    expect(await namesIn('/teams?unitId=unt_anminh')).toEqual([]);
    expect(await namesIn('/mediators')).toEqual(['Lê Văn Mẫu Tư']);
    expect(await namesIn('/mediators?unitId=unt_anminh')).toEqual([]);
    expect(await statusOf('GET', `/mediators?teamId=${other.id}`)).toBe(403);
    expect(await statusOf('GET', `/teams/${other.id}`)).toBe(403);
    expect(await statusOf('GET', `/mediators/${person}`)).toBe(403);
  });

  test('lets an officer add and change within their own area alone', async () => {
    as('officer', 'unt_goquao');
    expect(await statusOf('POST', '/mediators', body(own.id, 'Trần Văn Mẫu Năm'))).toBe(201);
    expect(await statusOf('POST', '/mediators', body(other.id, 'Trần Văn Mẫu Năm'))).toBe(403);
    expect(await statusOf('POST', '/teams', { name: 'Tổ mới', unitId: 'unt_donghoa' })).toBe(403);
    const step = { version: 1, on: '2026-06-01', number: '1/QĐ-UBND' };
    expect(await statusOf('POST', `/mediators/${person}/dismissal`, step)).toBe(403);
    expect(await statusOf('PUT', `/mediators/${person}/trainer`, { version: 1 })).toBe(403);
    // Neither a team nor a mediator of theirs is moved out of the area.
    const team = { version: 1, name: own.name, unitId: 'unt_donghoa' };
    expect(await statusOf('PUT', `/teams/${own.id}`, team)).toBe(403);
    const { items } = (await api('GET', '/mediators')).json;
    const moved = { version: 1, fullName: items[0].fullName, teamId: other.id };
    expect(await statusOf('PUT', `/mediators/${items[0].id}`, moved)).toBe(403);
    expect(await statusOf('PUT', `/teams/${other.id}/dissolution`, { version: 1 })).toBe(403);
    expect(await statusOf('PUT', '/team-rules', { version: 1, fewest: 1, fewestWomen: 0, source: 'x' })).toBe(
      403,
    );
  });

  test('shows a viewer the teams, and no person', async () => {
    as('viewer');
    expect(await namesIn('/teams')).toEqual([own.name, other.name]);
    expect(await statusOf('GET', '/mediators')).toBe(403);
    expect(await statusOf('GET', `/mediators/${person}`)).toBe(403);
    expect(await statusOf('POST', '/mediators', body(own.id, 'Trần Văn Mẫu Sáu'))).toBe(403);
  });

  test('shows the ethnic origin to admins alone', async () => {
    const path = `/mediators/${person}/ethnicity`;
    const given = { answer: 'given', ethnicity: 'Khmer', agreedOn: '2026-11-01', agreedBy: 'paper' };
    as('admin');
    expect(await statusOf('PUT', path, { version: 0, answer: given })).toBe(200);
    expect((await api('GET', path)).json).toMatchObject({ answer: 'given', ethnicity: 'Khmer', version: 1 });
    as('organizer');
    expect(await statusOf('GET', path)).toBe(403);
    expect(await statusOf('PUT', path, { version: 1, answer: { answer: 'declined' } })).toBe(403);
    for (const read of [`/mediators/${person}`, '/mediators', '/teams', '/teams?gaps=any'])
      expect((await api('GET', read)).text).not.toContain('Khmer');
  });

  test('asks whether it is another person, and believes the answer', async () => {
    as('organizer');
    const again = body(own.id, 'Lê Văn Mẫu Tư');
    const refused = await api('POST', '/mediators', again);
    expect(refused.status).toBe(422);
    expect(refused.json.errors).toMatchObject([{ code: 'mediator-namesake' }]);
    expect(await statusOf('POST', '/mediators', { ...again, anotherPerson: true })).toBe(201);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { getMediator } from '../../functions/register/mediators/get';
import type { Mediator } from '../../functions/register/mediators/mediator';
import { QUERY, withQuery } from '../../web/query';
import { routes } from '../../web/routes';
import { addPlaces } from '../support/places';
import { inTurn, signIn, type Visitor } from '../support/visitor';
import { useWorld } from '../support/world';
import { addMediator, addTeam, hiddenIn } from './scene';

describe('merging two records of one person', () => {
  const world = useWorld();
  const { as, api } = inTurn(world);
  let officer: Visitor;
  let stays: Mediator;
  let goes: Mediator;
  let far: Mediator;
  beforeAll(async () => {
    await addPlaces(world);
    officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao' });
    const fullName = 'Danh Thị Mẫu Trùng';
    const team = await addTeam(world);
    const near = await addTeam(world, { name: 'Tổ hòa giải ấp bên' });
    const other = await addTeam(world, { name: 'Tổ hòa giải ấp xa', unitId: 'unt_donghoa' });
    stays = await addMediator(world, team.id, { fullName, phone: '0900000541' });
    goes = await addMediator(world, near.id, { fullName, yearOfBirth: 1966 });
    far = await addMediator(world, other.id, { fullName, phone: '0900000541', anotherPerson: true });
  });
  const part = (one: Mediator, name: 'gop' | 'tach', otherId?: string) =>
    withQuery(routes.consoleMediatorPart(one.id, name), { [QUERY.otherRecord]: otherId });

  test('goes from the page of a mediator to the likely record, side by side, and back by a split, by forms alone', async () => {
    expect((await officer.get(routes.consoleMediator(stays.id))).text).toContain('Gộp hồ sơ trùng');
    const list = await officer.get(part(stays, 'gop'));
    expect(list.html).toContain(goes.id);
    expect(list.html).not.toContain(far.id);
    const compare = await officer.get(part(stays, 'gop', goes.id));
    expect(compare.text).toContain('Tổ hòa giải ấp bên (của hồ sơ gộp vào)');
    const filled = { ...hiddenIn(compare.html), yearOfBirth: 'other', phone: 'own', teamId: 'own' };
    const merged = await officer.send(part(stays, 'gop', goes.id), filled);
    expect(merged.text).toContain('Đã gộp hai hồ sơ.');
    expect(merged.text).toContain('1966');
    // Pressed twice.
    expect((await officer.send(part(stays, 'gop', goes.id), filled)).text).toContain('Đã gộp hai hồ sơ.');
    const away = await officer.get(routes.consoleMediator(goes.id));
    expect((await officer.get(away.to)).text).toContain('Hồ sơ vừa mở đã được gộp vào hồ sơ này.');
    expect((await officer.get(routes.consoleMediators())).html).not.toContain(goes.id);
    const form = await officer.get(part(stays, 'tach'));
    expect(form.text).toContain('Những gì ghi thêm hoặc sửa sau khi gộp ở lại với hồ sơ này.');
    const sent = { ...hiddenIn(form.html), otherId: goes.id };
    expect((await officer.send(part(stays, 'tach'), sent)).text).toContain('Đã tách hồ sơ này ra.');
    expect(await getMediator(world, stays.id)).not.toHaveProperty('yearOfBirth');
    expect((await officer.get(part(stays, 'tach'))).text).toContain('Không có hồ sơ nào được gộp');
  });

  test('is for those who may edit both records: an officer in their own area alone', async () => {
    const path = `/mediators/${stays.id}`;
    const { version } = await getMediator(world, stays.id);
    const body = { otherId: far.id, version, otherVersion: 1 };
    const statusOf = async (...call: Parameters<typeof api>) => (await api(...call)).status;
    as('nobody');
    expect(await statusOf('POST', `${path}/merge`, body)).toBe(401);
    as('officer', 'unt_goquao');
    expect(await statusOf('POST', `${path}/merge`, body)).toBe(403);
    expect(await statusOf('POST', `/mediators/${far.id}/merge`, { ...body, otherId: stays.id })).toBe(403);
    expect(await statusOf('GET', `/mediators/${far.id}/likely-same`)).toBe(403);
    expect((await officer.get(part(stays, 'gop', far.id))).status).toBe(403);
    as('viewer');
    expect(await statusOf('POST', `${path}/merge`, body)).toBe(403);
    as('organizer');
    expect((await api('GET', `${path}/likely-same`)).json.items).toMatchObject([
      { mediator: { id: far.id }, samePhone: true },
      { mediator: { id: goes.id }, samePhone: false },
    ]);
    expect(await statusOf('POST', `${path}/merge`, { ...body, version: version + 1 })).toBe(412);
    expect((await api('POST', `${path}/merge`, body)).json).toMatchObject({ merged: [far.id] });
    expect((await api('GET', `/mediators/${far.id}`)).json).toMatchObject({ code: 'mediator-merged' });
    as('officer', 'unt_goquao');
    const split = { otherId: far.id, version: version + 1 };
    expect(await statusOf('POST', `${path}/split`, split)).toBe(403);
    as('organizer');
    expect((await api('POST', `${path}/split`, split)).json).toMatchObject({ id: far.id, version: 3 });
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { everMembersOf } from '../../functions/register/mediators/find';
import { allTeams } from '../../functions/register/teams/list';
import { routes } from '../../web/routes';
import { addPlaces } from '../support/places';
import { signIn, type Visitor } from '../support/visitor';
import { useWorld } from '../support/world';
import { addMediator, addTeam, hiddenIn } from './scene';

describe('the pages of the register', () => {
  const world = useWorld();
  let officer: Visitor;
  let organizer: Visitor;
  beforeAll(async () => {
    await addPlaces(world);
    officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao' });
    organizer = await signIn(world, { role: 'organizer' });
  });

  test('say what to do first where there is nothing', async () => {
    expect((await officer.get(routes.consoleTeams())).text).toContain('Bắt đầu bằng cách thêm một tổ');
    expect((await officer.get(routes.consoleMediators())).text).toContain('thêm tổ hòa giải trước');
    expect((await officer.get(routes.consoleGaps())).text).toContain('Chưa có tổ hòa giải nào');
  });

  test('take an officer from a new team to a recognised mediator, by forms alone', async () => {
    const fresh = await officer.get(routes.consoleNewTeam());
    expect(fresh.text).toContain('Định An');
    expect(fresh.text).not.toContain('Đông Hòa');
    const team = await officer.send(routes.consoleNewTeam(), {
      ...hiddenIn(fresh.html),
      unitId: 'unt_dinhan',
      name: 'Tổ hòa giải ấp Hòa Bình',
      hamlet: 'Ấp Hòa Bình',
      number: '45/QĐ-UBND',
      on: '15/3/2021',
    });
    expect(team.text).toContain('Tiếp theo, vui lòng thêm các hòa giải viên');
    expect(team.text).toContain('45/QĐ-UBND, ngày 15/03/2021');
    const teamId = (await allTeams(world))[0]!.id;
    const form = await officer.get(routes.consoleNewMediator(teamId));
    const person = {
      ...hiddenIn(form.html),
      ...{ fullName: 'Danh Thị Mẫu Sen', phone: '0900 000 531', gender: 'female', role: 'leader' },
      ...{ state: 'elected', on: '10/1/2026' },
    };
    const added = await officer.send(routes.consoleNewMediator(teamId), person);
    expect(added.text).toContain('Đã thêm hòa giải viên.');
    // The same form once more is the same person.
    expect((await officer.send(routes.consoleNewMediator(teamId), person)).text).toContain(
      'Danh Thị Mẫu Sen',
    );
    const [one, ...more] = await everMembersOf(world, teamId);
    expect(more).toEqual([]);
    const step = routes.consoleMediatorPart(one!.id, 'cong-nhan');
    const refused = await officer.post(step, { version: '1', on: '2/2/2026' });
    expect([refused.status, refused.text.includes('Vui lòng điền mục này')]).toEqual([422, true]);
    const done = await officer.send(step, { version: '1', on: '2/2/2026', number: '31/QĐ-UBND' });
    expect(done.text).toContain('Được công nhận ngày 02/02/2026, số 31/QĐ-UBND');
    expect(done.text).toContain('Được bầu ngày 10/01/2026');
    const gaps = await officer.get(routes.consoleGaps());
    expect(gaps.text).toContain('Chưa đủ số người');
    expect(gaps.text).not.toContain('Chưa có tổ trưởng, ');
  });

  test('ask whether it is another person, keep what was typed, and take the answer', async () => {
    const { id } = await addTeam(world, { name: 'Tổ hòa giải ấp hỏi lại' });
    await addMediator(world, id, { fullName: 'Trần Văn Mẫu Hòa' });
    const path = routes.consoleNewMediator(id);
    expect((await officer.get(path)).text).not.toContain('Đây là người khác');
    const person = {
      ...hiddenIn((await officer.get(path)).html),
      ...{ fullName: 'Trần Văn Mẫu Hòa', role: 'mediator', state: 'recognised', on: '10/1/2021' },
    };
    const asked = await officer.post(path, person);
    expect([asked.status, asked.text.includes('Đây là người khác')]).toEqual([422, true]);
    expect(asked.html).toContain('value="Trần Văn Mẫu Hòa"');
    expect((await officer.post(path, { ...person, anotherPerson: 'on' })).status).toBe(303);
  });

  test('refuse an older page of a mediator, and show it again as it is now', async () => {
    const { id } = await addTeam(world, { name: 'Tổ hòa giải ấp cũ' });
    const one = await addMediator(world, id, { fullName: 'Võ Văn Mẫu Sửa' });
    const path = routes.consoleMediatorPart(one.id, 'sua');
    const said = { version: '1', fullName: 'Võ Văn Mẫu Đổi', teamId: id, role: 'deputy' };
    expect((await organizer.send(path, said)).text).toContain('Đã lưu thông tin.');
    expect((await organizer.post(path, said)).status).toBe(412);
  });

  test('of another area are closed to an officer; a viewer sees teams without people', async () => {
    const { id, name } = await addTeam(world, { name: 'Tổ hòa giải ấp xa', unitId: 'unt_donghoa' });
    const one = await addMediator(world, id, { fullName: 'Lê Thị Mẫu Xa' });
    for (const path of [
      routes.consoleTeam(id),
      routes.consoleTeamEdit(id),
      routes.consoleTeamDissolve(id),
      routes.consoleNewMediator(id),
      routes.consoleMediator(one.id),
      routes.consoleMediatorPart(one.id, 'sua'),
      routes.consoleMediatorPart(one.id, 'thoi-lam'),
      routes.consoleMediatorPart(one.id, 'tap-huan-vien'),
      routes.consoleMediatorPart(one.id, 'dan-toc'),
      routes.consoleMediatorPart(one.id, 'han-che'),
      routes.consoleMediatorPart(one.id, 'xoa-du-lieu'),
      routes.consoleTeamRules(),
    ])
      expect([path, (await officer.get(path)).status]).toEqual([path, 403]);
    expect((await officer.get(routes.consoleTeams())).text).not.toContain(name);
    expect((await officer.get(routes.consoleMediators())).text).not.toContain('Lê Thị Mẫu Xa');
    const viewer = await signIn(world, { role: 'viewer' });
    const team = await viewer.get(routes.consoleTeam(id));
    expect([team.status, team.text.includes('Lê Thị Mẫu Xa')]).toEqual([200, false]);
    expect((await viewer.get(routes.consoleMediators())).status).toBe(403);
  });

  test('let an admin keep the ethnic origin with its consent, restrict and lift', async () => {
    const admin = await signIn(world, { role: 'admin', bearer: true });
    const { id } = await addTeam(world, { name: 'Tổ hòa giải ấp riêng' });
    const one = await addMediator(world, id, { fullName: 'Thạch Văn Mẫu Riêng' });
    const path = routes.consoleMediatorPart(one.id, 'dan-toc');
    const given = { version: '0', answer: 'given', ethnicity: 'Khmer' };
    expect((await admin.post(path, given)).status).toBe(422);
    expect((await admin.send(path, { ...given, agreedOn: '1/11/2026', agreedBy: 'paper' })).text).toContain(
      'Đã lưu thông tin.',
    );
    for (const page of [routes.consoleMediator(one.id), routes.consoleTeam(id), routes.consoleMediators()])
      expect((await organizer.get(page)).text).not.toContain('Khmer');
    const restrict = routes.consoleMediatorPart(one.id, 'han-che');
    await admin.send(restrict, { reason: 'Tự yêu cầu' });
    expect((await organizer.get(routes.consoleTeam(id))).text).not.toContain('Thạch Văn Mẫu Riêng');
    expect((await admin.send(restrict)).text).toContain('Thạch Văn Mẫu Riêng');
  });

  test('let an organizer dissolve an empty team, and change the rules', async () => {
    const { id } = await addTeam(world, { name: 'Tổ hòa giải ấp nhập' });
    const path = routes.consoleTeamDissolve(id);
    const done = await organizer.send(path, { version: '1', number: '12/QĐ-UBND', on: '1/6/2026' });
    expect(done.text).toContain('Giải thể 12/QĐ-UBND, ngày 01/06/2026');
    const rules = await organizer.send(routes.consoleTeamRules(), {
      ...{ version: '1', fewest: '5', fewestWomen: '2', source: 'Luật mẫu, Điều 12' },
      minorityUnitIds: 'unt_goquao',
    });
    expect(rules.text).toContain('Mỗi tổ cần ít nhất 5 hòa giải viên được công nhận, trong đó có 2 nữ');
    expect(rules.text).toContain('Luật mẫu, Điều 12');
  });

  test('forget a mediator who has no phone', async () => {
    const { id } = await addTeam(world, { name: 'Tổ hòa giải ấp quên' });
    const one = await addMediator(world, id, { fullName: 'Phan Văn Mẫu Quên' });
    const path = routes.consoleMediatorPart(one.id, 'xoa-du-lieu');
    expect((await organizer.get(path)).text).toContain('Danh sách hòa giải viên 1');
    await organizer.send(path, { reason: 'asked' });
    expect((await organizer.get(routes.consoleMediator(one.id))).status).toBe(404);
    expect((await organizer.get(routes.consoleTeam(id))).text).not.toContain('Phan Văn Mẫu Quên');
  });
});

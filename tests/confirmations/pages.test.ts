import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../functions/api/operations';
import { askConfirmation } from '../../functions/confirmations/ask';
import { type Confirmation, ConfirmInput } from '../../functions/confirmations/confirmation';
import { readConfirmations } from '../../functions/confirmations/register';
import { inquiryToken } from '../../functions/inquiries/read';
import { parse } from '../../functions/platform/input/parse';
import { MINUTE, ms } from '../../functions/platform/time/dates';
import { findMediator, membersOf } from '../../functions/register/mediators/find';
import type { Mediator } from '../../functions/register/mediators/mediator';
import type { Team } from '../../functions/register/teams/team';
import { routes } from '../../web/routes';
import { addMediator, addTeam } from '../register/scene';
import { addBody } from '../support/bodies';
import { addPlaces } from '../support/places';
import { signIn, type Visitor, visitor } from '../support/visitor';
import { MONDAY, useWorld } from '../support/world';

describe('the yearly confirmation over HTTP', () => {
  const world = useWorld();
  let organizer: Visitor;
  let team: Team;
  let people: Mediator[];
  let asked: Confirmation;
  let far: Confirmation;
  const staff = (role: 'organizer' | 'viewer' | 'officer', unitId?: string) =>
    signIn(world, { role, bearer: true, ...(unitId && { unitId }) });
  beforeAll(async () => {
    world.clock.at = MONDAY;
    await addPlaces(world);
    organizer = await signIn(world, { role: 'organizer' });
    expect((await organizer.get(routes.consoleNewConfirmation())).text).toContain('Không còn đơn vị nào');
    team = await addTeam(world);
    people = [
      await addMediator(world, team.id, { fullName: 'Danh Thị Mẫu Một', phone: '0900000581' }),
      await addMediator(world, team.id, { fullName: 'Danh Văn Mẫu Hai' }),
    ];
    await addTeam(world, { name: 'Tổ hòa giải ấp xa', unitId: 'unt_donghoa' });
    for (const unitId of ['unt_goquao', 'unt_anminh'])
      await addBody(world, `UBND ${unitId}`, { kind: 'people-committee', unitId });
    // The built function keeps its lists of units and bodies for a minute.
    world.clock.forward(2 * MINUTE);
    await askConfirmation(world, parse(ConfirmInput, { unitIds: ['unt_donghoa'], dueOn: '2026-11-25' }));
    [far] = (await readConfirmations(world)) as [Confirmation];
  });

  test('is asked of all communes on one page, answered by the link, and written by the organizer', async () => {
    const list = await organizer.send(routes.consoleNewConfirmation(), { unitId: '', dueOn: '25/11/2026' });
    expect(list.text).toContain('Đã đề nghị 1 đơn vị.');
    asked = (await readConfirmations(world)).find(({ about }) => about.unitId === 'unt_dinhan')!;
    const link = routes.confirmation(inquiryToken(world, asked));
    const commune = visitor(world);
    const shown = await commune.get(link);
    expect(shown.text).toContain('Danh Thị Mẫu Một');
    expect(shown.html).not.toMatch(/900 ?000 ?581/);
    const [one, two] = people as [Mediator, Mediator];
    const filled = {
      ...{ version: '1', person: [one.id, two.id], stopped: two.id, position: 'Công chức Tư pháp' },
      ...{ [`on_${two.id}`]: '1/10/2026', [`reason_${two.id}`]: 'moved' },
      ...{ missing_0_fullName: 'Kim Thị Mẫu Thiếu', missing_0_teamId: team.id, missing_0_on: '1/9/2026' },
    };
    const wrong = await commune.post(link, { ...filled, [`reason_${two.id}`]: '', missing_0_on: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain(`href="#o-reason_${two.id}"`);
    expect(wrong.html).toContain('href="#o-missing_0_on"');
    expect((await commune.post(link, filled)).status).toBe(303);
    expect((await commune.get(link)).html).toContain('value="Kim Thị Mẫu Thiếu"');

    const page = routes.consoleConfirmation(asked.id);
    const proposed = await organizer.get(page);
    expect(proposed.text).toContain('Thôi làm từ 01/10/2026: chuyển nơi ở');
    expect((await organizer.post(page, {})).text).toContain('Vui lòng chọn ít nhất một đề nghị');
    const first = await organizer.post(page, { keys: [`stopped:${two.id}`] });
    expect([first.status, first.html.includes('href="#o-stopped-')]).toEqual([422, true]);
    expect((await findMediator(world, two.id))!.state).toBe('recognised');
    const all = await organizer.send(page, { number: '12/QĐ-UBND', buoc: 'nhap' });
    expect(all.text).toContain('Đã ghi các đề nghị vào danh sách hòa giải viên.');
    expect((await findMediator(world, two.id))!.state).toBe('dismissed');
    expect((await membersOf(world, team.id)).map(({ fullName }) => fullName)).toContain('Kim Thị Mẫu Thiếu');
    const close = routes.consoleConfirmationAct(asked.id, 'ket-thuc');
    expect((await organizer.post(close, { version: '2', words: 'Đã ghi.' })).status).toBe(303);
    expect((await commune.get(link)).text).not.toContain('Danh Thị Mẫu Một');
  });

  test('is confirmed by the officer of the area with their account, and by nobody elsewhere', async () => {
    const enter = routes.consoleConfirmationAct(far.id, 'tra-loi');
    const own = await signIn(world, { role: 'officer', unitId: 'unt_anminh' });
    expect((await own.get(enter)).text).toContain('Tôi xác nhận cho địa bàn của tôi');
    const filled = { version: '1', through: 'account', position: 'Trưởng phòng Tư pháp' };
    expect((await own.send(enter, filled)).text).toContain('Đã ghi xác nhận.');
    expect((await own.get(routes.consoleConfirmation(far.id))).text).toContain('trên hệ thống');
    expect((await own.get(routes.consoleConfirmations())).text).not.toContain('Định An');
    const other = await signIn(world, { role: 'officer', unitId: 'unt_goquao' });
    for (const path of [enter, routes.consoleConfirmation(far.id)])
      expect((await other.get(path)).status, path).toBe(403);
    expect((await other.post(enter, filled)).status).toBe(403);
    // An officer proposes; the organizers write.
    expect((await own.post(routes.consoleConfirmation(far.id), { buoc: 'nhap' })).status).toBe(403);
    for (const verb of ['hoi-lai', 'ket-thuc', 'thoi'])
      expect((await own.get(routes.consoleConfirmationAct(far.id, verb))).status, verb).toBe(403);
    expect((await own.get(routes.consoleNewConfirmation())).status).toBe(403);
  });

  test('is for each account as over its pages: viewers see who confirmed, and no people', async () => {
    const example = (id: string) => operations.find((o) => o.id === id)!.example as Record<string, unknown>;
    const url = `/confirmations/${far.id}`;
    const viewer = await staff('viewer');
    expect((await viewer.api('GET', '/confirmations')).json.items).toHaveLength(2);
    expect((await viewer.api('GET', url)).status).toBe(403);
    const own = await staff('officer', 'unt_anminh');
    expect((await own.api('GET', '/confirmations')).json.items).toHaveLength(1);
    expect((await own.api('GET', url)).json).toMatchObject({ unitName: 'Xã Đông Hòa', status: 'answered' });
    const other = await staff('officer', 'unt_goquao');
    for (const one of [viewer, own, other])
      for (const [id, path] of [
        ['askConfirmation', '/confirmations'],
        ['askConfirmationAgain', `${url}/turns`],
        ['takeOverConfirmation', `${url}/proposals`],
        ['closeConfirmation', `${url}/closing`],
        ['withdrawConfirmation', `${url}/withdrawal`],
      ] as const)
        expect((await one.api('POST', path, example(id))).status, id).toBe(403);
    for (const one of [viewer, other])
      expect((await one.api('PUT', `${url}/answer`, example('enterConfirmation'))).status).toBe(403);
    expect((await visitor(world).api('GET', url)).status).toBe(401);
    expect((await visitor(world).api('GET', '/links/confirmations/0000')).status).toBe(404);
  });

  test('is asked again with a new link, and stands among the things to do once it is late', async () => {
    const again = routes.consoleConfirmationAct(far.id, 'hoi-lai');
    const words = { version: '2', words: 'Đề nghị ghi rõ.', dueOn: '27/11/2026' };
    expect((await organizer.send(again, words)).text).toContain('Cơ quan nhận đường dẫn mới.');
    expect((await visitor(world).get(routes.confirmation(inquiryToken(world, far)))).status).toBe(404);
    world.clock.at = ms('2026-11-30T09:00:00+07:00');
    const today = await signIn(world, { role: 'organizer' });
    expect((await today.get(routes.console())).text).toContain('Xác nhận hòa giải viên quá hạn:');
    const late = (await (await staff('organizer')).api('GET', '/confirmations?state=late')).json.items;
    expect(late.map((one: { daysLate: number }) => one.daysLate)).toEqual([3]);
    const thoi = routes.consoleConfirmationAct(far.id, 'thoi');
    expect((await today.send(thoi, { version: '3', words: 'Đã gọi.' })).text).toContain('hết hiệu lực');
  });
});

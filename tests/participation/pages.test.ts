import { beforeAll, describe, expect, test } from 'vitest';
import type { Event } from '../../functions/events/event/event';
import { rewritePerson } from '../../functions/events/registrations/change/personal';
import type { Registration } from '../../functions/events/registrations/registration';
import { linkRegistration } from '../../functions/participation/link';
import { participationsIn } from '../../functions/participation/participation';
import { findPersonData } from '../../functions/privacy/find';
import type { Team } from '../../functions/register/teams/team';
import { routes } from '../../web/routes';
import { addMediator, addTeam } from '../register/scene';
import { furnish, inDays, publishedEvent } from '../support/events';
import { comes } from '../support/people';
import { inTurn, signIn } from '../support/visitor';
import { useWorld } from '../support/world';

describe('the history of a mediator, for each reader', () => {
  const world = useWorld();
  const { as, api } = inTurn(world);
  let event: Event;
  let near: Team;
  let far: Team;
  const scene = {} as { linked: Registration; own: string; other: string };
  const registers = async (fullName: string, phone: string) => {
    const registration = await comes(world, event.id, { fullName, phone, unitId: 'unt_dinhan' });
    await linkRegistration(world, registration.id);
    return registration;
  };
  beforeAll(async () => {
    await furnish(world);
    event = await publishedEvent(world, { capacity: 100 }, inDays(world, 20));
    near = await addTeam(world);
    far = await addTeam(world, { name: 'Tổ hòa giải ấp xa', unitId: 'unt_donghoa' });
    const who = { fullName: 'Danh Thị Mẫu Sen', phone: '0900000811' };
    scene.own = (await addMediator(world, near.id, who)).id;
    scene.linked = await registers(who.fullName, who.phone);
    await rewritePerson(world, scene.linked, { came: { 1: event.startsAt } });
    await linkRegistration(world, scene.linked.id);
    scene.other = (await addMediator(world, far.id, { fullName: 'Lê Mẫu Hai', phone: '0900000812' })).id;
  });
  const historyOf = (id: string) => `/mediators/${id}/history`;

  test('tells classes and hours to organizers, to the officer of the area, and to no others', async () => {
    for (const role of ['organizer', 'admin'] as const) {
      as(role);
      expect((await api('GET', historyOf(scene.own))).json).toMatchObject({
        hours: 4,
        classes: [{ title: event.title, attendance: 'attended', hours: 4, days: 1 }],
      });
    }
    as('officer', 'unt_goquao');
    expect((await api('GET', historyOf(scene.own))).json).toMatchObject({ hours: 4 });
    expect((await api('GET', historyOf(scene.other))).status).toBe(403);
    as('viewer');
    expect((await api('GET', historyOf(scene.own))).status).toBe(403);
    as('nobody');
    expect((await api('GET', historyOf(scene.own))).status).toBe(401);
  });

  test('tells a mediator their own with code and phone; one who is in no register gets none', async () => {
    as('nobody');
    const path = '/registrations/history/lookup';
    const { code, phone } = scene.linked;
    expect((await api('POST', path, { code, phone })).json).toMatchObject({ linked: true, hours: 4 });
    expect((await api('POST', path, { code, phone: '0900000899' })).status).toBe(404);
    const stranger = await registers('Phan Thị Mẫu Lạ', '0900000813');
    expect((await api('POST', path, { code: stranger.code, phone: stranger.phone })).json).toEqual({
      ...{ linked: false, classes: [], hours: 0 },
    });
  });

  test('lets organizers alone decide what is offered', async () => {
    const offered = await registers('Lê Thị Mẫu Hai', '0900000812');
    const path = `${historyOf(scene.other)}/${offered.id}/link`;
    for (const role of ['officer', 'viewer'] as const) {
      as(role, role === 'officer' ? 'unt_anminh' : undefined);
      expect((await api('GET', '/mediator-links')).status).toBe(403);
      expect((await api('PUT', path, { link: 'linked' })).status).toBe(403);
    }
    as('organizer');
    expect((await api('GET', '/mediator-links')).json.items).toMatchObject([
      { mediatorId: scene.other, registrationId: offered.id, registeredName: 'Lê Thị Mẫu Hai' },
    ]);
    expect(
      (await api('PUT', `${historyOf(scene.own)}/${offered.id}/link`, { link: 'linked' })).json,
    ).toMatchObject({
      code: 'participation-missing',
    });
    expect((await api('PUT', path, { link: 'linked' })).json).toEqual({ link: 'linked' });
    expect((await api('GET', '/mediator-links')).json.items).toEqual([]);
  });

  test('is shown and decided on pages, by forms alone', async () => {
    const organizer = await signIn(world, { role: 'organizer' });
    const offered = await registers('Lê Văn Mẫu Hai', '0900000812');
    const list = await organizer.get(routes.consoleLinks());
    expect(list.text).toContain('Lê Văn Mẫu Hai');
    const fields = { mediatorId: scene.other, registrationId: offered.id, link: 'refused' };
    const done = await organizer.send(routes.consoleLinks(), fields);
    expect(done.text).toContain('Đã ghi đây là người khác.');
    expect(done.text).toContain('Không có lượt đăng ký nào cần đối chiếu.');
    expect((await participationsIn(world, offered.id)).map(({ link }) => link)).toEqual(['refused']);
    const page = await organizer.get(routes.consoleMediator(scene.own));
    expect(page.text).toContain('Đã dự 1 lớp, hội nghị; tổng cộng 4 giờ.');
    const one = await organizer.get(routes.consoleRegistration(scene.linked.id));
    expect(one.text).toContain('Có trong danh sách hòa giải viên.');
  });

  test('belongs to what is kept of the person', async () => {
    const { kept } = await findPersonData(world, { mediatorId: scene.own });
    expect(kept.find(({ place }) => place === 'register')?.values).toMatchObject({
      classes: [{ registrationId: scene.linked.id, link: 'linked' }],
    });
  });

  test('of a registration whose name is another one, and that an organizer linked, is found with the mediator', async () => {
    const { kept } = await findPersonData(world, { mediatorId: scene.other });
    const found = kept.filter(({ place }) => place === 'registrations');
    expect(found.map(({ values }) => values.fullName)).toEqual(['Lê Thị Mẫu Hai']);
  });
});

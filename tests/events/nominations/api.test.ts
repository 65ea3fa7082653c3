import { beforeAll, describe, expect, it } from 'vitest';
import { runClock } from '../../../functions/background/clock/tick';
import { nominationLink } from '../../../functions/events/nominations/read';
import { revokeNomination } from '../../../functions/events/nominations/revoke';
import { addBody } from '../../support/bodies';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { giveQuota, namedBy } from './scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});

const call: Visitor['api'] = (...what) => visitor(world).api(...what);

const scene = async (quota = 3, unitId = 'unt_goquao', eventId?: string) => {
  const event = eventId ?? (await addEvent(world, 10, { admission: 'nomination' })).id;
  const { nomination, link } = await giveQuota(world, event, { quota, unitId });
  return { eventId: event, nomination, token: link.split('/').at(-1)! };
};
const text = 'Họ và tên\tSố điện thoại\nDanh Sóc\t0900000701\nThị Nga\t09000\nLê Ba\t0900000702';

describe('POST /nominations/{token}/list', () => {
  it('previews without writing, then names, then knows everybody', async () => {
    const { token } = await scene();
    const list = (body: object) =>
      call('POST', `/links/nominations/${token}/list`, { text, basis: 'paper', ...body });
    const seen = await list({ preview: true });
    expect(seen.json).toMatchObject({ new: 2, refused: 1, named: 0 });
    expect(seen.json.items[1]).toMatchObject({
      row: 3,
      outcome: 'refused',
      errors: [{ path: 'phone', code: 'phone-malformed' }],
    });
    expect(await namedBy(world, token)).toEqual([]);
    const named = await list({});
    expect(named.json).toMatchObject({ named: 2, refused: 1, unsent: 0 });
    const first = (await namedBy(world, token)).find((r) => r.fullName === 'Danh Sóc');
    expect(named.json.items[0]).toMatchObject({ code: first!.code, registrationId: first!.id });
    expect((await list({})).json).toMatchObject({ known: 2, named: 0, refused: 1 });
  });

  it('tells no code of whom another hand registered', async () => {
    const one = await scene();
    const other = await scene(3, 'unt_anminh', one.eventId);
    const body = { text, basis: 'paper' };
    await call('POST', `/links/nominations/${one.token}/list`, body);
    const { items } = (await call('POST', `/links/nominations/${other.token}/list`, body)).json;
    expect(items[0]).toEqual({ row: 2, outcome: 'refused', problem: 'already-registered', errors: [] });
  });

  it('takes at most 500 rows, a basis, and a link that lives', async () => {
    const { token, nomination } = await scene();
    const rows = Array.from({ length: 501 }, (_, i) => `Danh Sóc\t09000${String(i).padStart(5, '0')}`);
    const path = `/links/nominations/${token}/list`;
    const tooMany = await call('POST', path, { text: rows.join('\n'), basis: 'paper' });
    expect([tooMany.status, tooMany.json.code]).toEqual([413, 'too-many-rows']);
    expect((await call('POST', path, { text })).status).toBe(422);
    await revokeNomination(world, nomination.id);
    expect((await call('POST', path, { text, basis: 'paper' })).status).toBe(410);
  });
});

describe('POST /nominations/{token}/people', () => {
  const somebody = { fullName: 'Danh Sóc', phone: '0900000801', basis: 'paper' };
  const tokenFor = async (whose: { unitId?: string; bodyId?: string }) => {
    const { id } = await addEvent(world, 10, { admission: 'nomination' });
    const { link } = await giveQuota(world, id, { unitId: undefined, ...whose });
    return link.split('/').at(-1)!;
  };
  const refused = (answer: { status: number; json: { errors?: { path: string; code: string }[] } }) => [
    answer.status,
    ...(answer.json.errors ?? []).map((e) => [e.path, e.code].join()),
  ];

  it('takes people of the unit alone through a unit’s link: no body, and no unit elsewhere', async () => {
    const body = await addBody(world, 'Hội Phụ nữ tỉnh');
    const path = `/links/nominations/${await tokenFor({ unitId: 'unt_goquao' })}/people`;
    expect(refused(await call('POST', path, { ...somebody, bodyId: body.id }))).toEqual([
      422,
      'bodyId,body-outside',
    ]);
    expect(refused(await call('POST', path, { ...somebody, unitId: 'unt_donghoa' }))).toEqual([
      422,
      'unitId,unit-outside',
    ]);
    expect((await call('POST', path, { ...somebody, unitId: 'unt_dinhan' })).status).toBe(201);
  });

  it('takes people of the body alone through a body’s link, who may live anywhere', async () => {
    const [body, other] = [await addBody(world, 'Hội A'), await addBody(world, 'Hội B')];
    const token = await tokenFor({ bodyId: body.id });
    const path = `/links/nominations/${token}/people`;
    expect(refused(await call('POST', path, { ...somebody, bodyId: other.id }))).toEqual([
      422,
      'bodyId,body-outside',
    ]);
    expect((await call('POST', path, { ...somebody, unitId: 'unt_dinhan' })).status).toBe(201);
    expect(await namedBy(world, token)).toMatchObject([{ bodyId: body.id, unitId: 'unt_dinhan' }]);
  });
});

describe('the calls of a link', () => {
  it('are its own people, and nobody else ticks them', async () => {
    const one = await scene();
    const other = await scene();
    await call('POST', `/links/nominations/${one.token}/list`, { text, basis: 'paper' });
    await runClock(world);
    const { items } = (await call('GET', `/links/nominations/${one.token}/calls`)).json;
    expect(items.map((c: { name: string }) => c.name).sort()).toEqual(['Danh Sóc', 'Lê Ba']);
    expect((await call('GET', `/links/nominations/${other.token}/calls`)).json.items).toEqual([]);
    const path = (token: string) => `/links/nominations/${token}/calls/${items[0].id}/outcome`;
    const stranger = await call('PUT', path(other.token), { outcome: 'told' });
    expect([stranger.status, stranger.json.code]).toEqual([404, 'call-missing']);
    expect((await call('PUT', path(one.token), { outcome: 'told' })).json.state).toBe('told');
    expect((await call('GET', `/links/nominations/${one.token}/calls`)).json.items).toHaveLength(1);
  });
});

describe('quotas over the API', () => {
  it('say how much of them is used, in the list and one by one; the link says what a slip shows', async () => {
    const { eventId, nomination, token } = await scene(3);
    await call('POST', `/links/nominations/${token}/list`, { text, basis: 'paper' });
    const list = await organizer.api('GET', `/events/${eventId}/nominations`);
    expect(list.json.items).toMatchObject([
      { quota: 3, used: 2, left: 1, link: nominationLink(world, nomination) },
    ]);
    const path = `/nominations/${nomination.id}`;
    const one = await organizer.api('GET', path);
    expect(one.json).toMatchObject({ quota: 3, used: 2, left: 1, people: [{}, {}] });
    expect((await call('GET', path)).status).toBe(401);
    const open = (await call('GET', `/links/nominations/${token}`)).json;
    expect(open).toMatchObject({
      may: { name: true, replace: true },
      event: { title: 'Tập huấn kỹ năng hòa giải ở cơ sở', contactPhone: '02973000000' },
    });
    expect(open.people[0]).toMatchObject({ online: false, code: expect.stringMatching(/^\d{9}$/) });
    expect(open).not.toHaveProperty('link');
  });

  it('get one new link for the version that was read, however often it is asked', async () => {
    const { nomination } = await scene();
    const issue = (version: number) =>
      organizer.api('POST', `/nominations/${nomination.id}/issue`, { version });
    const first = await issue(1);
    expect(first.json.version).toBe(2);
    expect((await issue(1)).json).toEqual(first.json);
    expect((await issue(7)).status).toBe(412);
    expect((await issue(2)).json.link).not.toBe(first.json.link);
  });
});

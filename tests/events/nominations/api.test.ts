import { beforeAll, describe, expect, it } from 'vitest';
import { runClock } from '../../../functions/background/clock/tick';
import { addAccount, addApiToken } from '../../../functions/directory/sign-in/add-account';
import { nominationLink } from '../../../functions/events/nominations/read';
import { revokeNomination } from '../../../functions/events/nominations/revoke';
import { site } from '../../../web/site/site';
import { assets } from '../../support/assets';
import { useWorld } from '../../support/world';
import { addBody, addEvent } from '../../web/public/scene';
import { addDistricts, giveQuota, namedBy } from './scene';

const world = useWorld();
const TOKEN = 'organizer-token-0000000';
beforeAll(async () => {
  await addDistricts(world);
  const { id } = await addAccount(world, { email: 'o@stp.example', name: 'Cán bộ', role: 'organizer' });
  await addApiToken(world, id, TOKEN);
});

/** One call of the API; `staff` with the organizer's token. */
const call = async (method: string, path: string, body?: object, staff = false) => {
  const response = await site(world, assets).request(`/api${path}`, {
    method,
    headers: {
      ...(staff && { authorization: `Bearer ${TOKEN}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
};

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
      call('POST', `/nominations/${token}/list`, { text, basis: 'paper', ...body });
    const seen = await list({ preview: true });
    expect(seen.body).toMatchObject({ new: 2, refused: 1, named: 0 });
    expect(seen.body.items[1]).toMatchObject({
      row: 3,
      outcome: 'refused',
      errors: [{ path: 'phone', code: 'phone-malformed' }],
    });
    expect(await namedBy(world, token)).toEqual([]);
    const named = await list({});
    expect(named.body).toMatchObject({ named: 2, refused: 1, unsent: 0 });
    const first = (await namedBy(world, token)).find((r) => r.fullName === 'Danh Sóc');
    expect(named.body.items[0]).toMatchObject({ code: first!.code, registrationId: first!.id });
    expect((await list({})).body).toMatchObject({ known: 2, named: 0, refused: 1 });
  });

  it('tells no code of whom another hand registered', async () => {
    const one = await scene();
    const other = await scene(3, 'unt_anminh', one.eventId);
    const body = { text, basis: 'paper' };
    await call('POST', `/nominations/${one.token}/list`, body);
    const { items } = (await call('POST', `/nominations/${other.token}/list`, body)).body;
    expect(items[0]).toEqual({ row: 2, outcome: 'refused', problem: 'already-registered', errors: [] });
  });

  it('takes at most 500 rows, a basis, and a link that lives', async () => {
    const { token, nomination } = await scene();
    const rows = Array.from({ length: 501 }, (_, i) => `Danh Sóc\t09000${String(i).padStart(5, '0')}`);
    const path = `/nominations/${token}/list`;
    const tooMany = await call('POST', path, { text: rows.join('\n'), basis: 'paper' });
    expect([tooMany.status, tooMany.body.code]).toEqual([413, 'too-many-rows']);
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
  const refused = (answer: { status: number; body: { errors?: { path: string; code: string }[] } }) => [
    answer.status,
    ...(answer.body.errors ?? []).map((e) => [e.path, e.code].join()),
  ];

  it('takes people of the unit alone through a unit’s link: no body, and no unit elsewhere', async () => {
    const body = await addBody(world, 'Hội Phụ nữ tỉnh');
    const path = `/nominations/${await tokenFor({ unitId: 'unt_goquao' })}/people`;
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
    const path = `/nominations/${token}/people`;
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
    await call('POST', `/nominations/${one.token}/list`, { text, basis: 'paper' });
    await runClock(world);
    const { items } = (await call('GET', `/nominations/${one.token}/calls`)).body;
    expect(items.map((c: { name: string }) => c.name).sort()).toEqual(['Danh Sóc', 'Lê Ba']);
    expect((await call('GET', `/nominations/${other.token}/calls`)).body.items).toEqual([]);
    const path = (token: string) => `/nominations/${token}/calls/${items[0].id}/outcome`;
    const stranger = await call('PUT', path(other.token), { outcome: 'told' });
    expect([stranger.status, stranger.body.code]).toEqual([404, 'call-missing']);
    expect((await call('PUT', path(one.token), { outcome: 'told' })).body.state).toBe('told');
    expect((await call('GET', `/nominations/${one.token}/calls`)).body.items).toHaveLength(1);
  });
});

describe('quotas over the API', () => {
  it('say how much of them is used, in the list and one by one; the link says what a slip shows', async () => {
    const { eventId, nomination, token } = await scene(3);
    await call('POST', `/nominations/${token}/list`, { text, basis: 'paper' });
    const list = await call('GET', `/events/${eventId}/nominations`, undefined, true);
    expect(list.body.items).toMatchObject([
      { quota: 3, used: 2, left: 1, link: nominationLink(world, nomination) },
    ]);
    const path = `/nominations/by-id/${nomination.id}`;
    const one = await call('GET', path, undefined, true);
    expect(one.body).toMatchObject({ quota: 3, used: 2, left: 1, people: [{}, {}] });
    expect((await call('GET', path)).status).toBe(401);
    const open = (await call('GET', `/nominations/${token}`)).body;
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
      call('POST', `/nominations/by-id/${nomination.id}/issue`, { version }, true);
    const first = await issue(1);
    expect(first.body.version).toBe(2);
    expect((await issue(1)).body).toEqual(first.body);
    expect((await issue(7)).status).toBe(412);
    expect((await issue(2)).body.link).not.toBe(first.body.link);
  });
});

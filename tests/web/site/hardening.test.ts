import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operations } from '../../../functions/api/operations';
import { ownLinkToken } from '../../../functions/events/registrations/own-link';
import { listRegistrations } from '../../../functions/events/registrations/roll/list';
import { DAY } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { mayBeIndexed } from '../../../web/site/for-machines';
import { showsSecret } from '../../../web/site/from-cdn';
import { isDisguised } from '../../../web/site/path-as-sent';
import { site } from '../../../web/site/site';
import { assets } from '../../support/assets';
import { isBuilt } from '../../support/built/is-built';
import { addEvent } from '../../support/events';
import { comes } from '../../support/people';
import { addWholeProvince } from '../../support/places';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { fieldsTo, typed } from '../public/forms';

const world = useWorld();
let id: string;
beforeAll(() => addWholeProvince(world, 2));
beforeEach(async () => {
  id = (await addEvent(world, 10, { capacity: 5 })).id;
});

describe('a path in disguise', () => {
  const SIGN_IN = ['/./quan-tri/dang-nhap', '/%2e/quan-tri/dang-nhap', '/x/../quan-tri/dang-nhap'];
  const OTHERS = [
    '/quan-tri/%2E%2E/lop',
    '/quan-tri\\dang-nhap',
    '/%2571uan-tri/dang-nhap',
    '/lop/..',
    '/lop/%',
  ];

  test('is known by its dots, its backslash, or percent signs written twice', () => {
    for (const path of [...SIGN_IN, ...OTHERS]) expect([path, isDisguised(path)]).toEqual([path, true]);
    for (const path of ['/', '/lop/evt_1', '/lop/evt_1).', '/lop/G%C3%B2%20Quao', '/api/v1.2', '/lop/x\\'])
      expect([path, isDisguised(path)]).toEqual([path, false]);
  });

  test('is not answered, however the server hands it on', async () => {
    const me = visitor(world);
    const fields = { email: 'a@stp.example' };
    for (const path of SIGN_IN)
      for (const env of [
        { event: { rawPath: path } },
        ...(isBuilt ? [] : [{ incoming: { url: `${path}?x=1` } }]),
      ]) {
        const init = {
          method: 'POST',
          headers: { origin: world.settings.publicOrigin },
          body: new URLSearchParams(fields),
        };
        expect((await me.request(routes.signIn(), init, env)).status).toBe(404);
      }
    expect((await me.post('//quan-tri/dang-nhap', fields)).status).toBe(404);
    expect((await me.post(routes.signIn(), fields)).status).toBe(303);
  });
});

describe('the secret of CloudFront', () => {
  test('is compared whole', () => {
    const secrets = ['a'.repeat(64), 'b'.repeat(64)];
    for (const right of secrets) expect(showsSecret(right, secrets)).toBe(true);
    for (const wrong of [undefined, '', 'a', 'a'.repeat(63), 'a'.repeat(65), secrets.join(',')])
      expect([wrong, showsSecret(wrong, secrets)]).toEqual([wrong, false]);
  });

  test('is asked for before anything else, even before a link is mended', async () => {
    const secrets = { ...world.settings.secrets, origins: ['s'.repeat(64)] };
    const behind = site({ ...world, settings: { ...world.settings, secrets } }, assets);
    for (const path of ['/', '/LOP/x).', '/robots.txt', '/healthz', '/api/events'])
      expect((await behind.request(`https://nhipcau.test${path}`)).status).toBe(403);
  });
});

describe('a call with a session', () => {
  let staff: Visitor;
  beforeAll(async () => {
    staff = await signIn(world, { role: 'organizer' });
  });
  const call = (headers: Record<string, string>, who = staff) =>
    who.api('POST', `/events/${id}/cancel`, { reason: 'Mưa lớn', version: 1 }, headers);

  test.each([
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['no origin', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site', origin: 'https://nhipcau.test' }],
  ])('is refused from %s, in JSON as in a form', async (_from, headers) => {
    const answer = await call(headers as unknown as Record<string, string>);
    expect([answer.status, answer.json.code]).toEqual([403, 'wrong-origin']);
  });

  test('is taken from our own pages, and from a program that has a token', async () => {
    for (const headers of [{ origin: 'https://nhipcau.test' }, { 'sec-fetch-site': 'same-origin' }])
      expect((await call(headers as unknown as Record<string, string>)).status).not.toBe(403);
    const program = await signIn(world, { role: 'organizer', bearer: true });
    expect((await call({ origin: 'https://elsewhere.example' }, program)).status).not.toBe(403);
  });
});

describe('search engines', () => {
  test('are asked to leave all alone but the calendar and what is said of the site', async () => {
    const me = visitor(world);
    const registration = await comes(world, id, { unitId: 'unt_goquao_1' });
    const staff = await signIn(world, { role: 'organizer' });
    const robotsOf = async (path: string, who: Visitor = me) => {
      const answer = await who.get(path);
      return [path, answer.status, answer.headers.get('x-robots-tag')];
    };
    for (const path of [
      '/',
      '/en',
      routes.event(id),
      `/en${routes.event(id)}`,
      routes.privacy(),
      '/api/docs',
    ])
      expect(await robotsOf(path)).toEqual([path, 200, null]);
    const own = routes.ticket(ownLinkToken(world, registration));
    for (const path of [
      own,
      routes.register(id),
      routes.eventCalendar(id),
      routes.review(),
      `/api/events/${id}`,
    ])
      expect(await robotsOf(path)).toEqual([path, 200, 'noindex, nofollow']);
    for (const path of [routes.console(), routes.consoleExport(id, 'xlsx')])
      expect(await robotsOf(path, staff)).toEqual([path, 200, 'noindex, nofollow']);
    for (const path of [
      '/phieu/x/lich.ics',
      '/thu-moi/x',
      '/thu-moi/x/y/giay-moi.pdf',
      '/cu-nguoi/x/cong-van.pdf',
    ])
      expect(mayBeIndexed(path)).toBe(false);
  });

  test('robots.txt keeps them out of the console, and names no personal link', async () => {
    const { status, text } = await visitor(world).get('/robots.txt');
    expect([status, text]).toEqual([
      200,
      'User-agent: *\nDisallow: /quan-tri\nAllow: /api/docs\nDisallow: /api/\n',
    ]);
  });

  test('security.txt says where to report, and does not expire while the site stands', async () => {
    const { status, text, headers } = await visitor(world).get('/.well-known/security.txt');
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain/)]);
    expect(text).toContain('Contact: mailto:pbgdpl@nhipcau.test\nContact: tel:+842973812345\n');
    const expires = Date.parse(/Expires: (\S+)/.exec(text)![1]!);
    expect((expires - world.now()) / DAY).toBe(180);
  });
});

describe('cookies', () => {
  test('of the text size and of a registration are bound to this host, and to https', async () => {
    const me = visitor(world);
    const size = await me.get(`${routes.textSize()}?co=2`);
    const [line] = size.headers.getSetCookie();
    expect(line).toMatch(/^__Host-co=2; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    await me.send(routes.register(id), typed());
    const names = [...me.cookies.jar.keys()];
    expect(names).toContain('/ __Host-dk');
    for (const name of names) expect(name).toMatch(/ __(Host|Secure)-/);
    expect((await me.get('/')).html).toContain('data-size="2"');
  });

  test('browsers are told to use https alone for a year', async () => {
    const { headers } = await visitor(world).get('/');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  });
});

describe('a shared machine', () => {
  test('shows the registration no longer once its reader has ended there', async () => {
    const me = visitor(world);
    await me.send(routes.register(id), typed());
    const seen = await me.get(routes.reviewed());
    expect(seen.text).toContain('Xóa dấu trên máy này');
    const ended = await me.send(routes.endReview(), fieldsTo(seen, routes.endReview()));
    expect(ended.text).toContain('Đã xóa dấu trên máy này.');
    expect((await me.get(routes.reviewed())).to).toContain(routes.review());
    expect((await listRegistrations(world, id, { limit: 9 })).items).toMatchObject([{ status: 'confirmed' }]);
  });

  test('has nothing to end where the page itself carries the proof', async () => {
    const me = visitor(world);
    await me.send(routes.register(id), typed());
    const proof = [...me.cookies.jar].find(([name]) => name.endsWith('dk'))![1].value;
    const other = await visitor(world).get(`${routes.reviewed()}?phieu=${proof}`);
    expect(other.text).not.toContain('Xóa dấu trên máy này');
  });
});

describe('an id in a call of the API', () => {
  /** Secrets and keys are looked up by their hash, or compared; they have no kind. */
  const FREE = new Set(['token', 'act', 'id']);

  test('is of its kind in every path: another text is like an id that is unknown', () => {
    const loose = operations.flatMap(({ id: name, params }) =>
      Object.entries(params?.shape ?? {})
        .filter(([field]) => !FREE.has(field))
        .filter(([, schema]) => ['x y', '', 'acc_1 OR 1', '../x', 'evt_x#1'].some((t) => parses(schema, t)))
        .map(([field]) => `${name}.${field}`),
    );
    expect(loose).toEqual([]);
  });

  test('names an event where a person is moved', async () => {
    const staff = await signIn(world, { role: 'organizer' });
    const { id: person } = await comes(world, id, { unitId: 'unt_goquao_1' });
    for (const eventId of ['', 'x', 'reg_1', 'evt_x#1', 'evt_ x'])
      expect((await staff.api('POST', `/registrations/${person}/move`, { eventId })).status).toBe(422);
  });
});

const parses = (schema: unknown, text: string): boolean =>
  (schema as { safeParse(value: string): { success: boolean } }).safeParse(text).success;

import { beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../../functions/api/operations';
import type { Registration } from '../../../functions/events/registrations/registration';
import { showCode } from '../../../functions/platform/keys/ids';
import { routes } from '../../../web/routes';
import { addEvent } from '../../support/events';
import { comes } from '../../support/people';
import { addWholeProvince } from '../../support/places';
import type { Seen } from '../../support/seen';
import { type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { typed } from './forms';

const world = useWorld();
beforeAll(() => addWholeProvince(world, 2));

/** All that a browser may open, keep or send on from a page: links, forms, and where the answer leads. */
const addressesOf = ({ page, headers }: Seen): string[] => [
  ...page.querySelectorAll('a').map((a) => a.getAttribute('href') ?? ''),
  ...page.querySelectorAll('form').map((f) => f.getAttribute('action') ?? ''),
  headers.get('location') ?? '',
];

/** A code or a phone number of the person, however it is written. */
const secretsOf = ({ code, phone }: Pick<Registration, 'code' | 'phone'>) =>
  [code, showCode(code), phone, phone.slice(1)].flatMap((s) => [s, encodeURIComponent(s)]);

const mustHoldNone = (seen: Seen, mine: Pick<Registration, 'code' | 'phone'>) => {
  for (const address of addressesOf(seen).filter((a) => !/^(tel|sms):/.test(a)))
    for (const secret of secretsOf(mine)) expect(address).not.toContain(secret);
  expect(seen.headers.get('referrer-policy')).toBe('same-origin');
};

const PAGES = [
  routes.reviewed(),
  routes.registered(),
  routes.correct(),
  routes.changeWay(),
  routes.withdraw(),
];

describe('No address holds a code or a phone', () => {
  const walk = async (me: Visitor, forget: () => void, mine: Registration, eventId: string) => {
    const entered = await me.post(routes.review(), { code: mine.code, phone: mine.phone });
    expect(entered.status).toBe(303);
    mustHoldNone(entered, mine);
    forget();
    const query = new URL(entered.to, world.settings.publicOrigin).search;
    for (const path of PAGES) {
      const seen = await me.get(path + query);
      expect([path, seen.status]).toEqual([path, 200]);
      mustHoldNone(seen, mine);
    }
    for (const path of [routes.register(eventId), routes.review(), routes.forgotCode()])
      mustHoldNone(await me.get(path), mine);
  };

  test('of the pages of one’s own registration, with cookies and without', async () => {
    const event = await addEvent(world, 10, {
      mode: 'both',
      onlineUrl: 'https://meet.example.vn/p',
      pools: [
        { kind: 'open', seats: 5 },
        { kind: 'online', seats: 5 },
      ],
    });
    const mine = await comes(world, event.id, { phone: '0912345678', unitId: 'unt_goquao_1' });
    const me = visitor(world);
    await me.get(routes.review());
    await walk(me, () => {}, mine, event.id);
    const bare = visitor(world);
    await walk(bare, () => bare.cookies.jar.clear(), mine, event.id);
  });

  test('where registering leads, nor a form that was not taken', async () => {
    const event = await addEvent(world, 10);
    const sent = await visitor(world).post(routes.register(event.id), typed());
    expect(sent.status).toBe(303);
    mustHoldNone(sent, { code: 'no-code', phone: '0912345678' });
    const refused = await visitor(world).post(routes.register(event.id), typed({ fullName: '' }));
    expect(refused.status).toBe(422);
    mustHoldNone(refused, { code: 'no-code', phone: '0912345678' });
    const wrong = await visitor(world).post(routes.review(), { code: '123456789', phone: '0912345678' });
    mustHoldNone(wrong, { code: '123456789', phone: '0912345678' });
  });

  test.each(operations.map((op) => [op.id, op] as const))('%s takes none in its address', (_id, op) => {
    const named = [...Object.keys(op.query?.shape ?? {}), ...op.path.matchAll(/\{(\w+)\}/g)].map(String);
    for (const name of named) expect(name).not.toMatch(/code|phone/i);
  });

  test('and a call that sends them there without an account is answered nothing', async () => {
    const event = await addEvent(world, 10);
    const mine = await comes(world, event.id, { unitId: 'unt_goquao_1' });
    const read = await visitor(world).api(
      'GET',
      `/registrations/${mine.id}?code=${mine.code}&phone=${mine.phone}`,
    );
    expect(read.status).toBe(401);
  });
});

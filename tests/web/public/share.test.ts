import { beforeAll, describe, expect, test } from 'vitest';
import { invite } from '../../../functions/events/invitations/invite';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { routes } from '../../../web/routes';
import { holdEvent, tokenOf } from '../../events/invitations/scene';
import { danh, quotaScene } from '../../events/nominations/scene';
import { addBody } from '../../support/bodies';
import { addEvent } from '../../support/events';
import { addWholeProvince } from '../../support/places';
import type { Seen } from '../../support/seen';
import { type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { typed } from './forms';

const world = useWorld();
const ORIGIN = world.settings.publicOrigin;
let me: Visitor;
let event: string;
beforeAll(async () => {
  await addWholeProvince(world, 2);
  event = (await addEvent(world, 10, { title: 'Tập huấn & “hòa giải”', titleEn: 'Training' })).id;
  me = visitor(world);
});

/** What a preview reads of a page: `og:…`, the description, the address. */
const sharedBy = ({ page }: Seen): Record<string, string> =>
  Object.fromEntries([
    ...page
      .querySelectorAll('head meta[property], head meta[name=description]')
      .map((m) => [m.getAttribute('property') ?? 'description', m.getAttribute('content')]),
    ...page
      .querySelectorAll('head link[rel=canonical], head link[rel=alternate]')
      .map((l) => [l.getAttribute('hreflang') ?? 'canonical', l.getAttribute('href')]),
  ]);

describe('A link that is passed on', () => {
  test('shows the event with its kind, time and place', async () => {
    const seen = await me.get(routes.event(event));
    expect(sharedBy(seen)).toEqual({
      description: expect.stringMatching(/^Tập huấn · Thứ Năm, 26\/11\/2026, .*–.* · Hội trường/),
      'og:description': sharedBy(seen).description,
      'og:type': 'website',
      'og:site_name': 'Nhịp Cầu',
      'og:locale': 'vi_VN',
      'og:title': 'Tập huấn & “hòa giải”',
      'og:url': ORIGIN + routes.event(event),
      canonical: ORIGIN + routes.event(event),
      vi: ORIGIN + routes.event(event),
      en: `${ORIGIN}/en${routes.event(event)}`,
    });
    const english = sharedBy(await me.get(`/en${routes.event(event)}`));
    expect(english).toMatchObject({
      'og:title': 'Training',
      'og:locale': 'en_GB',
      canonical: `${ORIGIN}/en${routes.event(event)}`,
      vi: ORIGIN + routes.event(event),
    });
    expect(english.description).toMatch(/^Training · Thursday, 26 November 2026/);
  });

  test('says first that an event is off', async () => {
    const { id, version } = await addEvent(world, 12);
    await cancelEvent(world, id, { version, reason: 'Mưa bão' } as never);
    expect(sharedBy(await me.get(routes.event(id))).description).toMatch(/^Đã hủy · /);
  });

  test('shows the event where its form is passed on, which search engines leave alone', async () => {
    const seen = await me.get(routes.register(event));
    expect(seen.page.querySelector('meta[name=robots]')!.getAttribute('content')).toBe('noindex');
    const { canonical, ...shared } = sharedBy(seen);
    expect(shared['og:title']).toBe('Đăng ký tham dự: Tập huấn & “hòa giải”');
    expect(shared.description).toMatch(/^Tập huấn · Thứ Năm/);
    expect(canonical).toBeUndefined();
  });

  test.each([
    ['the list', routes.home()],
    ['the list, searched', `${routes.home()}?tim=x&trang=2`],
    ['review', routes.review()],
    ['a forgotten code', routes.forgotCode()],
    ['privacy', routes.privacy()],
    ['accessibility', routes.accessibility()],
  ])('has a description and one address: %s', async (_name, path) => {
    for (const prefix of ['', '/en']) {
      const seen = await me.get(`${prefix}${path}`.replace('/en/?', '/en?').replace(/^\/en\/$/, '/en'));
      expect(seen.status).toBe(200);
      const shared = sharedBy(seen);
      expect(shared.description!.length).toBeGreaterThan(30);
      expect(shared.canonical).toMatch(
        prefix ? /\/en(\/[\w/-]*)?$/ : /^https:\/\/nhipcau\.test\/(?!en)[\w/-]*$/,
      );
      expect(shared['og:title']).toBe(seen.page.querySelector('title')!.text.replace(' – Nhịp Cầu', ''));
    }
  });
});

describe('The preview of a page for one reader says nothing of anybody', () => {
  const neutral = {
    description: 'Trang riêng, dành cho người có đường dẫn.',
    'og:title': 'Nhịp Cầu',
    'og:description': 'Trang riêng, dành cho người có đường dẫn.',
    'og:type': 'website',
    'og:site_name': 'Nhịp Cầu',
    'og:locale': 'vi_VN',
  };

  test('of a nomination, its people and their slips', async () => {
    const { path } = await quotaScene(world);
    await me.post(path, { ...danh, online: 'no' });
    const list = await me.get(path);
    const slip = list.page.querySelector('a[href$=/phieu]')!.getAttribute('href')!;
    for (const page of [path, slip, slip.replace('/phieu', '/thay')])
      expect(sharedBy(await me.get(page))).toEqual(neutral);
  });

  test('of an invitation, and of a registration that was proved', async () => {
    const held = await holdEvent(world);
    const body = await addBody(world, 'Hội Luật gia mẫu');
    const [invitation] = await invite(world, held.id, { bodyId: body.id, seatsOffered: 1 });
    expect(sharedBy(await me.get(routes.invitation(tokenOf(world, invitation!))))).toEqual(neutral);
    expect((await me.send(routes.register(event), typed())).status).toBe(200);
    for (const page of [routes.reviewed(), routes.correct(), routes.withdraw()])
      expect(sharedBy(await me.get(page))).toEqual(neutral);
  });
});

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getEvent } from '../../../../functions/events/event/get';
import { readRoom } from '../../../../functions/events/event/room';
import { DAY, ms } from '../../../../functions/platform/time/dates';
import { seatsIn } from '../../../../functions/seats/ledger/room';
import { routes } from '../../../../web/routes';
import { draftEvent, furnish, publishedEvent, STARTS } from '../../../support/events';
import { fieldsOf } from '../../../support/seen';
import { type Fields, inTurn } from '../../../support/visitor';
import { MONDAY, useWorld } from '../../../support/world';
import { typed } from './typed';

const world = useWorld();
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
  as('organizer');
});

const { as, get, post } = inTurn(world);

describe('the door', () => {
  test('sends strangers to sign in and back', async () => {
    as('nobody');
    const { status, headers } = await get(routes.consoleEvents());
    expect([status, headers.get('location')]).toEqual([302, '/quan-tri/dang-nhap?ve=%2Fquan-tri%2Flop']);
    const sent = await post(routes.consoleNewEvent(), typed);
    expect([sent.status, sent.to]).toEqual([307, '/quan-tri/dang-nhap?giu&ve=%2Fquan-tri%2Flop%2Fmoi']);
  });
  test('a viewer reads and is offered nothing to change, and is refused when trying', async () => {
    const event = await publishedEvent(world);
    as('viewer');
    const { html } = await get(routes.consoleEvent(event.id));
    expect(html).toContain(event.title);
    expect(html).not.toContain(routes.consoleEditEvent(event.id));
    for (const [path, form] of [
      [routes.consoleNewEvent(), typed],
      [routes.consoleEditEvent(event.id), typed],
      [routes.consoleCancel(event.id), { reason: 'x' }],
      [routes.consolePostpone(event.id), { reason: 'x' }],
      [routes.consolePublish(event.id), {}],
      [routes.consoleDuplicate(event.id), {}],
      [routes.consoleSeats(event.id), { open: '1' }],
    ] as [string, Fields][])
      expect([path, (await post(path, form)).status]).toEqual([path, 403]);
    expect((await getEvent(world, event.id)).status).toBe('published');
  });
});

describe('publishing, postponing, cancelling', () => {
  test('a draft that lacks seats says so with a way to the field', async () => {
    const event = await draftEvent(world, { capacity: undefined });
    const { html } = await get(routes.consolePublish(event.id));
    expect(html).toContain(`${routes.consoleEditEvent(event.id)}#o-capacity`);
    expect((await post(routes.consolePublish(event.id), { version: '1' })).status).toBe(422);
  });

  test('a draft is published after a page that asks', async () => {
    const event = await draftEvent(world);
    const page = await get(routes.consolePublish(event.id));
    const { to } = await post(routes.consolePublish(event.id), fieldsOf(page.page));
    expect(to).toContain('xong=cong-bo');
    expect((await getEvent(world, event.id)).status).toBe('published');
    expect((await get(routes.consolePublish(event.id))).status).toBe(409);
  });

  test('an online class may be published before its link is known, and its page says so', async () => {
    const online = await draftEvent(world, {
      mode: 'online',
      venue: undefined,
      capacity: undefined,
      pools: [{ kind: 'online', seats: 30 }],
    });
    const field = `${routes.consoleEditEvent(online.id)}#o-onlineUrl`;
    expect((await get(routes.consolePublish(online.id))).html).toContain(field);
    expect((await get(routes.consoleEditEvent(online.id))).html).toContain('id="o-onlineUrl"');
    expect((await get(routes.consolePublish((await draftEvent(world)).id))).html).not.toContain(
      '#o-onlineUrl',
    );
  });

  test('cancelling needs a reason, says who will be told, and refuses a page that is out of date', async () => {
    const event = await publishedEvent(world);
    const page = await get(routes.consoleCancel(event.id));
    expect(page.html).toContain('Chưa có ai cần báo.');
    const bare = await post(routes.consoleCancel(event.id), fieldsOf(page.page));
    expect(bare.status).toBe(422);
    expect(bare.html).toContain('href="#o-reason"');
    const old = await post(routes.consoleCancel(event.id), { version: '1', reason: 'Gộp lớp' });
    expect([old.status, (await getEvent(world, event.id)).status]).toEqual([412, 'published']);
    expect(old.html).toContain('>Gộp lớp</textarea>');
    const done = await post(routes.consoleCancel(event.id), { ...fieldsOf(old.page), reason: 'Gộp lớp' });
    expect(done.status).toBe(303);
    expect(await getEvent(world, event.id)).toMatchObject({ status: 'cancelled', reason: 'Gộp lớp' });
  });

  test('postponed without a date, then opened again on a date that is typed', async () => {
    const event = await publishedEvent(world);
    await post(routes.consolePostpone(event.id), { version: '2', reason: 'Biển động' });
    expect(await getEvent(world, event.id)).toMatchObject({ status: 'postponed', undated: true });
    const early = await post(routes.consolePublish(event.id), { version: '3' });
    expect(early.html).toContain('href="#o-startsAt"');
    const { to } = await post(routes.consolePublish(event.id), {
      version: '3',
      'startsAt.date': '10/12/2026',
      'startsAt.time': '8:00',
    });
    expect(to).toContain('xong=mo-lai');
    expect(await getEvent(world, event.id)).toMatchObject({
      status: 'published',
      startsAt: '2026-12-10T01:00:00.000Z',
      endsAt: '2026-12-10T04:00:00.000Z',
    });
  });
});

describe('one event', () => {
  test('its page offers what may be done, and every tab', async () => {
    const event = await publishedEvent(world, { onlineUrl: 'https://meet.vn/abc' });
    const { html } = await get(routes.consoleEvent(event.id));
    for (const path of [
      routes.consoleEditEvent(event.id),
      routes.consolePostpone(event.id),
      routes.consoleCancel(event.id),
      routes.consoleDuplicate(event.id),
      routes.consoleRegistrations(event.id),
      routes.consoleNominations(event.id),
      routes.consoleInvitations(event.id),
      routes.consoleSeats(event.id),
    ])
      expect(html).toContain(`"${path}"`);
    expect(html).not.toContain(`"${routes.consolePublish(event.id)}"`);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect((await get(routes.consoleEvent('evt_none'))).status).toBe(404);
  });

  test('a draft is previewed as the public would see it, without the online link', async () => {
    const event = await draftEvent(world, {
      summary: 'Có **thảo luận**',
      mode: 'both',
      onlineUrl: 'https://meet.vn/abc',
    });
    const { status, html } = await get(routes.consolePreview(event.id));
    expect(status).toBe(200);
    expect(html).toContain('<strong>thảo luận</strong>');
    expect(html).toContain('Trang này chưa công bố');
    expect(html).not.toContain('meet.vn/abc');
  });

  test('a copy opens as a draft', async () => {
    const event = await publishedEvent(world);
    const { to } = await post(routes.consoleDuplicate(event.id), {});
    expect(to).toMatch(/^\/quan-tri\/lop\/evt_\w+\?xong=nhan-ban$/);
    expect(to).not.toContain(event.id);
  });

  test('its seats are raised on their own page, and a number that is none is refused', async () => {
    const event = await publishedEvent(world);
    expect((await post(routes.consoleSeats(event.id), { open: '-1' })).html).toContain('href="#o-open"');
    expect((await post(routes.consoleSeats(event.id), { open: '55' })).status).toBe(303);
    expect(seatsIn(await readRoom(world, event.id), 'open').size).toBe(55);
    expect((await getEvent(world, event.id)).seats.size).toBe(55);
  });
});

describe('the list', () => {
  test('shows the shelf asked for and finds without accents', async () => {
    const draft = await draftEvent(world, { title: 'Hòn Đất nháp' });
    const event = await publishedEvent(world, { title: 'Hòn Đất công bố' });
    const upcoming = (await get(`${routes.consoleEvents()}?tim=hon dat`)).html;
    expect(upcoming).toContain(routes.consoleEvent(event.id));
    expect(upcoming).not.toContain(routes.consoleEvent(draft.id));
    expect((await get(`${routes.consoleEvents()}?muc=nhap&tim=hon dat`)).html).toContain(
      routes.consoleEvent(draft.id),
    );
    world.clock.at = ms(STARTS) + 30 * DAY;
    expect((await get(`${routes.consoleEvents()}?muc=da-qua&tim=hon dat`)).html).toContain(
      routes.consoleEvent(event.id),
    );
  });
  test('survives any question in its address', async () => {
    const { status, html } = await get(
      `${routes.consoleEvents()}?muc=x&loai=y&thang=2027-99&tim=<script>&tiep=zz`,
    );
    expect(status).toBe(200);
    expect(html).not.toContain('<script>');
  });
});

describe('the ways on', () => {
  test('lead nobody to a page that refuses them', async () => {
    const event = await publishedEvent(world, { title: 'Lớp nhiều người xem' });
    const roles = ['organizer', 'viewer', 'officer'] as const;
    const offered: number[] = [];
    for (const one of roles) {
      as(one);
      const { html } = await get(routes.consoleEvent(event.id));
      const ways = [...html.matchAll(/<nav.*?<\/nav>/gs)]
        .flatMap(([nav]) => [...nav.matchAll(/href="([^"]+)"/g)])
        .map((m) => m[1]!);
      offered.push(ways.length);
      for (const way of ways) expect([one, way, (await get(way)).status]).toEqual([one, way, 200]);
    }
    expect(offered[0]).toBeGreaterThan(offered[1]!);
    expect(offered[0]).toBeGreaterThan(offered[2]!);
  });
});

describe('throwing a draft away', () => {
  test('asks first, does it, and says so on the list of drafts', async () => {
    const draft = await draftEvent(world, { title: 'Lớp tạo nhầm' });
    expect((await get(routes.consoleEvent(draft.id))).html).toContain(routes.consoleDiscard(draft.id));
    const asked = await get(routes.consoleDiscard(draft.id));
    expect(asked.html).toContain('không khôi phục được');
    const sent = await post(routes.consoleDiscard(draft.id), fieldsOf(asked.page));
    expect(sent.status).toBe(303);
    const list = await get(sent.to);
    expect(list.html).toContain('Đã xóa bản nháp');
    expect(list.html).not.toContain('Lớp tạo nhầm');
  });

  test('is offered for no published event, and to no viewer', async () => {
    const event = await publishedEvent(world, { title: 'Lớp đã mở' });
    expect((await get(routes.consoleEvent(event.id))).html).not.toContain(routes.consoleDiscard(event.id));
    expect((await get(routes.consoleDiscard(event.id))).status).toBe(409);
    const draft = await draftEvent(world, { title: 'Lớp của người khác' });
    as('viewer');
    expect((await post(routes.consoleDiscard(draft.id), { version: '1' })).status).toBe(403);
    expect(await getEvent(world, draft.id)).toMatchObject({ status: 'draft' });
  });
});

import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Account } from '../../../functions/directory/accounts/account';
import { createBody } from '../../../functions/directory/bodies/create';
import { markMailTrouble } from '../../../functions/directory/bodies/mail-trouble';
import { getEvent } from '../../../functions/events/event/get';
import { listEvents } from '../../../functions/events/event/list';
import { readRoom } from '../../../functions/events/event/room';
import { approve } from '../../../functions/events/registrations/change/approve';
import { RegisterInput, register } from '../../../functions/events/registrations/register/register';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { noticesTable } from '../../../functions/outbox/deliveries/notices-table';
import { DAY, HOUR, iso, ms } from '../../../functions/platform/time/dates';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { routes } from '../../../web/routes';
import { site } from '../../../web/site/site';
import { assets } from '../../support/assets';
import { MONDAY, useWorld } from '../../support/world';
import { draftEvent, furnish, organizer, publishedEvent, STARTS } from './samples';

let account: Account | undefined;
vi.mock('../../../functions/directory/sign-in/authenticate', () => ({ authenticate: async () => account }));

const world = useWorld();
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
  account = organizer;
});

const app = () => site(world, assets);
const get = async (path: string) => {
  const response = await app().request(path);
  return { status: response.status, headers: response.headers, html: await response.text() };
};
type Form = Record<string, string | string[]>;
const post = async (path: string, form: Form) => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const v of [value].flat()) body.append(name, v);
  const response = await app().request(path, {
    method: 'POST',
    headers: { origin: world.settings.publicOrigin, 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
  return {
    status: response.status,
    to: response.headers.get('location') ?? '',
    html: await response.text(),
  };
};

const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
/** The form of a page as a browser would send it back. */
const fieldsOf = (html: string): Form => {
  const form: Form = {};
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const type = /type="([^"]*)"/.exec(tag)?.[1];
    if (!name || ((type === 'checkbox' || type === 'radio') && !/ checked=/.test(tag))) continue;
    const value = unescaped(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
    form[name] = type === 'checkbox' && form[name] ? [form[name], value].flat() : value;
  }
  for (const [, name, text] of html.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)/g))
    form[name!] = unescaped(text!.trim());
  for (const [, name, options] of html.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    form[name!] = /value="([^"]*)" selected/.exec(options!)?.[1] ?? '';
  return form;
};
const editForm = async (id: string) => fieldsOf((await get(routes.consoleEditEvent(id))).html);

const typed: Form = {
  kind: 'forum',
  title: 'Diễn đàn hòa giải Châu Thành',
  'startsAt.date': '15/12/2026',
  'startsAt.time': '7h30',
  'endsAt.time': '11:30',
  mode: 'in-person',
  venue: 'Nhà văn hóa',
  admission: 'open',
  capacity: '120',
  coordinatingBodyIds: ['bod_hlg', 'bod_mttq'],
  contactName: 'Nguyễn Thị Ánh',
  contactPhone: '0912345678',
  'sessions.1.start': '8:00',
  'sessions.1.end': '9:00',
  'sessions.1.topic': 'Hòa giải đất đai',
};

describe('the door', () => {
  test('sends strangers to sign in and back', async () => {
    account = undefined;
    const { status, headers } = await get(routes.consoleEvents());
    expect([status, headers.get('location')]).toEqual([302, '/quan-tri/dang-nhap?ve=%2Fquan-tri%2Flop']);
    expect((await post(routes.consoleNewEvent(), typed)).to).toBe('/quan-tri/dang-nhap');
  });
  test('a viewer reads and is offered nothing to change, and is refused when trying', async () => {
    const event = await publishedEvent(world);
    account = { ...organizer, role: 'viewer' };
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
    ] as [string, Form][])
      expect([path, (await post(path, form)).status]).toEqual([path, 403]);
    expect((await getEvent(world, event.id)).status).toBe('published');
  });
});

describe('creating', () => {
  test('a filled form becomes a draft, dates typed the Vietnamese way', async () => {
    const { status, to } = await post(routes.consoleNewEvent(), typed);
    expect(status).toBe(303);
    const event = await getEvent(world, /evt_\w+/.exec(to)![0]);
    expect(event).toMatchObject({
      status: 'draft',
      startsAt: '2026-12-15T00:30:00.000Z',
      endsAt: '2026-12-15T04:30:00.000Z',
      coordinating: [{ id: 'bod_hlg' }, { id: 'bod_mttq' }],
      sessions: [{ startsAt: '2026-12-15T01:00:00.000Z', topic: 'Hòa giải đất đai' }],
    });
    expect(seatsIn(await readRoom(world, event.id), 'open').size).toBe(120);
    expect((await get(to)).html).toContain('Đã lưu bản nháp');
  });

  test('a form sent twice makes one event', async () => {
    const form = {
      ...typed,
      ...fieldsOf((await get(routes.consoleNewEvent())).html),
      ...typed,
      title: 'Một lần',
    };
    const [first, second] = [
      await post(routes.consoleNewEvent(), form),
      await post(routes.consoleNewEvent(), form),
    ];
    expect(first.to).toBe(second.to);
    expect((await listEvents(world, { shelf: 'draft', search: 'mot lan', limit: 9 })).items).toHaveLength(1);
  });

  test('a wrong form comes back with its errors by the field and with what was typed', async () => {
    const { status, html } = await post(routes.consoleNewEvent(), {
      ...typed,
      title: '',
      'startsAt.date': '31/02/2027',
      contactPhone: '12ab',
      capacity: 'nhiều',
      'sessions.1.end': '7:59',
    });
    expect(status).toBe(422);
    expect(html).toMatch(/<title>Lỗi: Tạo lớp, hội nghị/);
    expect(html).toContain('<h1>Tạo lớp, hội nghị</h1>');
    for (const id of ['title', 'startsAt', 'contactPhone', 'capacity'])
      expect(html).toMatch(new RegExp(`<a href="#o-${id}">`));
    expect(html).toContain('>Tên: Xin điền mục này</a>');
    expect(html).toContain('value="Hòa giải đất đai"');
    expect(html).toContain('value="31/02/2027"');
    expect(html).toContain('value="nhiều"');
    expect(html).toMatch(/<title>Lỗi: /);
  });

  test('an error of the programme stands at the row that was typed, blank rows or not', async () => {
    const { html } = await post(routes.consoleNewEvent(), { ...typed, 'sessions.1.end': '7:59' });
    expect(html).toMatch(/href="#o-sessions-1-end">Buổi 2, đến giờ: /);
    expect(html).toContain('id="o-sessions-1-end"');
  });

  test('“Thêm buổi” gives more rows, saves nothing and complains of nothing', async () => {
    const { status, html } = await post(routes.consoleNewEvent(), {
      kind: 'forum',
      title: 'Dở dang',
      them: 'buoi',
    });
    expect(status).toBe(200);
    expect(html).toContain('value="Dở dang"');
    expect(html).not.toContain('class="error-summary"');
    const again = await post(routes.consoleNewEvent(), { ...fieldsOf(html), them: 'buoi' });
    expect(again.html.match(/<legend>Buổi/g)!.length).toBe(html.match(/<legend>Buổi/g)!.length + 2);
    expect((await listEvents(world, { shelf: 'draft', search: 'do dang', limit: 9 })).items).toHaveLength(0);
  });
});

describe('editing', () => {
  test('the form as it stands changes nothing but the version', async () => {
    const event = await draftEvent(world, { summary: 'Dòng một\nDòng "hai" & <ba>', titleEn: 'Training' });
    const { status, to } = await post(routes.consoleEditEvent(event.id), await editForm(event.id));
    expect([status, to]).toEqual([303, `${routes.consoleEvent(event.id)}?xong=luu`]);
    const after = await getEvent(world, event.id);
    const plain = ({
      version: _v,
      updatedAt: _u,
      seats: _s,
      by: _b,
      ...rest
    }: object & Record<string, unknown>) => rest;
    expect(plain({ ...after })).toEqual(plain({ ...event }));
    expect(after.version).toBe(2);
  });

  test('the second editor keeps what they typed, takes over what only the first changed, and sees both', async () => {
    const event = await draftEvent(world, { lunch: 'Có cơm trưa', bring: 'Giấy mời' });
    const [first, second] = [await editForm(event.id), await editForm(event.id)];
    await post(routes.consoleEditEvent(event.id), {
      ...first,
      title: 'Tên của người thứ nhất',
      venue: 'Nơi của người thứ nhất',
      capacity: '44',
    });
    const refused = await post(routes.consoleEditEvent(event.id), {
      ...second,
      title: 'Tên của người thứ hai',
      bring: 'Mang sổ tay',
    });
    expect(refused.status).toBe(412);
    expect(refused.html).toContain('người khác đã lưu một bản mới');
    expect(refused.html).toContain('<b>Tên:</b> Tên của người thứ nhất');
    expect(refused.html).toMatch(/Đã lấy theo bản mới[^<]*Địa điểm[^<]*Số chỗ tại hội trường/);
    const merged = fieldsOf(refused.html);
    expect(merged).toMatchObject({
      title: 'Tên của người thứ hai',
      bring: 'Mang sổ tay',
      venue: 'Nơi của người thứ nhất',
      capacity: '44',
      lunch: 'Có cơm trưa',
      version: '2',
    });
    expect((await getEvent(world, event.id)).title).toBe('Tên của người thứ nhất');
    expect((await post(routes.consoleEditEvent(event.id), merged)).status).toBe(303);
    expect(await getEvent(world, event.id)).toMatchObject({
      title: 'Tên của người thứ hai',
      venue: 'Nơi của người thứ nhất',
      version: 3,
    });
    expect(seatsIn(await readRoom(world, event.id), 'open').size).toBe(44);
  });

  test('a cancelled event has no form any more', async () => {
    const event = await publishedEvent(world);
    await cancelEvent(world, event.id, { reason: 'x' });
    expect((await get(routes.consoleEditEvent(event.id))).status).toBe(409);
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
    const { to } = await post(routes.consolePublish(event.id), fieldsOf(page.html));
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
    const bare = await post(routes.consoleCancel(event.id), fieldsOf(page.html));
    expect(bare.status).toBe(422);
    expect(bare.html).toContain('href="#o-reason"');
    const old = await post(routes.consoleCancel(event.id), { version: '1', reason: 'Gộp lớp' });
    expect([old.status, (await getEvent(world, event.id)).status]).toEqual([412, 'published']);
    expect(old.html).toContain('>Gộp lớp</textarea>');
    const done = await post(routes.consoleCancel(event.id), { ...fieldsOf(old.html), reason: 'Gộp lớp' });
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
    const roles = [
      { ...organizer, role: 'organizer' as const },
      { ...organizer, role: 'viewer' as const },
      { ...organizer, role: 'officer' as const, unitId: 'unt_goquao' },
    ];
    const offered: number[] = [];
    for (const one of roles) {
      account = one;
      const { html } = await get(routes.consoleEvent(event.id));
      const ways = [...html.matchAll(/<nav.*?<\/nav>/gs)]
        .flatMap(([nav]) => [...nav.matchAll(/href="([^"]+)"/g)])
        .map((m) => m[1]!);
      offered.push(ways.length);
      for (const way of ways) expect([one.role, way, (await get(way)).status]).toEqual([one.role, way, 200]);
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
    expect(asked.html).toContain('không lấy lại được');
    const sent = await post(routes.consoleDiscard(draft.id), fieldsOf(asked.html));
    expect(sent.status).toBe(303);
    const list = await get(sent.to);
    expect(list.html).toContain('Đã bỏ bản nháp');
    expect(list.html).not.toContain('Lớp tạo nhầm');
  });

  test('is offered for no published event, and to no viewer', async () => {
    const event = await publishedEvent(world, { title: 'Lớp đã mở' });
    expect((await get(routes.consoleEvent(event.id))).html).not.toContain(routes.consoleDiscard(event.id));
    expect((await get(routes.consoleDiscard(event.id))).status).toBe(409);
    const draft = await draftEvent(world, { title: 'Lớp của người khác' });
    account = { ...organizer, role: 'viewer' };
    expect((await post(routes.consoleDiscard(draft.id), { version: '1' })).status).toBe(403);
    expect(await getEvent(world, draft.id)).toMatchObject({ status: 'draft' });
  });
});

describe('today', () => {
  test('names what is to do, soonest first, each with the link that does it', async () => {
    const draft = await draftEvent(world, { title: 'Lớp nháp gần ngày' });
    const event = await publishedEvent(world, { title: 'Lớp bị hoãn' });
    await postponeEvent(world, event.id, { reason: 'x' });
    await createBody(
      world,
      { name: 'Tòa án tỉnh', kind: 'court', email: 'sai@toa.vn', contacts: [] },
      { id: 'bod_tand' },
    );
    await markMailTrouble(world, 'sai@toa.vn', 'bounced');
    const { status, html } = await get(routes.console());
    expect(status).toBe(200);
    const table = /<table class="stacked">.*?<\/table>/s.exec(html)![0];
    expect(table).toContain(routes.consolePublish(draft.id));
    expect(table).toContain(routes.consolePublish(event.id));
    expect(table).toMatch(/<b>Thư bị trả lại:<\/b> Tòa án tỉnh/);
    expect(table.indexOf('hôm nay')).toBeLessThan(table.indexOf('26/11'));
  });

  test('asks in the last week for the link of an online class that has none', async () => {
    const link = (id: string) => `${routes.consoleEditEvent(id)}#o-onlineUrl`;
    const online = await publishedEvent(world, {
      mode: 'both',
      capacity: undefined,
      pools: [
        { kind: 'open', seats: 5 },
        { kind: 'online', seats: 5 },
      ],
    });
    const linked = await publishedEvent(world, {
      mode: 'both',
      onlineUrl: 'https://hop.example/1',
      capacity: undefined,
      pools: [
        { kind: 'online', seats: 5 },
        { kind: 'open', seats: 5 },
      ],
    });
    world.clock.at = ms(STARTS) - 7 * DAY - 1;
    expect((await get(routes.console())).html).not.toContain(link(online.id));
    world.clock.at = ms(STARTS) - 7 * DAY;
    const { html } = await get(routes.console());
    expect(html).toContain(link(online.id));
    expect(html).not.toContain(link(linked.id));
  });

  test('counts the people to call, and names their event however far ahead', async () => {
    const far = await publishedEvent(world, {
      title: 'Lớp tháng Ba',
      startsAt: iso(MONDAY + 100 * DAY),
      endsAt: iso(MONDAY + 100 * DAY + HOUR),
      sessions: [],
      registrationOpensAt: undefined,
      registrationClosesAt: undefined,
    });
    const line = (n: number, eventId: string, owner = eventId) =>
      world.db.put(noticesTable, {
        pk: `reg_call${n}`,
        sk: 'confirmed#1',
        id: `dlv_call${n}`,
        channel: 'call',
        state: 'to-call',
        open: 'to-call',
        template: 'confirmed',
        dueAt: iso(MONDAY),
        attempts: 0,
        eventId,
        owner,
        createdAt: iso(MONDAY),
        updatedAt: iso(MONDAY),
      });
    await line(1, far.id);
    await line(2, far.id);
    await line(3, far.id, `nom_${far.id.slice(4)}_unt_goquao`);
    await line(4, 'evt_gone');
    const { html, status } = await get(routes.console());
    expect(status).toBe(200);
    expect(html).toMatch(/<b>Gọi 2 người<\/b> không có email: xác nhận đăng ký<\/td><td>Lớp tháng Ba, /);
    expect(html).toContain('<span class="badge">3</span>');

    // The officer who nominated them has that line; the organizer is told once it has waited two days.
    account = { ...organizer, role: 'officer', unitId: 'unt_goquao' };
    const theirs = (await get(routes.console())).html;
    expect(theirs).toMatch(/<b>Gọi 1 người<\/b> không có email: xác nhận đăng ký<\/td><td>Lớp tháng Ba, /);
    expect(theirs).toContain('<span class="badge">1</span>');
    account = { ...organizer, role: 'officer', unitId: 'unt_none' };
    expect((await get(routes.console())).html).toContain('Không có việc nào cần làm ngay');
    account = organizer;
    expect(html).not.toContain('Nhắc đơn vị gọi');
    world.clock.at = MONDAY + 2 * DAY;
    expect((await get(routes.console())).html).toContain('<b>Nhắc đơn vị gọi 1 người</b>');
  });

  test('leads to those who wait for a yes, and to nobody else', async () => {
    const event = await publishedEvent(world, { approval: true, title: 'Lớp cần duyệt' });
    const person = { unitId: 'unt_dinhan', consent: true };
    for (const [fullName, phone] of [
      ['Danh Đợi', '0903000901'],
      ['Danh Được', '0903000902'],
    ]) {
      const input = RegisterInput.parse({ ...person, fullName, phone });
      const { registration } = await register(world, event.id, input);
      if (fullName === 'Danh Được') await approve(world, registration.id);
    }
    const { html } = await get(routes.console());
    const link = /<a href="([^"]*)">Duyệt<span/.exec(html)![1]!;
    const list = (await get(unescaped(link))).html;
    expect(list).toContain('Danh Đợi');
    expect(list).not.toContain('Danh Được');
  });

  test('shows the month, marks today, and turns its pages', async () => {
    const event = await publishedEvent(world, {
      title: 'Lớp hai ngày',
      endsAt: iso(ms(STARTS) + DAY),
    });
    const { html } = await get(routes.console());
    expect(html).toMatch(/<td class="today" aria-current="date"><time datetime="2026-11-16">/);
    expect(html.split(`href="${routes.consoleEvent(event.id)}"`).length - 1).toBeGreaterThanOrEqual(3);
    expect(html).toContain('?thang=2026-12#lich');
    expect((await get(`${routes.console()}?thang=2027-01`)).html).toContain('Tháng 1/2027');
    expect((await get(`${routes.console()}?thang=xyz`)).html).toContain('Tháng 11');
  });

  test('opens on the month of the next event once this month has none left', async () => {
    world.clock.at = ms('2031-03-30T02:00:00.000Z');
    const event = await publishedEvent(world, {
      title: 'Lớp tháng sau',
      startsAt: '2031-04-08T01:00:00.000Z',
      endsAt: '2031-04-08T04:00:00.000Z',
      sessions: [],
      registrationOpensAt: undefined,
      registrationClosesAt: undefined,
    });
    const { html } = await get(routes.console());
    expect(html).toContain('<h2 id="lich">Tháng 4</h2>');
    expect(html).toContain(`Sắp tới: <a href="${routes.consoleEvent(event.id)}">Lớp tháng sau</a>, 08/04`);
    const asked = await get(`${routes.console()}?thang=2031-03`);
    expect(asked.html).toContain('<h2 id="lich">Tháng 3</h2>');
    expect(asked.html).toContain('Chưa có lớp, hội nghị nào');
  });

  test('a viewer sees the calendar and no list of duties', async () => {
    account = { ...organizer, role: 'viewer' };
    const { html } = await get(routes.console());
    expect(html).toContain('class="month"');
    expect(html).not.toContain('Cần làm');
  });
});

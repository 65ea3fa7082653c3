import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { nominationId } from '../../functions/events/nominations/nomination';
import { readCallList } from '../../functions/notices/calls/list';
import type { Delivery } from '../../functions/outbox/deliveries/delivery';
import { findDelivery } from '../../functions/outbox/deliveries/find';
import { noticesTable } from '../../functions/outbox/deliveries/notices-table';
import { transition } from '../../functions/outbox/deliveries/transition';
import { DAY, HOUR, iso, MINUTE } from '../../functions/platform/time/dates';
import { routes } from '../../web/routes';
import { addBody } from '../support/bodies';
import { addPlaces } from '../support/places';
import type { Seen } from '../support/seen';
import { anEvent, keepEvent } from '../support/stored';
import { signIn, type Visitor } from '../support/visitor';
import { MONDAY, type TestWorld, useWorld } from '../support/world';

const LATER = anEvent('evt_many', { title: 'Lớp đông người' });
const TOMORROW = anEvent('evt_soon', {
  title: 'Lớp ngày mai',
  startsAt: iso(MONDAY + DAY - HOUR),
  endsAt: iso(MONDAY + DAY + HOUR),
});

const line = (n: number, more: Partial<Delivery> = {}): Delivery => ({
  pk: `reg_m${n}`,
  sk: 'confirmed#1',
  id: `dlv_m${n}`,
  channel: 'call',
  state: 'to-call',
  template: 'confirmed',
  open: 'to-call',
  dueAt: iso(MONDAY - DAY + n),
  attempts: 0,
  owner: LATER.id,
  eventId: LATER.id,
  unitId: 'unt_anminh',
  name: `Người Mẫu ${n}`,
  phone: `09${String(10_000_000 + n)}`,
  words: 'Sở Tư pháp xin báo. '.repeat(60),
  createdAt: iso(MONDAY - DAY),
  updatedAt: iso(MONDAY - DAY),
  ...more,
});

const furnish = async (world: TestWorld) => {
  await addPlaces(world);
  for (const event of [LATER, TOMORROW]) await keepEvent(world, event);
};
const lines = (page: Seen) => page.page.querySelectorAll('li.call');
const namesOn = (page: Seen) => lines(page).map((li) => li.querySelector('strong')!.text);
/** What a browser sends for a button of the form above the list. */
const press = (visitor: Visitor, page: Seen, button: string, ids: readonly string[] = []) => {
  const form = page.page.querySelector('form#chon')!;
  const found = form.querySelectorAll('button').find((b) => b.text.includes(button))!;
  return visitor.post(form.getAttribute('action')!, [
    ['luc', form.querySelector('input[name=luc]')!.getAttribute('value')!],
    [found.getAttribute('name')!, found.getAttribute('value')!],
    ...ids.map((id): [string, string] => ['nguoi', id]),
  ]);
};
const undo = (visitor: Visitor, page: Seen) => {
  const form = page.page.querySelector('#vua-lam form')!;
  const act = form.querySelector('input[name=dot]')!.getAttribute('value')!;
  return visitor.post(form.getAttribute('action')!, { dot: act, viec: 'hoan-tac' });
};

describe('a call list of 3,000 lines', () => {
  const world = useWorld();
  const staff = {} as Record<'organizer' | 'officer', Visitor>;
  beforeAll(async () => {
    await furnish(world);
    await addBody(world, 'Hội Luật gia Mẫu', { id: 'bod_hlg' });
    for (const role of ['organizer', 'officer'] as const)
      staff[role] = await signIn(world, { role, unitId: 'unt_goquao', bearer: true });
    const all = Array.from({ length: 3_000 }, (_, n) =>
      line(n, { unitId: n % 10 ? 'unt_anminh' : 'unt_dinhan' }),
    );
    await world.db.putMany(noticesTable, [
      ...all,
      // Written last, so a list by age has them at its end.
      line(3_001, {
        sk: 'promoted#2',
        template: 'promoted',
        eventId: TOMORROW.id,
        owner: TOMORROW.id,
        name: 'Được Chỗ',
      }),
      line(3_002, {
        sk: 'event-changed#1',
        template: 'event-changed',
        eventId: TOMORROW.id,
        owner: TOMORROW.id,
        name: 'Đổi Phòng',
      }),
      line(3_003, {
        sk: 'reminder#0',
        template: 'reminder',
        eventId: TOMORROW.id,
        owner: TOMORROW.id,
        name: 'Nhắc Thôi',
      }),
      ...[1, 2, 3].map((n) =>
        line(3_010 + n, {
          sk: 'nominated#1',
          template: 'nominated',
          owner: nominationId(LATER.id, 'unt_dinhan'),
          unitId: 'unt_dinhan',
          name: `Đơn Vị Cử ${n}`,
        }),
      ),
      line(3_020, {
        sk: 'nominated#1',
        template: 'nominated',
        owner: nominationId(LATER.id, 'bod_hlg'),
        name: 'Người Của Hội',
      }),
    ]);
  });

  test('counts every line, has what must be told today first, and reads neither the rest nor its words', async () => {
    world.costs.length = 0;
    const page = await staff.organizer.get(routes.consoleCalls());
    expect(page.text).toContain('Còn 3.003 người chưa được báo');
    expect(page.text).toContain('2 người phải gọi ngay hôm nay');
    expect(page.text).toContain('4 người do đơn vị cử báo');
    expect(lines(page)).toHaveLength(50);
    // By the kind of news, then the rest of tomorrow's event, then what can wait.
    expect(namesOn(page).slice(0, 3)).toEqual(['Đổi Phòng', 'Được Chỗ', 'Nhắc Thôi']);
    expect(lines(page)[0]!.text).toMatch(/Gọi ngay diễn ra ngày mai: .*Đổi giờ hoặc địa điểm/s);
    expect(lines(page)[2]!.text).not.toContain('Gọi ngay');
    const calls = world.costs.filter(({ table }) => table === 'notices');
    expect(calls.length).toBeLessThanOrEqual(4);
    expect(world.costs.length).toBeLessThanOrEqual(10);
  });

  test('is read by one call for three thousand lines', async () => {
    world.costs.length = 0;
    const { lines: all } = await readCallList(world);
    expect(all).toHaveLength(3_007);
    expect(world.costs.filter(({ table }) => table === 'notices').length).toBeLessThanOrEqual(2);
  });

  test('is paged, and every page is another one', async () => {
    const seen = new Set<string>();
    for (const page of [1, 2, 61]) {
      const shown = await staff.organizer.get(`${routes.consoleCalls()}?trang=${page}`);
      for (const li of lines(shown)) seen.add(li.getAttribute('id')!);
    }
    expect(seen.size).toBe(50 + 50 + 3);
    const beyond = await staff.organizer.get(`${routes.consoleCalls()}?trang=99`);
    expect(lines(beyond)).toHaveLength(3);
  });

  test.each([
    ['a name without accents', 'tim=duoc+cho', 1],
    ['the end of a number', `tim=${String(10_000_000 + 2_345).slice(-5)}`, 1],
    ['an event', 'lop=evt_soon', 3],
    ['what must be told today', 'gap=1', 2],
    ['a kind of news', 'loai=promoted', 1],
    ['a commune', 'dia-ban=unt_dinhan', 300],
    ['a district', 'dia-ban=unt_goquao', 300],
    ['a commune with the calls of its unit', 'dia-ban=unt_dinhan&ai-goi=tat-ca', 303],
    ['the calls of units', 'ai-goi=don-vi', 4],
    ['the calls of one unit', 'ai-goi=unt_dinhan', 3],
    ['the calls of one body', 'ai-goi=bod_hlg', 1],
    ['the calls of a unit that has none', 'ai-goi=unt_anminh', 0],
    ['a person whom a unit named', 'tim=don+vi+cu', 3],
    ['nobody', 'tim=khongcoai', 0],
  ])('is narrowed to %s, with the true number', async (_, query, n) => {
    const page = await staff.organizer.get(`${routes.consoleCalls()}?${query}`);
    if (n > 0) expect(page.text).toContain(`Còn ${n} người`);
    else expect(page.text).toContain('Không còn ai cần gọi trong phần đang lọc');
    expect(lines(page)).toHaveLength(Math.min(50, n));
  });

  test('offers each unit and body that calls, with true counts', async () => {
    const callersOn = async (query: string) =>
      (await staff.organizer.get(`${routes.consoleCalls()}?${query}`)).page
        .querySelectorAll('select[name=ai-goi] option')
        .map((option) => `${option.getAttribute('value')}: ${option.text}`);
    expect(await callersOn('')).toEqual([
      ': Ban tổ chức (3.003)',
      'don-vi: Mọi đơn vị cử (4)',
      'tat-ca: Tất cả (3.007)',
      'bod_hlg: Hội Luật gia Mẫu (1)',
      'unt_dinhan: Xã Định An, huyện Gò Quao (3)',
    ]);
    // The other choices count, too; a choice without lines stays.
    expect(await callersOn('lop=evt_soon&ai-goi=unt_dinhan')).toEqual([
      ': Ban tổ chức (3)',
      'don-vi: Mọi đơn vị cử (0)',
      'tat-ca: Tất cả (3)',
      'unt_dinhan: Xã Định An, huyện Gò Quao (0)',
    ]);
  });

  test('shows an officer the lines of their area alone, with their number', async () => {
    const page = await staff.officer.get(routes.consoleCalls());
    expect(page.text).toContain('Còn 3 người chưa được báo');
    expect(namesOn(page)).toEqual(['Đơn Vị Cử 1', 'Đơn Vị Cử 2', 'Đơn Vị Cử 3']);
    expect((await staff.officer.get(routes.console())).text).toContain('Gọi 3 người');
  });

  test('is counted on the first page of the console, too', async () => {
    const page = await staff.organizer.get(routes.console());
    expect(page.text).toContain('Gọi 3.000 người');
    expect(page.text).toContain('Gọi ngay 2 người');
    expect(page.html).toContain('<span class="badge">3.003</span>');
  });

  test('all calls of a commune are ticked by two clicks, and taken back by one', async () => {
    const start = await staff.organizer.get(routes.consoleCalls());
    const commune = start.page
      .querySelectorAll('li.call a')
      .find((a) => a.text.includes('Định An') && a.text.includes('(300 người)'));
    // First click: the commune, at any of its people or in the filter.
    const page = await staff.organizer.get(
      commune?.getAttribute('href') ?? `${routes.consoleCalls()}?dia-ban=unt_dinhan`,
    );
    // Second click.
    const done = await press(staff.organizer, page, 'Đã báo cả 300 người đang lọc');
    expect(done.status).toBe(303);
    const after = await staff.organizer.get(done.to);
    expect(after.text).toContain('Đã báo 300 người.');
    expect(after.text).toContain('Không còn ai cần gọi trong phần đang lọc');
    expect((await staff.organizer.get(routes.consoleCalls())).text).toContain('Còn 2.703 người');
    expect(await findDelivery(world, 'dlv_m10')).toMatchObject({
      state: 'told',
      toldBy: expect.stringMatching(/^acc_/),
    });
    expect((await findDelivery(world, 'dlv_m10'))?.open).toBeUndefined();

    const back = await staff.organizer.get((await undo(staff.organizer, after)).to);
    expect(back.text).toContain('Đã đưa lại 300 người vào danh sách.');
    expect(back.text).toContain('Còn 300 người');
    expect((await findDelivery(world, 'dlv_m10'))?.state).toBe('to-call');
  });

  test('more than one request can tick are ticked in portions, and none is lost', async () => {
    const url = `${routes.consoleCalls()}?lop=evt_many&loai=confirmed`;
    const first = await press(staff.organizer, await staff.organizer.get(url), 'Đã báo cả 3.000 người');
    const after = await staff.organizer.get(first.to);
    expect(after.text).toContain('Đã báo 500 người.');
    expect(after.text).toContain('Còn 2.500 người');
    await undo(staff.organizer, after);
    expect((await staff.organizer.get(url)).text).toContain('Còn 3.000 người');
  });
});

describe('many lines in one act', () => {
  const world = useWorld();
  let organizer: Visitor;
  beforeAll(async () => {
    await furnish(world);
    organizer = await signIn(world, { role: 'organizer', bearer: true });
  });
  beforeEach(async () => {
    world.clock.at = MONDAY;
    for (const d of await world.db.all(noticesTable, {
      index: 'open',
      where: '#o = :o',
      names: { '#o': 'open' },
      values: { ':o': 'to-call' },
    }))
      await world.db.delete(noticesTable, { pk: d.pk, sk: d.sk });
    await world.db.putMany(
      noticesTable,
      Array.from({ length: 60 }, (_, n) => line(n)),
    );
    world.clock.forward(MINUTE);
  });
  const stateOf = async (n: number) => (await findDelivery(world, `dlv_m${n}`))?.state;
  const change = (n: number, state: 'told' | 'dropped') => {
    world.clock.forward(MINUTE);
    return transition(world, line(n), {
      from: ['to-call'],
      set: { state, open: undefined, ...(state === 'dropped' && { droppedAt: iso(world.now()) }) },
    });
  };

  test('those who are chosen, and no others; the page says whom it was not', async () => {
    const page = await organizer.get(routes.consoleCalls());
    await change(1, 'told');
    await change(2, 'dropped');
    const reworded = { words: 'Địa điểm mới' };
    await transition(world, line(3), { from: ['to-call'], set: reworded });
    world.clock.forward(MINUTE);
    const done = await press(organizer, page, 'Đã báo người được chọn', [
      'dlv_m0',
      'dlv_m1',
      'dlv_m2',
      'dlv_m3',
    ]);
    const after = await organizer.get(done.to);
    expect(after.text).toContain('Đã báo 2 người.');
    expect(after.text).toContain('Trong lúc gọi, tình trạng của Người Mẫu 2 đã thay đổi');
    expect(after.text).toContain('2 dòng chưa ghi được');
    expect(after.text).toContain('Người Mẫu 1: Việc này đã có người khác báo.');
    expect(after.text).toContain('Người Mẫu 3: Nội dung cần báo đã thay đổi.');
    expect(await Promise.all([0, 1, 2, 3, 4].map(stateOf))).toEqual([
      'told',
      'told',
      'told',
      'to-call',
      'to-call',
    ]);
    // Only what this act ticked is taken back.
    await undo(organizer, after);
    expect(await Promise.all([0, 1, 2].map(stateOf))).toEqual(['to-call', 'told', 'to-call']);
  });

  test('a line that came after the page was shown is not ticked with the others', async () => {
    const page = await organizer.get(`${routes.consoleCalls()}?lop=evt_many`);
    world.clock.forward(MINUTE);
    const at = iso(world.now());
    await world.db.put(noticesTable, line(99, { dueAt: at, createdAt: at, updatedAt: at }));
    await press(organizer, page, 'Đã báo cả 60 người');
    expect(await stateOf(59)).toBe('told');
    expect(await stateOf(99)).toBe('to-call');
  });

  test('sent twice it is one act, and both answers take it back', async () => {
    const page = await organizer.get(routes.consoleCalls());
    const [first, second] = [
      await press(organizer, page, 'Đã báo người được chọn', ['dlv_m5', 'dlv_m6']),
      await press(organizer, page, 'Đã báo người được chọn', ['dlv_m5', 'dlv_m6']),
    ];
    expect(second.to).toBe(first.to);
    expect((await organizer.get(second.to)).text).toContain('Đã báo 2 người.');
    // Another choice of the same page is another act.
    const third = await press(organizer, page, 'Đã báo người được chọn', ['dlv_m7']);
    expect(third.to).not.toBe(first.to);
    await undo(organizer, await organizer.get(second.to));
    expect(await Promise.all([5, 6, 7].map(stateOf))).toEqual(['to-call', 'to-call', 'told']);
  });

  test('all of a filter sent twice is one act: the second answer says the same and takes it back', async () => {
    const page = await organizer.get(`${routes.consoleCalls()}?tim=nguoi+mau+1`);
    const all = /Đã báo cả (\d+) người đang lọc/.exec(page.text)![1]!;
    expect(Number(all)).toBeGreaterThan(1);
    const send = () => press(organizer, page, `Đã báo cả ${all} người đang lọc`);
    const [first, second] = [await send(), await send()];
    expect(second.to).toBe(first.to);
    expect((await organizer.get(second.to)).text).toContain(`Đã báo ${all} người.`);
    await undo(organizer, await organizer.get(second.to));
    expect(await stateOf(1)).toBe('to-call');
  });

  test('a form sent twice does not tick a line anew that was taken back in between', async () => {
    const page = await organizer.get(routes.consoleCalls());
    const send = () => press(organizer, page, 'Đã báo người được chọn', ['dlv_m8', 'dlv_m9']);
    const first = await send();
    world.clock.forward(MINUTE);
    await undo(organizer, await organizer.get(first.to));
    const second = await send();
    expect(second.to).toBe(first.to);
    expect(await Promise.all([8, 9].map(stateOf))).toEqual(['to-call', 'to-call']);
  });

  test('what was not reached stays, and is not reached again after it was taken back', async () => {
    const page = await organizer.get(routes.consoleCalls());
    const done = await press(organizer, page, 'Chưa liên hệ được người được chọn', ['dlv_m0', 'dlv_m1']);
    const after = await organizer.get(done.to);
    expect(after.text).toContain('Chưa liên hệ được 2 người');
    expect(await stateOf(0)).toBe('not-reached');
    world.clock.forward(MINUTE);
    const told = await press(organizer, await organizer.get(routes.consoleCalls()), 'Đã báo người', [
      'dlv_m0',
    ]);
    await undo(organizer, await organizer.get(told.to));
    expect(await stateOf(0)).toBe('not-reached');
    expect((await findDelivery(world, 'dlv_m0'))?.toldAt).toBe(iso(MONDAY + MINUTE));
  });

  test('choosing nobody is asked about', async () => {
    const page = await organizer.get(routes.consoleCalls());
    const done = await press(organizer, page, 'Đã báo người được chọn');
    expect(done.status).toBe(422);
  });

  test('after a tick the reader is where they were: page, filter, and the next line', async () => {
    const page = await organizer.get(`${routes.consoleCalls()}?lop=evt_many&trang=2`);
    const [here, next] = lines(page).slice(2, 4);
    const form = here!.querySelector('form')!;
    const fields = Object.fromEntries(
      form.querySelectorAll('input').map((i) => [i.getAttribute('name')!, i.getAttribute('value')!]),
    );
    const done = await organizer.post(form.getAttribute('action')!, { ...fields, outcome: 'told' });
    const url = new URL(done.to, 'https://x');
    expect(url.searchParams.get('lop')).toBe('evt_many');
    expect(url.searchParams.get('trang')).toBe('2');
    expect(url.hash).toBe('#vua-lam');
    const after = await organizer.get(done.to);
    const notice = after.page.querySelector('#vua-lam')!;
    expect(notice.text).toContain(`Đã báo ${here!.querySelector('strong')!.text}.`);
    expect(notice.parentNode!.nextElementSibling!.getAttribute('id')).toBe(next!.getAttribute('id'));
  });

  test('a note stays with the line, with who and when, and leads to no refusal of a tick', async () => {
    const page = await organizer.get(routes.consoleCalls());
    world.clock.forward(MINUTE);
    const noted = await organizer.post(routes.consoleCalls(), {
      id: 'dlv_m1',
      viec: 'ghi',
      'ghi-chu': '9 giờ gọi lại, vợ nghe máy',
    });
    const after = await organizer.get(noted.to);
    expect(after.text).toContain('Đã lưu ghi chú.');
    const row = lines(after).find((li) => li.getAttribute('id') === 'dlv_m1')!;
    expect(row.text).toMatch(/9 giờ gọi lại, vợ nghe máy\s+\(Trần Mẫu Bình, thứ Hai, 16\/11\/2026, 9:02\)/);
    await press(organizer, page, 'Đã báo người được chọn', ['dlv_m1']);
    expect(await findDelivery(world, 'dlv_m1')).toMatchObject({
      state: 'told',
      notes: [{ text: '9 giờ gọi lại, vợ nghe máy', by: expect.stringMatching(/^acc_/) }],
    });
    expect((await organizer.post(routes.consoleCalls(), { id: 'dlv_m1', viec: 'ghi' })).status).toBe(422);
  });

  test('people on one number are named across the pages, with the way to all of them', async () => {
    await world.db.putMany(
      noticesTable,
      [0, 59].map((n) => line(n, { phone: '0900123456' })),
    );
    const page = await organizer.get(routes.consoleCalls());
    const first = lines(page).find((li) => li.getAttribute('id') === 'dlv_m0')!;
    const other = first.querySelectorAll('.small a').find((a) => a.text === 'Người Mẫu 59')!;
    expect(lines(await organizer.get(other.getAttribute('href')!))).toHaveLength(2);
  });

  test('the same over the API; the act of another person is missing', async () => {
    const ids = ['dlv_m20', 'dlv_m21', 'dlv_none'];
    const { json } = await organizer.api('POST', '/call-acts', {
      ids,
      outcome: 'told',
      key: 'motlan12345',
    });
    expect(json).toMatchObject({ done: 2, refused: [{ id: 'dlv_none', code: 'call-missing' }] });
    const other = await signIn(world, { role: 'organizer', bearer: true });
    expect((await other.api('DELETE', `/call-acts/${json.act}`)).status).toBe(404);
    expect((await organizer.api('DELETE', `/call-acts/${json.act}`)).json).toEqual({ count: 2 });
    expect(await stateOf(20)).toBe('to-call');
    const noted = await organizer.api('POST', '/calls/dlv_m20/notes', { text: 'Máy bận' });
    expect(noted).toMatchObject({
      status: 201,
      json: { notes: [{ text: 'Máy bận' }], unitId: 'unt_anminh' },
    });
  });

  test('an officer ticks, notes and takes back nothing outside their area', async () => {
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
    const { json } = await officer.api('POST', '/call-acts', { ids: ['dlv_m30'], outcome: 'told' });
    expect(json).toMatchObject({ done: 0, refused: [{ id: 'dlv_m30', code: 'call-missing' }] });
    expect((await officer.api('POST', '/calls/dlv_m30/notes', { text: 'x' })).status).toBe(404);
    expect((await officer.post(routes.consoleCalls(), { viec: 'bao', nguoi: 'dlv_m30' })).status).toBe(404);
    expect((await officer.post(routes.consoleCalls(), { viec: 'bao-het' })).status).toBe(303);
    expect(await stateOf(30)).toBe('to-call');
  });
});

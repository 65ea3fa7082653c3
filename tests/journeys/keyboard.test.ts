import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { routes } from '../../web/routes';
import { DESK } from './browser';
import { everyPage } from './every-page';
import { textOf, typedDate } from './form';
import { useJourney } from './journey';
import { choose, follow, go, pick, tabTo, typeInto, walk } from './keyboard';
import { codeMailedTo } from './sign-in';

/**
 * No mouse: pages are opened by their address, and from there on only Tab, Shift+Tab, Enter, Space, the
 * arrows and what is typed. `tabTo` looks at every stop on the way.
 */
const journey = useJourney();
const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

const sitting = async () => journey.person({ viewport: DESK });

/** Signs staff in by the keys; one window serves the whole file. */
let desk: Promise<Page> | undefined;
const organizer = () => {
  const signIn = async () => {
    const page = await sitting();
    await page.goto(journey.url(routes.console()));
    const before = (await journey.mails()).length;
    await typeInto(page, { email: 'to-chuc@stp.example' });
    await go(page);
    await typeInto(page, { code: await codeMailedTo(journey.system, 'to-chuc@stp.example', before) });
    await go(page);
    expect(page.url()).toBe(journey.url(routes.console()));
    return page;
  };
  desk ??= signIn();
  return desk;
};

const published = async (event: Record<string, unknown>): Promise<string> => {
  const { eventId } = await journey.api<{ eventId: string }>('POST', '/events', {
    kind: 'training',
    admission: 'open',
    startsAt: soon(18),
    endsAt: soon(18.2),
    venue: 'Hội trường mẫu',
    contactName: 'Nguyễn Thị Mẫu',
    contactPhone: '02973812345',
    capacity: 20,
    ...event,
  });
  await journey.api('POST', `/events/${eventId}/publication`, {});
  return eventId;
};

const register = (eventId: string, fullName: string, phone: string) =>
  journey.api<{ code: string }>('POST', `/events/${eventId}/registrations`, {
    fullName,
    phone,
    unitId: 'unt_goquao',
    consent: true,
  });

test('the organizer signs in, writes an event, publishes it, cancels a registration, ticks a call', async () => {
  const page = await organizer();
  await follow(page, 'Tạo lớp, hội nghị');
  await pick(page, 'kind', 'Diễn đàn');
  await typeInto(page, {
    title: 'Diễn đàn mẫu không dùng chuột',
    'startsAt.date': typedDate(21),
    'startsAt.time': '7:30',
    'endsAt.time': '11:30',
  });
  await choose(page, 'mode', 'both');
  await typeInto(page, { venue: 'Nhà văn hóa mẫu' });
  await pick(page, 'placeUnitId', 'Huyện Gò Quao');
  await typeInto(page, { onlineUrl: 'https://hop.mau.example/phong' });
  await choose(page, 'admission', 'open');
  await typeInto(page, { capacity: '3', onlineSeats: '2' });
  await tabTo(page, 'approval');
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  await typeInto(page, { contactName: 'Nguyễn Thị Mẫu', contactPhone: '0297 3812 345' });
  await follow(page, 'Lưu bản nháp');
  const eventId = /\/lop\/(evt_\w+)/.exec(page.url())?.[1] ?? '';
  expect(await textOf(page)).toContain('Diễn đàn mẫu không dùng chuột');
  await follow(page, 'Công bố');
  await follow(page, 'Công bố');
  expect(await textOf(page)).toContain('Đã công bố. Lớp, hội nghị đã hiện');
  const event = await journey.api<{ kind: string; seats: unknown }>('GET', `/events/${eventId}`);
  expect(event).toMatchObject({ kind: 'forum', mode: 'both', placeUnitId: 'unt_goquao', approval: false });

  await register(eventId, 'Thị Mẫu Hoa', '0900720001');
  await register(eventId, 'Danh Mẫu Khang', '0900720002');
  await follow(page, 'Người đăng ký');
  await typeInto(page, { tim: 'khang' });
  await go(page);
  expect(await textOf(page)).not.toContain('Thị Mẫu Hoa');
  await follow(page, 'Danh Mẫu Khang');
  await follow(page, 'Hủy đăng ký');
  await typeInto(page, { reason: 'Trùng lịch họp' });
  await follow(page, 'Hủy đăng ký');
  expect(await textOf(page)).toContain('Trùng lịch họp');

  // Until the streams are read, the list still holds the line that says that they have a seat.
  await journey.until(async () => {
    const { items } = await journey.api<{ items: { name: string; template: string }[] }>(
      'GET',
      `/calls?eventId=${eventId}`,
    );
    return items.some((line) => line.name === 'Danh Mẫu Khang' && line.template === 'cancelled');
  });
  await follow(page, 'Hôm nay');
  await follow(page, 'Cần gọi');
  await follow(page, /^Đã báo Danh Mẫu Khang/);
  expect(await textOf(page)).toContain('Đã báo Danh Mẫu Khang.');
});

test('an officer names a person by the link, replaces them, pastes two rows and opens a slip', async () => {
  const eventId = await published({ title: 'Lớp mẫu do đơn vị cử', admission: 'nomination', capacity: 0 });
  const { link } = await journey.api<{ link: string }>('POST', `/events/${eventId}/nominations`, {
    unitId: 'unt_goquao',
    quota: 4,
    deadline: soon(10),
    contactName: 'Lê Thị Mẫu',
    contactPhone: '0900730000',
  });
  const page = await sitting();
  await page.goto(link);
  await tabTo(page, 'Cử một người');
  await page.keyboard.press('Enter');
  await typeInto(page, { fullName: 'Danh Thị Mẫu Sen', phone: '0900730001' });
  await choose(page, 'basis', 'paper');
  await follow(page, 'Cử người này');
  expect(await textOf(page)).toContain('Đã cử Danh Thị Mẫu Sen');

  await follow(page, 'Thay người: Danh Thị Mẫu Sen');
  await typeInto(page, { fullName: 'Lý Mẫu Tâm', phone: '0900730002' });
  await choose(page, 'basis', 'person');
  await follow(page, 'Thay người');
  expect(await textOf(page)).toContain('Đã cử Lý Mẫu Tâm đi thay');

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(
    (rows) => navigator.clipboard.writeText(rows),
    'Trần Mẫu Uyên\t0900730003\nNgô Mẫu Vinh\t0900730004',
  );
  await follow(page, 'Dán từ Excel');
  await tabTo(page, 'list');
  await page.keyboard.press('ControlOrMeta+v');
  await choose(page, 'basis', 'paper');
  await follow(page, 'Xem trước');
  await follow(page, 'Cử 2 người');
  expect(await textOf(page)).toContain('Đã cử 2 người');
  await follow(page, 'Về danh sách');
  await follow(page, 'In phiếu: Ngô Mẫu Vinh');
  expect(await textOf(page)).toContain('Ngô Mẫu Vinh');
  expect(await page.locator('.ticket .qr svg').count()).toBe(1);
});

test('a body is invited after a preview, accepts with a delegate and support, then declines', async () => {
  const eventId = await published({ title: 'Hội nghị mẫu mời cơ quan', kind: 'conference' });
  const staff = await organizer();
  await staff.goto(journey.url(routes.consoleEvent(eventId)));
  // The bar's link of that name leads to the directory; the event's own comes behind its first tab.
  await tabTo(staff, 'Tình hình');
  await follow(staff, 'Cơ quan được mời');
  await follow(staff, 'Mời cơ quan');
  await tabTo(staff, 'Đoàn Luật sư tỉnh');
  await staff.keyboard.press('Space');
  await typeInto(staff, { seatsOffered: '2', respondBy: typedDate(9) });
  await follow(staff, 'Xem trước');
  expect(await textOf(staff)).toContain('Đoàn Luật sư tỉnh');
  await follow(staff, /^Gửi/);
  expect(await textOf(staff)).toContain('Đã lập thư mời');
  const mail = await journey.until(async () =>
    (await journey.mails()).find((m) => m.body.text?.includes('Hội nghị mẫu mời cơ quan')),
  );
  const link = /\/thu-moi\/[0-9a-z]+/.exec(mail.body.text!)![0];

  const page = await sitting();
  await page.goto(journey.url(link));
  const form = page.locator('[name=answer]').first();
  if (!(await form.isVisible())) {
    await tabTo(page, /Trả lời/);
    await page.keyboard.press('Enter');
  }
  await choose(page, 'answer', 'accepted');
  await typeInto(page, { 'delegates.0.name': 'Luật sư Mẫu Yên' });
  await tabTo(page, 'Báo cáo viên');
  await page.keyboard.press('Space');
  await typeInto(page, { 'detail.speaker': 'Hòa giải tranh chấp đất đai' });
  await follow(page, 'Gửi trả lời');
  expect(await textOf(page)).toContain('Nhận lời tham dự');
  expect(await textOf(page)).toContain('Luật sư Mẫu Yên');

  await tabTo(page, 'Thay đổi trả lời');
  await page.keyboard.press('Enter');
  await choose(page, 'answer', 'declined');
  await typeInto(page, { reason: 'Trùng lịch xét xử' });
  await follow(page, 'Gửi trả lời');
  expect(await textOf(page)).toContain('Trùng lịch xét xử');
});

test('anybody skips to the content, filters, enlarges, changes the language', async () => {
  const page = await sitting();
  await page.goto(journey.url(routes.home()));
  await page.keyboard.press('Tab');
  const focused = (what: string) =>
    page.evaluate(
      (name) => document.activeElement?.getAttribute(name) ?? document.activeElement?.textContent,
      what,
    );
  expect(await focused('name')).toContain('Tới nội dung chính');
  await page.keyboard.press('Enter');
  expect(await focused('id')).toBe('noi-dung');
  await page.keyboard.press('Tab');
  expect(await focused('name')).toBe('tim');
  await page.keyboard.press('Shift+Tab');
  await typeInto(page, { tim: 'dat dai' });
  await go(page);
  expect(await page.locator('.event-card').count()).toBeGreaterThan(0);
  expect(await textOf(page)).toContain('đất đai');
  await pick(page, 'loai', 'Diễn đàn');
  await follow(page, 'Tìm');
  expect(new URL(page.url()).searchParams.get('loai')).toBe('forum');

  await follow(page, /^A\+/);
  expect(await page.locator('html').getAttribute('data-size')).toBe('1');
  await follow(page, 'English');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await follow(page, 'Tiếng Việt');
  expect(await page.locator('html').getAttribute('lang')).toBe('vi');
});

test('a mediator reads their registration again, corrects it and says they cannot come', async () => {
  const eventId = await published({ title: 'Lớp mẫu xem lại' });
  const { code } = await register(eventId, 'Thị Mẫu Xuân', '0900740001');
  const page = await sitting();
  await page.goto(journey.url(routes.home()));
  await follow(page, 'Xem lại đăng ký');
  await typeInto(page, { code, phone: '0900740001' });
  await follow(page, 'Xem đăng ký');
  await follow(page, 'Sửa thông tin');
  await tabTo(page, 'Thông tin thêm');
  await page.keyboard.press('Enter');
  await typeInto(page, { position: 'Trưởng ấp mẫu' });
  await follow(page, 'Lưu thay đổi');
  expect(await textOf(page)).toContain('Trưởng ấp mẫu');
  await follow(page, 'Báo không tham dự');
  await follow(page, 'Báo không tham dự');
  expect(await textOf(page)).toContain('Cảm ơn ông/bà đã báo');
});

test('on every page Tab reaches everything in order, each stop is seen, and it leads out again', async () => {
  const { open, proven, desk: staff, registration } = await everyPage(journey.system);
  const visitor = await sitting();
  await visitor.goto(journey.url(routes.review()));
  await typeInto(visitor, { code: registration.code, phone: registration.phone });
  await go(visitor);
  const found: string[] = [];
  let seen = 0;
  for (const [page, places] of [
    [visitor, [...open, ...proven]],
    [await organizer(), staff],
  ] as const)
    for (const [name, path] of places) {
      await page.goto(journey.url(path));
      found.push(...(await walk(page)).map((amiss) => `${name}: ${amiss}`));
      seen++;
    }
  expect(seen).toBeGreaterThan(45);
  expect(found).toEqual([]);
});

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { listUnits } from '../../functions/directory/units/list';
import type { Delivery } from '../../functions/outbox/deliveries/delivery';
import { noticesTable } from '../../functions/outbox/deliveries/notices-table';
import { DAY, iso } from '../../functions/platform/time/dates';
import { routes } from '../../web/routes';
import { PHONE } from './browser';
import { textOf } from './form';
import { axe, useJourney } from './journey';

const journey = useJourney();
const PEOPLE = 3_000;
let eventId = '';

const published = async (): Promise<string> => {
  const soon = (days: number) => iso(Date.now() + days * DAY);
  const { eventId: id } = await journey.api<{ eventId: string }>('POST', '/events', {
    kind: 'training',
    admission: 'open',
    title: 'Bồi dưỡng mẫu cho 3.000 người',
    startsAt: soon(20),
    endsAt: soon(20.2),
    venue: 'Hội trường Sở Tư pháp',
    contactName: 'Nguyễn Thị Mẫu',
    contactPhone: '02973812345',
    capacity: 10,
  });
  await journey.api('POST', `/events/${id}/publication`, {});
  return id;
};

/** 3,000 people of one event, some of each commune: their lines, as the mailer writes them. */
const furnish = async (id: string): Promise<{ commune: string; people: number }> => {
  const { world } = journey.system;
  const communes = (await listUnits(world)).filter(({ kind }) => kind === 'commune').slice(0, 50);
  const at = iso(world.now() - DAY);
  const line = (n: number): Delivery => ({
    pk: `reg_j${n}`,
    sk: 'confirmed#1',
    id: `dlv_j${n}`,
    channel: 'call',
    state: 'to-call',
    open: 'to-call',
    template: 'confirmed',
    dueAt: iso(world.now() - DAY + n),
    attempts: 0,
    eventId: id,
    owner: id,
    unitId: communes[n % communes.length]!.id,
    name: `Danh Mẫu Số ${n}`,
    phone: `0930${String(100_000 + n)}`,
    words: `Sở Tư pháp trân trọng thông báo tới ông Danh Mẫu Số ${n}: ông đã có chỗ.`,
    createdAt: at,
    updatedAt: at,
  });
  await world.db.putMany(
    noticesTable,
    Array.from({ length: PEOPLE }, (_, n) => line(n)),
  );
  const people = Array.from({ length: PEOPLE }, (_, n) => n).filter((n) => n % communes.length === 0).length;
  return { commune: communes[0]!.name, people };
};

const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test('the call list with 3,000 lines: found, noted, ticked, a whole commune by two clicks, and taken back', async () => {
  // An event of its own: the demo's events get lines by themselves while mails come back.
  eventId = await published();
  const { commune, people } = await furnish(eventId);
  const page = await journey.organizer();
  await page.goto(`${journey.url(routes.consoleCalls())}?lop=${eventId}`);
  const total = /Còn ([\d.]+) người/;
  const left = async () => Number(total.exec(await textOf(page))![1]!.replaceAll('.', ''));
  const all = await left();
  expect(all).toBeGreaterThanOrEqual(PEOPLE);
  expect(await page.locator('li.call').count()).toBe(50);
  expect(await axe(page)).toEqual([]);

  // A person is found by the end of the number, and a note stays.
  await page.locator('input[type=search]').fill('102345');
  await page.getByRole('button', { name: 'Tìm' }).click();
  expect(await page.locator('li.call').count()).toBe(1);
  await page.getByText('Thêm ghi chú').click();
  await page.getByLabel('Ghi chú về Danh Mẫu Số 2345').fill('9 giờ gọi lại, vợ nghe máy');
  await page.getByRole('button', { name: 'Lưu ghi chú' }).click();
  expect(await textOf(page)).toContain('9 giờ gọi lại, vợ nghe máy');
  expect(await axe(page)).toEqual([]);

  // A tick on the second page leaves the reader there.
  await page.goto(`${journey.url(routes.consoleCalls())}?lop=${eventId}&trang=2`);
  const third = page.locator('li.call').nth(2);
  const name = (await third.locator('strong').first().innerText()).trim();
  const after = await page.locator('li.call').nth(3).getAttribute('id');
  await third.getByRole('button', { name: 'Đã báo' }).click();
  expect(await page.locator('#vua-lam').innerText()).toContain(`Đã báo ${name}.`);
  expect(await page.locator('#vua-lam').isVisible()).toBe(true);
  expect(new URL(page.url()).searchParams.get('trang')).toBe('2');
  expect(await page.locator(`li:has(#vua-lam) + li`).getAttribute('id')).toBe(after);
  expect(await left()).toBe(all - 1);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  expect(await left()).toBe(all);

  // All calls of a commune: two clicks.
  await page.goto(`${journey.url(routes.consoleCalls())}?lop=${eventId}`);
  let clicks = 0;
  await page
    .locator('li.call a')
    .filter({ hasText: `${commune},` })
    .first()
    .click();
  clicks += 1;
  const there = await left();
  expect(there).toBeGreaterThanOrEqual(people);
  await page.getByRole('button', { name: 'người đang lọc' }).click();
  clicks += 1;
  expect(clicks).toBeLessThanOrEqual(2);
  expect(await textOf(page)).toContain(`Đã báo ${there} người.`);
  expect(await axe(page)).toEqual([]);
  await page.goto(`${journey.url(routes.consoleCalls())}?lop=${eventId}`);
  expect(await left()).toBe(all - there);
  await page.goBack();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  expect(await left()).toBe(there);

  await page.setViewportSize({ ...PHONE, width: 360 });
  expect(await fits(page)).toBe(true);
});

test('without scripts, lines are chosen, ticked and taken back', async () => {
  const signedIn = await journey.organizer();
  const page = await journey.person({
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  });
  await page.goto(`${journey.url(routes.consoleCalls())}?lop=${eventId}&trang=3`);
  for (const n of [0, 1, 2]) await page.locator('input[name=nguoi]').nth(n).check();
  await page.getByRole('button', { name: 'Đã báo người được chọn' }).click();
  expect(await textOf(page)).toContain('Đã báo 3 người.');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  expect(await textOf(page)).toContain('Đã đưa lại 3 người vào danh sách.');
});

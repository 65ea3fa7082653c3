import { expect, test } from 'vitest';
import { getEvent } from '../../functions/events/event/get';
import { everyRegistration } from '../../functions/events/registrations/find';
import { routes } from '../../web/routes';
import { LIMITS } from '../limits';
import { fill, follow, send, textOf } from './form';
import { axe, useJourney } from './journey';

const journey = useJourney();
const PEOPLE = 3_000;
const SEATS = 20;

const letters = 'abcdefghijklmnopqrstuvwxyz';
const word = (n: number): string => (n < 26 ? letters[n]! : word(Math.floor(n / 26)) + letters[n % 26]!);
const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

const csv = (): Buffer =>
  Buffer.from(
    [
      'Họ và tên,Số điện thoại,Đơn vị,Chức vụ',
      ...Array.from(
        { length: PEOPLE },
        (_, n) => `Danh Mẫu ${word(n)},0${921_000_000 + n},Gò Quao,Trưởng ấp`,
      ),
    ].join('\r\n'),
  );

test('a list of 3,000 people runs by itself while its page is closed and opened, and is taken back whole', async () => {
  const event = await journey.api<{ eventId: string }>('POST', '/events', {
    kind: 'training',
    admission: 'open',
    title: 'Tập huấn mẫu cho nhiều người',
    startsAt: soon(9),
    endsAt: soon(9.1),
    venue: 'Nhà văn hóa mẫu',
    contactName: 'Nguyễn Thị Mẫu',
    contactPhone: '02973812345',
    capacity: SEATS,
  });
  await journey.api('POST', `/events/${event.eventId}/publication`, {});

  const page = await journey.organizer();
  const context = page.context();
  await page.goto(journey.url(routes.consoleImport(event.eventId)));
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'ds.csv', mimeType: 'text/csv', buffer: csv() });
  await fill(page, { attest: 'on' });
  await send(page);
  await send(page, /^Nhập 3\.000 người/);
  const run = page.url();
  expect(await axe(page)).toEqual([]);
  const shown = async (on = page) => Number(await on.locator('progress').getAttribute('value'));
  // The page goes on by itself, without being loaded again.
  await page.evaluate(() => document.body.setAttribute('data-same', ''));
  await expect.poll(() => shown()).toBeGreaterThan(0);
  const first = await shown();
  expect(first).toBeLessThan(PEOPLE);
  await expect.poll(() => shown()).toBeGreaterThan(first);
  expect(await page.locator('body[data-same]').count()).toBe(1);
  expect(await page.locator('[aria-live=polite]').innerText()).toMatch(/^Đang nhập, xong \d+ %$/);
  const closedAt = await shown();
  await page.close();

  const id = run.split('/').at(-1);
  const imported = () =>
    journey.api<{ state: string; done: number; counts: object }>('GET', `/imports/${id}`);
  await journey.until(async () => (await imported()).done > closedAt);
  const again = await context.newPage();
  await again.goto(journey.url(routes.consoleImport(event.eventId)));
  await follow(again, again.locator(`a[href="${new URL(run).pathname}"]`));
  expect(await shown(again)).toBeGreaterThan(closedAt);
  await again.getByText('Đã xong 3.000 trên 3.000 dòng').waitFor({ timeout: LIMITS.testTimeout });
  await expect.poll(() => textOf(again)).toContain('Đã nhập danh sách');
  expect(await textOf(again)).toContain('Ghi mới 3.000 (trong đó 2.980 người chờ chỗ)');
  expect(await axe(again)).toEqual([]);

  const late = await journey.api<{ registrationId: string; status: string }>(
    'POST',
    `/events/${event.eventId}/registrations`,
    { fullName: 'Lê Thị Mẫu Muộn', phone: '0931 000 001', unitId: 'unt_goquao', consent: true },
  );
  expect(late.status).toBe('waitlisted');
  await follow(again, again.getByRole('link', { name: 'Hoàn tác' }));
  expect(await textOf(again)).toContain('3.000 người do lần nhập này ghi mới bị bỏ khỏi lớp');
  expect(await axe(again)).toEqual([]);
  await send(again, 'Hoàn tác');
  await expect
    .poll(() => textOf(again), { timeout: LIMITS.testTimeout })
    .toContain('Đã hoàn tác lần nhập danh sách');
  expect(await textOf(again)).toContain('Đã xong 3.000 trên 3.000 người');
  expect(await axe(again)).toEqual([]);

  const { world } = journey.system;
  const ways = new Map<string, number>();
  for await (const { status, was } of everyRegistration(world, await getEvent(world, event.eventId)))
    ways.set(`${was} ${status}`, (ways.get(`${was} ${status}`) ?? 0) + 1);
  // No seat went from one of them to another on the way, and who waited has one.
  expect(Object.fromEntries(ways)).toEqual({
    'waitlisted cancelled': PEOPLE - SEATS,
    'confirmed cancelled': SEATS,
    'undefined confirmed': 1,
  });
  expect(await journey.api('GET', `/registrations/${late.registrationId}`)).toMatchObject({
    status: 'confirmed',
  });
});

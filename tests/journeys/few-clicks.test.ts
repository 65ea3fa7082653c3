import { expect, test } from 'vitest';
import { routes } from '../../web/routes';
import { counted } from './counted';
import { follow, textOf } from './form';
import { useJourney } from './journey';

const journey = useJourney();
const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

test('every district gets its quota by five clicks, and all that named too few are reminded by three', async () => {
  const { eventId } = await journey.api<{ eventId: string }>('POST', '/events', {
    kind: 'training',
    admission: 'nomination',
    title: 'Bồi dưỡng mẫu cho các huyện',
    startsAt: soon(15),
    endsAt: soon(15.2),
    venue: 'Hội trường Sở Tư pháp',
    contactName: 'Nguyễn Thị Mẫu',
    contactPhone: '02973812345',
    capacity: 0,
  });
  await journey.api('POST', `/events/${eventId}/publication`, {});
  const page = await journey.organizer();
  await page.goto(journey.url(routes.consoleEvent(eventId)));

  const giving = counted(page);
  await giving.link('Cử người');
  await giving.link(/^Chọn cả \d+ nơi$/);
  const chosen = await page.locator('main [name=chon]:checked').count();
  expect(chosen).toBeGreaterThanOrEqual(15);
  // Clicking into the field is a click, too.
  await giving.type('Chỉ tiêu chung (người)', '2');
  expect(await page.locator('[data-quota-total]').innerText()).toBe(
    `Tổng: ${2 * chosen} người, ${chosen} nơi`,
  );
  await giving.button('Giao chỉ tiêu');
  expect(await textOf(page)).toContain(`đã cử 0 trên ${2 * chosen} người`);
  expect(giving.clicks()).toBeLessThanOrEqual(5);

  const reminding = counted(page);
  await reminding.link('Nhắc những nơi chưa cử đủ');
  await reminding.button(/^Nhắc/);
  expect(await textOf(page)).toContain(`Đã nhắc ${chosen} nơi.`);
  expect(reminding.clicks()).toBeLessThanOrEqual(3);
});

test('the tabs of an event stand in one line on a desk, and each of its pages is two clicks away at most', async () => {
  const { items } = await journey.api<{ items: { eventId: string }[] }>('GET', '/events?limit=1');
  const { eventId } = items[0]!;
  const page = await journey.organizer();
  const lines = () =>
    page.evaluate(
      () => new Set([...document.querySelectorAll<HTMLElement>('.tabs li')].map((tab) => tab.offsetTop)).size,
    );
  for (const [words, path] of [
    [['Thông tin, chỗ'], routes.consoleEventDetails(eventId)],
    [['Thông tin, chỗ', 'Chỗ'], routes.consoleSeats(eventId)],
    [['Người đăng ký'], routes.consoleRegistrations(eventId)],
    [['Cử người'], routes.consoleNominations(eventId)],
    [['Cơ quan được mời'], routes.consoleInvitations(eventId)],
    [['Thông báo'], routes.consoleBroadcasts(eventId)],
    [['Điểm danh'], routes.consoleCheckIn(eventId)],
    [['Điểm danh', 'Danh sách ký nhận'], routes.consoleSignInSheet(eventId)],
  ] as const) {
    await page.goto(journey.url(routes.consoleEvent(eventId)));
    await page.setViewportSize({ width: 1280, height: 900 });
    const tabs = page.getByRole('navigation', { name: 'Các mục của lớp, hội nghị' });
    for (const name of words) await follow(page, tabs.getByRole('link', { name, exact: true }));
    expect(new URL(page.url()).pathname).toBe(path);
    expect(await page.locator('.tabs [aria-current]').innerText()).toBe(words[0]);
    expect([path, await lines()]).toEqual([path, 1]);
  }
});

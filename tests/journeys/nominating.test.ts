import { expect, test } from 'vitest';
import { routes } from '../../web/routes';
import { fill, follow, send, textOf } from './form';
import { axe, useJourney } from './journey';

const journey = useJourney();
let token = '';
let eventId = '';

const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

test('a unit gets its quota and a link, by mail and to copy', async () => {
  const event = await journey.api<{ eventId?: string; id?: string }>('POST', '/events', {
    kind: 'training',
    admission: 'nomination',
    title: 'Bồi dưỡng mẫu cho hòa giải viên',
    startsAt: soon(15),
    endsAt: soon(15.2),
    venue: 'UBND huyện Gò Quao',
    contactName: 'Nguyễn Thị Mẫu',
    contactPhone: '02973812345',
    capacity: 0,
  });
  eventId = event.eventId ?? event.id!;
  await journey.api('POST', `/events/${eventId}/publication`, {});
  const { link } = await journey.api<{ link: string }>('POST', `/events/${eventId}/nominations`, {
    unitId: 'unt_goquao',
    quota: 2,
    deadline: soon(10),
    contactName: 'Lê Thị Mẫu',
    contactEmail: 'tuphap.goquao@mau.example',
  });
  token = link.split('/').at(-1)!;
  const mail = await journey.until(async () =>
    (await journey.mails()).find((m) =>
      m.destination.to.some((to) => to.includes('tuphap.goquao@mau.example')),
    ),
  );
  expect(mail.body.text).toContain(link);
});

test('its officer names two people without an account; the quota is then used up', async () => {
  const page = await journey.person({ javaScriptEnabled: false });
  await page.goto(journey.url(routes.nomination(token)));
  expect(await textOf(page)).toContain('Bồi dưỡng mẫu');
  for (const [fullName, phone] of [
    ['Danh Thị Mẫu Hoa', '0900710001'],
    ['Trần Văn Mẫu Khoa', '0900710002'],
  ] as const) {
    await page.goto(journey.url(routes.nomination(token)));
    await fill(page, { fullName, phone, basis: 'paper' });
    await send(page);
    expect(await textOf(page)).toContain(fullName);
  }
  const looking = await journey.person();
  await looking.goto(journey.url(routes.nomination(token)));
  expect(await textOf(looking)).toMatch(/2\s*(\/|trên)\s*2|đủ 2/);
  expect(await axe(looking)).toEqual([]);
});

test('one is replaced by another in one step: the seat passes on', async () => {
  const page = await journey.person();
  await page.goto(journey.url(routes.nomination(token)));
  await follow(
    page,
    page.locator('li.card', { hasText: 'Trần Văn Mẫu Khoa' }).getByRole('link', { name: /Thay/ }),
  );
  expect(await axe(page)).toEqual([]);
  await fill(page, { fullName: 'Lý Mẫu Minh', phone: '0900710003', basis: 'paper' });
  await send(page);
  expect(await textOf(page)).toContain('Lý Mẫu Minh');
  const { items } = await journey.api<{ items: { fullName: string; status: string }[] }>(
    'GET',
    `/events/${eventId}/registrations`,
  );
  expect(
    items
      .filter((r) => r.status === 'confirmed')
      .map((r) => r.fullName)
      .sort(),
  ).toEqual(['Danh Thị Mẫu Hoa', 'Lý Mẫu Minh']);
});

test('a slip can be printed, and a forged link opens nothing', async () => {
  const page = await journey.person();
  await page.goto(journey.url(routes.nomination(token)));
  await follow(page, page.locator('li.card', { hasText: 'Lý Mẫu Minh' }).locator('a[href$="/phieu"]'));
  expect(await textOf(page)).toContain('Lý Mẫu Minh');
  expect(await axe(page)).toEqual([]);
  const forged = await page.goto(journey.url(routes.nomination('0'.repeat(26))));
  expect(forged?.status()).toBe(404);
});

import { expect, test } from 'vitest';
import { routes } from '../../web/routes';
import { fill, follow, send, textOf } from './form';
import { axe, useJourney } from './journey';
import { signIn } from './sign-in';

const journey = useJourney();
const OFFICER = 'go-quao@kiengiang.example';
const TITLE = 'Lớp mẫu của cán bộ địa bàn';
const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

let nominationId = '';
const people = async () =>
  (
    await journey.api<{ people: { fullName: string; status: string; reserve: boolean }[] }>(
      'GET',
      `/quotas/${nominationId}`,
    )
  ).people;
const seated = async () =>
  (await people())
    .filter((r) => r.status === 'confirmed')
    .map((r) => r.fullName)
    .sort();

test('the organizer gives a unit its quota', async () => {
  const event = await journey.api<{ eventId: string }>('POST', '/events', {
    kind: 'training',
    admission: 'nomination',
    title: TITLE,
    startsAt: soon(15),
    endsAt: soon(15.2),
    venue: 'UBND huyện Gò Quao',
    contactName: 'Nguyễn Thị Mẫu',
    contactPhone: '02973812345',
    capacity: 0,
  });
  await journey.api('POST', `/events/${event.eventId}/publication`, {});
  const given = await journey.api<{ nominationId: string }>('POST', `/events/${event.eventId}/nominations`, {
    unitId: 'unt_goquao',
    quota: 2,
    deadline: soon(10),
    contactName: 'Lê Thị Mẫu',
    contactPhone: '0900 710 000',
  });
  nominationId = given.nominationId;
});

test('its officer signs in, sees what is asked, and names people without the mailed link', async () => {
  const page = await journey.person({ javaScriptEnabled: false });
  await signIn(page, journey.system, OFFICER);
  expect(await textOf(page)).toContain('Đơn vị của tôi');
  expect(await textOf(page)).toContain('0/2');
  await follow(page, page.getByRole('row', { name: TITLE }).getByRole('link', { name: /Cử người/ }));
  for (const [fullName, phone] of [
    ['Danh Thị Mẫu Hoa', '0900710011'],
    ['Trần Văn Mẫu Khoa', '0900710012'],
  ] as const) {
    await page.goto(journey.url(routes.consoleQuota(nominationId)));
    await fill(page, { fullName, phone, basis: 'paper' });
    await send(page);
    expect(await textOf(page)).toContain(`Đã cử ${fullName}`);
  }
  expect(await seated()).toEqual(['Danh Thị Mẫu Hoa', 'Trần Văn Mẫu Khoa']);
});

test('corrects one of them, keeps a reserve, and sees it move up when a person withdraws', async () => {
  const page = await journey.person();
  await signIn(page, journey.system, OFFICER);
  const quota = journey.url(routes.consoleQuota(nominationId));
  await page.goto(quota);
  expect(await axe(page)).toEqual([]);
  const card = (name: string) => page.locator('li.card', { hasText: name });
  await follow(page, card('Trần Văn Mẫu Khoa').getByRole('link', { name: /Sửa thông tin/ }));
  expect(await axe(page)).toEqual([]);
  await fill(page, { fullName: 'Trần Văn Mẫu Khoan', position: 'Trưởng ấp' });
  await send(page);
  expect(await textOf(page)).toContain('Đã sửa thông tin của Trần Văn Mẫu Khoan');

  await follow(page, page.getByRole('link', { name: 'Ghi thêm người dự bị' }));
  expect(await axe(page)).toEqual([]);
  await fill(page, { fullName: 'Lý Mẫu Minh', phone: '0900710013', basis: 'paper' });
  await send(page);
  expect(await textOf(page)).toContain('Đã ghi Lý Mẫu Minh vào danh sách dự bị');
  expect((await people()).filter((r) => r.reserve).map((r) => r.fullName)).toEqual(['Lý Mẫu Minh']);

  await follow(page, card('Danh Thị Mẫu Hoa').getByRole('link', { name: /Bỏ khỏi danh sách/ }));
  await fill(page, { reason: 'Bận việc gia đình' });
  await send(page);
  expect(await seated()).toEqual(['Lý Mẫu Minh', 'Trần Văn Mẫu Khoan']);
  await page.goto(journey.url(routes.console()));
  expect(await textOf(page)).toContain('2/2');
  expect(await axe(page)).toEqual([]);
});

test('sends a list that is longer than the quota, and keeps the rest in reserve by one tick', async () => {
  const page = await journey.person({ javaScriptEnabled: false });
  await signIn(page, journey.system, OFFICER);
  await page.goto(journey.url(routes.consoleQuotaPart(nominationId, 'dan-tu-excel')));
  const list = ['Danh Mẫu Tâm\t0900710014', 'Thị Mẫu Thu\t0900710015', 'Lê Mẫu Yên\t0900710016'].join('\n');
  await fill(page, { list, basis: 'paper' });
  await send(page);
  expect(await textOf(page)).toContain('Chỉ tiêu đã dùng hết: 3 dòng vượt chỉ tiêu');
  expect(await textOf(page)).toContain('Danh sách dự bị nhiều nhất bằng chỉ tiêu');
  await page.getByLabel('Ghi 2 người vượt chỉ tiêu vào danh sách dự bị').check();
  await follow(page, page.getByRole('button', { name: 'Cử những người này' }));
  expect(await textOf(page)).toContain('Đã ghi 2 người vào danh sách dự bị');
  expect((await people()).filter((r) => r.reserve).map((r) => r.fullName)).toEqual([
    'Danh Mẫu Tâm',
    'Thị Mẫu Thu',
  ]);
  expect(await seated()).toEqual(['Lý Mẫu Minh', 'Trần Văn Mẫu Khoan']);
});

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { routes } from '../../web/routes';
import { DESK } from './browser';
import { fill, send, textOf, typedDate } from './form';
import { axe, useJourney } from './journey';

const journey = useJourney();
let eventId = '';
const codes: Record<string, string> = {};

const codeOn = async (page: Page) => (await page.locator('.code').innerText()).replace(/\D/g, '');

const register = async (page: Page, fullName: string, phone: string, more: Record<string, string> = {}) => {
  await page.goto(journey.url(routes.event(eventId)));
  await page
    .locator(`a[href="${routes.register(eventId)}"]`)
    .first()
    .click();
  await fill(page, { fullName, phone, districtId: 'unt_goquao', consent: 'on', ...more });
  await send(page);
};

test('the organizer writes an event, publishes it, and the public sees it', async () => {
  const page = await journey.organizer();
  await page.goto(journey.url(routes.consoleNewEvent()));
  expect(await axe(page)).toEqual([]);
  await fill(page, {
    kind: 'training',
    title: 'Tập huấn mẫu: hòa giải tranh chấp đất đai',
    'startsAt.date': typedDate(20),
    'startsAt.time': '7:30',
    'endsAt.date': typedDate(20),
    'endsAt.time': '11:30',
    mode: 'in-person',
    venue: 'Hội trường mẫu',
    placeUnitId: 'unt_goquao',
    admission: 'open',
    capacity: '2',
    contactName: 'Nguyễn Thị Mẫu',
    contactPhone: '0297 3812 345',
  });
  await send(page, 'Lưu bản nháp');
  eventId = /\/lop\/(evt_\w+)/.exec(page.url())?.[1] ?? '';
  expect(eventId).not.toBe('');

  const outside = await journey.person();
  expect((await outside.goto(journey.url(routes.event(eventId))))?.status()).toBe(404);

  await page.goto(journey.url(routes.consolePublish(eventId)));
  expect(await axe(page)).toEqual([]);
  await send(page);
  await outside.goto(journey.url(routes.event(eventId)));
  expect(await outside.locator('h1').innerText()).toContain('hòa giải tranh chấp đất đai');
  expect(await textOf(outside)).toContain('Còn 2 chỗ');
  expect(await axe(outside)).toEqual([]);
});

test('a mediator registers with JavaScript and gets a code, a QR and a mail', async () => {
  const page = await journey.person();
  await page.goto(journey.url(routes.register(eventId)));
  expect(await axe(page)).toEqual([]);
  expect(await page.locator('input[name=consent]').isChecked()).toBe(false);
  await register(page, 'Trần Thị Mẫu An', '0900 700 001', { email: 'an@mau.example' });
  expect(await textOf(page)).toContain('Đã giữ chỗ');
  expect(await axe(page)).toEqual([]);
  expect(await page.locator('.ticket .qr svg').count()).toBe(1);
  codes.an = await codeOn(page);
  const mail = await journey.until(async () =>
    (await journey.mails()).find((m) => m.destination.to.some((to) => to.includes('an@mau.example'))),
  );
  expect(mail.body.text).toContain(codes.an.replace(/(...)(...)(...)/, '$1 $2 $3'));
});

test('another registers without JavaScript, the third waits', async () => {
  const second = await journey.person({ javaScriptEnabled: false });
  await register(second, 'Danh Mẫu Bình', '0900 700 002');
  expect(await textOf(second)).toContain('Đã giữ chỗ');
  codes.binh = await codeOn(second);

  const third = await journey.person({ javaScriptEnabled: false });
  await third.goto(journey.url(routes.event(eventId)));
  expect(await textOf(third)).toMatch(/Hết chỗ/);
  await register(third, 'Lê Văn Mẫu Cường', '0900 700 003');
  expect(await textOf(third)).toMatch(/danh sách chờ|Đã ghi tên chờ/);
  codes.cuong = await codeOn(third);
});

test('a mistake is named beside its field and nothing typed is lost', async () => {
  const page = await journey.person();
  await register(page, 'Phạm Mẫu', '0912 345 67');
  const text = await textOf(page);
  expect(text).toContain('Có 1 mục cần sửa');
  expect(text).toContain('Số điện thoại cần đủ 10 chữ số');
  expect(await page.locator('[name=fullName]').inputValue()).toBe('Phạm Mẫu');
  expect(await axe(page)).toEqual([]);
  await page.locator('.error-summary a').first().click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('phone');
});

test('one says they cannot come: the one who waited is promoted and stands on the call list', async () => {
  const page = await journey.person({ javaScriptEnabled: false });
  await page.goto(journey.url(routes.review()));
  await fill(page, { code: codes.binh!, phone: '0900700002' });
  await send(page);
  expect(await textOf(page)).toContain('Danh Mẫu Bình');
  await page.goto(journey.url(routes.withdraw()));
  await send(page);

  const other = await journey.person();
  await other.goto(journey.url(routes.review()));
  expect(await axe(other)).toEqual([]);
  await fill(other, { code: codes.cuong!, phone: '0900700003' });
  await send(other);
  expect(await textOf(other)).toMatch(/Đã giữ chỗ|Đã có chỗ/);
  expect(await axe(other)).toEqual([]);

  const line = await journey.until(async () => {
    const { items } = await journey.api<{ items: { name: string; words: string; template?: string }[] }>(
      'GET',
      `/calls?eventId=${eventId}&limit=100`,
    );
    return items.find((i) => i.name === 'Lê Văn Mẫu Cường' && /đã có chỗ|có chỗ/i.test(i.words));
  });
  expect(line.words).toContain('hòa giải tranh chấp đất đai');

  const organizer = await journey.organizer();
  await organizer.goto(journey.url(routes.consoleCalls()));
  expect(await textOf(organizer)).toContain('Lê Văn Mẫu Cường');
  expect(await axe(organizer)).toEqual([]);
});

test('the keyboard alone is enough to register', async () => {
  const page = await journey.person({ viewport: DESK });
  await page.goto(journey.url(routes.register(eventId)));
  const reach = async (name: string) => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(() => document.activeElement?.getAttribute('name'))) === name) return;
    }
    throw new Error(`the keyboard never reaches ${name}`);
  };
  await reach('fullName');
  await page.keyboard.type('Thị Mẫu Dung');
  await reach('phone');
  await page.keyboard.type('0900700004');
  await reach('districtId');
  await page.keyboard.type('Huyện Gò');
  await reach('consent');
  await page.keyboard.press('Space');
  const onButton = () => page.evaluate(() => document.activeElement?.getAttribute('type') === 'submit');
  do await page.keyboard.press('Tab');
  while (!(await onButton()));
  await page.keyboard.press('Enter');
  await page.locator('.code, .error-summary').first().waitFor();
  expect(await textOf(page)).toMatch(/chờ/);
});

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { HOUR, iso, localDate, MINUTE } from '../../functions/platform/time/dates';
import { routes } from '../../web/routes';
import { fill, follow, send, textOf } from './form';
import { useJourney } from './journey';
import { codeMailedTo } from './sign-in';

/** A clock that the tests move: nothing here waits for a day. */
const clock = { at: Date.now() };
const journey = useJourney({ now: () => clock.at });
const DAY = 24 * HOUR;

/** `07:30` in Vietnam, so many days from the clock's day. */
const onDay = (days: number, time: string): number =>
  Date.parse(`${localDate(clock.at + days * DAY)}T${time}:00+07:00`);

const holdEvent = async (capacity: number, over: object = {}) => {
  const { eventId } = await journey.api<{ eventId: string }>('POST', '/events', {
    kind: 'training',
    admission: 'open',
    title: 'Tập huấn kỹ năng hòa giải ở cơ sở',
    startsAt: iso(onDay(2, '07:30')),
    endsAt: iso(onDay(2, '11:30')),
    venue: 'Hội trường huyện',
    contactName: 'Nguyễn Thị Mẫu',
    contactPhone: '0900 000 111',
    capacity,
    ...over,
  });
  await journey.api('POST', `/events/${eventId}/publication`, { version: 1 });
  return eventId;
};
interface Registered {
  registrationId: string;
  code: string;
  status: string;
}
let phones = 0;
const registers = (eventId: string, fullName: string): Promise<Registered> =>
  journey.api('POST', `/events/${eventId}/registrations`, {
    fullName,
    phone: `0900820${String(++phones).padStart(3, '0')}`,
    unitId: 'unt_goquao',
    consent: true,
  });
const read = (id: string) => journey.api<Registered>('GET', `/registrations/${id}`);
const scan = async (page: Page, code: string) => {
  await fill(page, { tim: code });
  await send(page, 'Ghi hoặc tìm');
};
const cancels = (id: string) => journey.api('POST', `/registrations/${id}/cancellation`, { reason: 'Bận' });

describe('the door of a full hall', () => {
  test('a walk-in, one who waits, a second scan, one who cancelled, one who was replaced', async () => {
    const event = await holdEvent(3);
    const an = await registers(event, 'Trần Mẫu An');
    const binh = await registers(event, 'Trần Mẫu Bình');
    const chin = await registers(event, 'Trần Mẫu Chín');
    const dau = await registers(event, 'Trần Mẫu Đầu');
    const sau = await registers(event, 'Trần Mẫu Sau');
    expect([dau.status, sau.status]).toEqual(['waitlisted', 'waitlisted']);
    // Long enough before: the first in the queue gets the seat of the one who cancels.
    await cancels(an.registrationId);
    expect((await read(dau.registrationId)).status).toBe('confirmed');
    await journey.api('POST', `/registrations/${binh.registrationId}/replacement`, {
      fullName: 'Lê Mẫu Cúc',
      phone: '0900820900',
      unitId: 'unt_goquao',
      basis: 'paper',
    });
    clock.at = onDay(2, '07:50');
    const page = await journey.organizer();
    await page.goto(journey.url(routes.consoleCheckIn(event)));

    // Counted: three fields, and two clicks at most.
    let clicks = 0;
    const walkIn = page.locator('form.walk-in');
    expect(await walkIn.locator('input:not([type=hidden]), select').count()).toBe(3);
    await walkIn.locator('[name=fullName]').fill('Phạm Mẫu Vãng');
    await walkIn.locator('[name=phone]').fill('0900 000 452');
    await walkIn.locator('[name=place]').selectOption('unt_goquao');
    for (; clicks < 3 && !(await textOf(page)).includes('Phạm Mẫu Vãng có mặt lúc'); clicks++)
      await follow(page, page.locator('form.walk-in button[type=submit]').last());
    expect(await textOf(page)).toContain('Phạm Mẫu Vãng có mặt lúc 7:50');
    expect(clicks).toBeLessThanOrEqual(2);

    // One who waits is found by name and let in by one click.
    await scan(page, 'Sau');
    await send(page, /Thêm chỗ, tiếp nhận/);
    expect(await textOf(page)).toContain('Trần Mẫu Sau có mặt lúc');
    expect((await read(sau.registrationId)).status).toBe('confirmed');

    // Scanned twice: since when.
    await scan(page, chin.code);
    expect(await textOf(page)).toContain('Trần Mẫu Chín có mặt lúc 7:50');
    clock.at += 20 * MINUTE;
    await scan(page, chin.code);
    expect(await textOf(page)).toContain('Trần Mẫu Chín đã có mặt từ 7:50');

    // An cancelled: when, and by whom. Bình was replaced: by whom, with the way to check her in.
    await scan(page, 'An');
    expect(await textOf(page)).toMatch(/Trần Mẫu An.*Đã hủy lúc .*người tổ chức/);
    await scan(page, binh.code);
    expect(await textOf(page)).toContain('Trần Mẫu Bình đã được thay: Lê Mẫu Cúc đi thay');
    await follow(page, page.getByRole('link', { name: 'Điểm danh Lê Mẫu Cúc' }));
    await send(page, /^Có mặt/);
    expect(await textOf(page)).toContain('Lê Mẫu Cúc có mặt lúc 8:10');

    // A person who is present is not cancelled without a question.
    await page.goto(journey.url(routes.consoleDecide(chin.registrationId, 'huy')));
    expect(await textOf(page)).toContain('Trần Mẫu Chín đã được ghi có mặt lúc');
    expect((await read(chin.registrationId)).status).toBe('confirmed');
  });
});

describe('a page left open overnight', () => {
  test('writes nothing for yesterday: it asks, and goes on with today', async () => {
    clock.at = onDay(1, '09:00');
    const event = await holdEvent(10, { endsAt: iso(onDay(3, '16:30')) });
    const an = await registers(event, 'Trần Mẫu An');
    const binh = await registers(event, 'Trần Mẫu Bình');
    clock.at = onDay(2, '20:00');
    const page = await journey.organizer();
    await page.goto(journey.url(routes.consoleCheckIn(event)));
    await scan(page, an.code);
    expect(await textOf(page)).toContain('Trần Mẫu An có mặt lúc 20:00');
    expect(page.url()).not.toContain('ngay=');
    const open = await page.context().newPage();
    await open.goto(page.url());

    // Within the life of the session, but another day.
    clock.at = onDay(1, '07:35');
    await scan(page, binh.code);
    expect(await textOf(page)).toContain('Trang này ghi cho ngày 1');
    expect((await read(binh.registrationId)) as object).toMatchObject({ came: [] });
    await send(page, /Ghi cho hôm nay, ngày 2/);
    expect(await textOf(page)).toContain('Trần Mẫu Bình có mặt lúc 7:35');
    expect((await read(binh.registrationId)) as object).toMatchObject({ came: [{ day: 2 }] });
    // The other tab shows today as soon as it is loaded again.
    await open.reload();
    expect(await open.locator('[name=ngay]').first().inputValue()).toBe('2');
  });

  test('after the session: signing in brings the scan back, and it is asked about', async () => {
    clock.at = onDay(1, '09:00');
    const event = await holdEvent(10, { endsAt: iso(onDay(3, '16:30')) });
    const an = await registers(event, 'Trần Mẫu An');
    clock.at = onDay(2, '15:00');
    const page = await journey.organizer();
    await page.goto(journey.url(routes.consoleCheckIn(event)));
    clock.at = onDay(1, '07:35');
    await fill(page, { tim: an.code });
    await send(page, 'Ghi hoặc tìm');
    expect(page.url()).toContain(routes.signIn());
    expect((await read(an.registrationId)) as object).toMatchObject({ came: [] });
    const mails = (await journey.mails()).length;
    await page.locator('input[type=email]').fill('to-chuc@stp.example');
    await follow(page, page.locator('main form button[type=submit]').first());
    const code = await codeMailedTo(journey.system, 'to-chuc@stp.example', mails);
    await page.locator('input[autocomplete=one-time-code]').fill(code);
    await follow(page, page.locator('main form button[type=submit]').first());
    // What was scanned is there on the page of its day, which says so; sent, it is asked about.
    await send(page);
    expect(await textOf(page)).toContain('Đang xem ngày 1');
    await send(page, 'Ghi hoặc tìm');
    expect(await textOf(page)).toContain('hôm nay là ngày 2');
    await send(page, /Ghi cho hôm nay/);
    expect((await read(an.registrationId)) as object).toMatchObject({ came: [{ day: 2 }] });
  });
});

describe('the sign-in sheet on paper', () => {
  const pagesOf = async (page: Page): Promise<number> => {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
  };

  test('has no empty page before it: few people are one page, many as many as they need', async () => {
    clock.at = onDay(1, '09:00');
    const few = await holdEvent(60);
    for (const name of ['Trần Mẫu An', 'Trần Mẫu Bình']) await registers(few, name);
    const page = await journey.organizer();
    await page.goto(journey.url(routes.consoleSignInSheet(few)));
    expect(await pagesOf(page)).toBe(1);
    for (let i = 0; i < 40; i++)
      await registers(few, `Trần Mẫu ${'ĐÀO BÌNH CHÍN DUNG HOA LAN'.split(' ')[i % 6]} Số`);
    await page.goto(`${journey.url(routes.consoleSignInSheet(few))}?cot=tien&cot=tai-lieu`);
    const pages = await pagesOf(page);
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThan(5);
  });
});

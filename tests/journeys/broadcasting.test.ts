import { expect, test } from 'vitest';
import { HOUR, iso, localDate } from '../../functions/platform/time/dates';
import { routes } from '../../web/routes';
import { fill, follow, send, textOf } from './form';
import { axe, useJourney } from './journey';

/** A clock that the tests move: nothing here waits for a day. */
const clock = { at: Date.now() };
const journey = useJourney({ now: () => clock.at });

const tomorrow = (time: string) => Date.parse(`${localDate(clock.at + 24 * HOUR)}T${time}:00+07:00`);

let phones = 0;
const registers = (eventId: string, fullName: string, email?: string) =>
  journey.api<{ code: string; registrationId: string }>('POST', `/events/${eventId}/registrations`, {
    fullName,
    phone: `0900830${String(++phones).padStart(3, '0')}`,
    unitId: 'unt_goquao',
    consent: true,
    ...(email && { email }),
  });

test('a message to those who were absent', async () => {
  const { eventId } = await journey.api<{ eventId: string }>('POST', '/events', {
    kind: 'training',
    admission: 'open',
    title: 'Lớp mẫu có người vắng',
    startsAt: iso(tomorrow('07:30')),
    endsAt: iso(tomorrow('11:30')),
    venue: 'Hội trường huyện',
    contactName: 'Nguyễn Thị Mẫu',
    contactPhone: '0900 000 111',
    capacity: 20,
  });
  await journey.api('POST', `/events/${eventId}/publication`, { version: 1 });
  const came = await registers(eventId, 'Trần Mẫu Đến', 'den@mau.example');
  const absent = await registers(eventId, 'Trần Mẫu Vắng', 'vang@mau.example');
  await registers(eventId, 'Trần Mẫu Gọi');
  clock.at = tomorrow('08:00');
  await journey.api('POST', `/events/${eventId}/check-ins`, { code: came.code });
  clock.at = tomorrow('14:00');

  const page = await journey.organizer();
  await page.goto(journey.url(routes.consoleEvent(eventId)));
  await follow(page, page.locator('.tabs a', { hasText: 'Thông báo' }));
  expect(await axe(page)).toEqual([]);
  await follow(page, page.locator('main a', { hasText: 'Soạn thông báo' }));
  expect(await textOf(page)).toContain('Có chỗ mà vắng mặt: 2 người (1 thư, 1 cuộc gọi)');
  expect(await textOf(page)).toContain('Đã tham dự: 1 người (1 thư)');

  // A template is a text to begin with; what it leaves open must be written.
  await page.locator('select[name=mau]').selectOption('hoc-bu');
  await send(page, 'Dùng mẫu');
  await page.locator('[name=groups][value=absent]').check();
  await send(page, 'Xem trước');
  expect(await textOf(page)).toContain('Còn chỗ chưa điền: [ghi ngày giờ]');
  expect(await axe(page)).toEqual([]);
  await fill(page, { words: 'Mời {họ tên} học bù.\n\nTài liệu: https://stp.example/tai-lieu' });
  await send(page, 'Xem trước');
  expect(await textOf(page)).toContain('Gửi đến 2 người (1 thư, 1 cuộc gọi)');
  expect(await textOf(page)).toContain('Mời Trần Mẫu Vắng học bù.');
  expect(await axe(page)).toEqual([]);

  await send(page, 'Gửi thử cho tôi');
  expect(await textOf(page)).toContain('Đã gửi thư thử đến to-chuc@stp.example');
  // Mails of the demo may go out meanwhile.
  const trials = (await journey.mails()).filter((m) => m.subject?.startsWith('[THƯ THỬ] '));
  expect(trials).toHaveLength(1);
  expect(trials[0]!.body.text).not.toContain(absent.code);

  await send(page, 'Gửi đến 2 người');
  expect(await axe(page)).toEqual([]);
  await journey.until(async () => /Thư đã gửi 1/.test(await textOf(page)));
  expect(await textOf(page)).toContain('Cần gọi 1');
  const sent = (await journey.mails()).filter(
    (m) => m.body.text?.includes('học bù') && !m.subject?.startsWith('[THƯ THỬ] '),
  );
  expect(sent.map((m) => m.destination.to.join())).toEqual([expect.stringContaining('vang@mau.example')]);
  expect(sent[0]!.body.html).toContain('<a href="https://stp.example/tai-lieu"');

  // The mail can be read as it went, and the words of the call.
  await page.reload();
  await follow(page, page.locator('a', { hasText: 'Xem thư đã gửi' }));
  expect(await textOf(page)).toContain('Mời Trần Mẫu Vắng học bù.');
  expect(await axe(page)).toEqual([]);
  await page.goto(journey.url(`${routes.consoleCalls()}?lop=${eventId}`));
  expect(await textOf(page)).toContain('Trần Mẫu Gọi');

  // Going back and sending the same page again sends nothing more.
  await page.goto(journey.url(routes.consoleRegistration(absent.registrationId)));
  expect(await textOf(page)).toContain('Thông báo của ban tổ chức');
  await page.goto(journey.url(routes.consoleBroadcasts(eventId)));
  expect(await page.locator('tbody tr').count()).toBe(1);
});

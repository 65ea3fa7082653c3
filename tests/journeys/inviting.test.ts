import { expect, test } from 'vitest';
import { routes } from '../../web/routes';
import { fill, follow, send, textOf } from './form';
import { axe, useJourney } from './journey';

const journey = useJourney();
let eventId = '';
let token = '';

const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

test('the organizer invites a body after a preview, and the mail goes out with its link', async () => {
  const event = await journey.api<{ eventId?: string; id?: string }>('POST', '/events', {
    kind: 'conference',
    admission: 'open',
    title: 'Hội nghị mẫu chia sẻ kinh nghiệm',
    startsAt: soon(25),
    endsAt: soon(25.2),
    venue: 'Hội trường Sở Tư pháp',
    contactName: 'Nguyễn Thị Mẫu',
    contactPhone: '02973812345',
    contactEmail: 'chi.mau@stp.example',
    capacity: 50,
  });
  eventId = event.eventId ?? event.id!;
  await journey.api('POST', `/events/${eventId}/publication`, {});

  const page = await journey.organizer();
  await page.goto(journey.url(routes.consoleInvite(eventId)));
  expect(await axe(page)).toEqual([]);
  await fill(page, { bodyIds: 'bod_dls', seatsOffered: '2' });
  await send(page, /Xem/);
  expect(await textOf(page)).toContain('Đoàn Luật sư');
  expect(await axe(page)).toEqual([]);
  await send(page, /^Gửi/);
  const mail = await journey.until(async () =>
    (await journey.mails()).find(
      (m) => m.body.text?.includes('Hội nghị mẫu') && m.body.text.includes('/thu-moi/'),
    ),
  );
  token = /\/thu-moi\/([0-9a-z]+)/.exec(mail.body.text!)![1]!;
  expect(mail.subject).toMatch(/mời/i);
});

test("the bar's secretary accepts, names who comes and offers a speaker", async () => {
  const page = await journey.person();
  await page.goto(journey.url(routes.invitation(token)));
  expect(await textOf(page)).toContain('Hội nghị mẫu');
  expect(await axe(page)).toEqual([]);
  const form = page.locator(`form[action*="${token}"]`, { has: page.locator('[name=answer]') }).first();
  if (!(await form.isVisible())) await page.locator('details', { has: form }).locator('summary').click();
  await form.locator('[name=answer][value=accepted]').check();
  await form.locator('[name="delegates.0.name"]').fill('Luật sư Mẫu');
  await form.locator('[name=support][value=speaker]').check();
  await form.locator('[name="detail.speaker"]').fill('Luật sư Mẫu: hòa giải tranh chấp đất đai');
  await follow(page, form.locator('button[type=submit]').last());
  expect(await textOf(page)).toMatch(/Nhận lời|Đã nhận lời|sẽ dự|Sẽ tham dự/i);
  expect(await axe(page)).toEqual([]);
});

test('the answer is changed, and the organizer sees the last one', async () => {
  const page = await journey.person({ javaScriptEnabled: false });
  await page.goto(journey.url(routes.invitation(token)));
  const form = page.locator(`form[action*="${token}"]`, { has: page.locator('[name=answer]') }).first();
  if (!(await form.isVisible())) await page.locator('details', { has: form }).locator('summary').click();
  await form.locator('[name=answer][value=declined]').check();
  await form.locator('[name=reason]').fill('Trùng lịch xét xử');
  await follow(page, form.locator('button[type=submit]').last());

  const organizer = await journey.organizer();
  await organizer.goto(journey.url(routes.consoleInvitations(eventId)));
  expect(await textOf(organizer)).toMatch(/Từ chối|Không dự|không tham dự/i);
  expect(await axe(organizer)).toEqual([]);
  await follow(organizer, organizer.locator('main a', { hasText: /Đoàn Luật sư/ }).first());
  expect(await textOf(organizer)).toContain('Trùng lịch xét xử');
  expect(await axe(organizer)).toEqual([]);
});

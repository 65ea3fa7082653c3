import { expect, test } from 'vitest';
import { routes } from '../../web/routes';
import { counted } from './counted';
import { textOf } from './form';
import { axe, useJourney } from './journey';

const journey = useJourney();

const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

test('one letter for 18 bodies is drafted, signed once and sent to all, by eight clicks from the event', async () => {
  const title = 'Hội nghị mẫu một giấy mời';
  const event = await journey.api<{ eventId: string }>('POST', '/events', {
    kind: 'conference',
    admission: 'invitation',
    title,
    startsAt: soon(25),
    endsAt: soon(25.2),
    venue: 'Hội trường Sở Tư pháp',
    contactName: 'Nguyễn Thị Mẫu',
    contactPhone: '02973812345',
  });
  await journey.api('POST', `/events/${event.eventId}/publication`, {});
  const { items } = await journey.api<{ items: unknown[] }>('GET', '/bodies?limit=200');
  for (let n = items.length; n < 18; n++)
    await journey.api('POST', '/bodies', {
      name: `Cơ quan mẫu ${n}`,
      kind: 'other',
      email: `m${n}@mau.example`,
    });

  const page = await journey.organizer();
  await page.goto(journey.url(routes.consoleEvent(event.eventId)));
  const by = counted(page);
  await by.link('Cơ quan được mời');
  await by.link('Mời cơ quan');
  await by.link(/^Chọn cả \d+ cơ quan$/);
  const chosen = await page.locator('main [name=bodyIds]:checked').count();
  expect(chosen).toBeGreaterThanOrEqual(18);
  expect(await axe(page)).toEqual([]);
  await by.button('Soạn giấy mời để trình ký');
  expect(await textOf(page)).toContain(`Đã soạn một giấy mời chung cho ${chosen} cơ quan`);
  expect(await axe(page)).toEqual([]);
  const draft = await by.save(/Tải dự thảo/);
  expect(draft.suggestedFilename()).toBe('giay-moi-chung.docx');
  await by.choose({ name: 'ky.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nđã ký') });
  await by.button(/^Tải lên$/);
  expect(await textOf(page)).toContain(`Đã lưu bản đã ký cho ${chosen} cơ quan.`);
  await by.button(/^Gửi tất cả/);
  expect(await textOf(page)).toContain(`Đã gửi giấy mời đến ${chosen} cơ quan.`);
  expect(await axe(page)).toEqual([]);
  expect(by.clicks()).toBeLessThanOrEqual(8);

  const mailed = await page.locator('main tbody td', { hasText: '@' }).count();
  const mails = await journey.until(async () => {
    const ours = (await journey.mails()).filter((m) => m.subject.includes(title));
    return ours.length >= mailed && ours;
  });
  expect(mails.length).toBe(mailed);
  // What a body opens: the same signed file.
  const link = /\/thu-moi\/[0-9a-z]+/.exec(mails[0]!.body.text!)![0];
  const partner = await journey.person();
  await partner.goto(journey.url(link));
  expect(await partner.locator('main a[href$="giay-moi.pdf"]').count()).toBe(1);
});

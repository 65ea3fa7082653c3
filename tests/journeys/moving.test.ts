import { expect, test } from 'vitest';
import { officialMoment } from '../../functions/documents/official';
import { dayPoints } from '../../functions/events/scheduling/checks/points';
import { routes } from '../../web/routes';
import { fill, follow, send, textOf, typedDate } from './form';
import { axe, useJourney } from './journey';

const journey = useJourney();
const TITLE = 'Hội nghị mẫu sẽ dời lịch';
const inDays = (days: number, hour: string) =>
  `${typedDate(days).split('/').reverse().join('-')}T${hour}:00+07:00`;

/** A day from which both it and the day two weeks later are working days. */
const FIRST = Array.from({ length: 40 }, (_, i) => 20 + i).find((days) =>
  [days, days + 14].every(
    (d) => dayPoints({ startsAt: inDays(d, '07:30'), endsAt: inDays(d, '11:00') }).length === 0,
  ),
)!;
const THEN = FIRST + 14;

/** The mails about the event, each with its only recipient. */
const about = async () =>
  (await journey.mails())
    .filter((m) => m.subject.includes(TITLE))
    .map((m) => ({ to: m.destination.to[0]!, subject: m.subject, text: m.body.text! }));
const mailsTo = async (address: string) => (await about()).filter((m) => m.to.includes(address));

test('an event moves by two weeks: one form, one notice to each, and the bodies confirm by one click', async () => {
  const { eventId } = await journey.api<{ eventId: string }>('POST', '/events', {
    kind: 'conference',
    admission: 'open',
    title: TITLE,
    startsAt: inDays(FIRST, '07:30'),
    endsAt: inDays(FIRST, '11:00'),
    sessions: [{ startsAt: inDays(FIRST, '08:00'), endsAt: inDays(FIRST, '10:00'), topic: 'Tọa đàm' }],
    venue: 'Hội trường Sở Tư pháp',
    contactName: 'Nguyễn Thị Mẫu',
    contactPhone: '02973812345',
    capacity: 50,
  });
  await journey.api('POST', `/events/${eventId}/publication`, {});
  for (const [i, email] of ['moi.mot@mau.example', 'moi.hai@mau.example', undefined].entries())
    await journey.api('POST', `/events/${eventId}/registrations`, {
      fullName: `Danh Mẫu Dời ${['Một', 'Hai', 'Ba'][i]}`,
      phone: `09000088${i}1`.padEnd(10, '0'),
      unitId: 'unt_goquao',
      ...(email && { email }),
      consent: true,
    });
  await journey.api('POST', `/events/${eventId}/invitations`, {
    bodyIds: ['bod_dls', 'bod_tand'],
    seatsOffered: 2,
  });
  const letter = await journey.until(async () => (await mailsTo('doanluatsu'))[0]);
  const path = routes.invitation(/\/thu-moi\/([0-9a-z]+)/.exec(letter.text)![1]!);
  const bar = await journey.person();
  await bar.goto(journey.url(path));
  await fill(bar, { answer: 'accepted', 'delegates.0.name': 'Luật sư Mẫu Dời' });
  await follow(bar, bar.locator('form:has([name=answer]) button[type=submit]').last());
  // Two confirmations, two letters and the bar's receipt.
  await journey.until(async () => (await about()).length === 5 || undefined);
  const before = (await about()).length;

  const page = await journey.organizer();
  await page.goto(journey.url(routes.consolePostpone(eventId)));
  expect(await textOf(page)).toContain('3 người đã có chỗ (2 thư, 1 cuộc gọi)');
  expect(await textOf(page)).toContain('2 cơ quan được mời (2 thư)');
  expect(await axe(page)).toEqual([]);
  await fill(page, { 'startsAt.date': typedDate(THEN), 'startsAt.time': '7:30', reason: 'Bão số 9' });
  await send(page, /^Dời lịch và báo/);
  expect(await textOf(page)).toContain('Đã dời lịch.');
  expect(await textOf(page)).toContain(typedDate(THEN));
  expect(await axe(page)).toEqual([]);

  const news = async () => (await about()).slice(before);
  await journey.until(async () => (await news()).length >= 4 || undefined);
  for (const address of ['moi.mot@', 'moi.hai@', 'doanluatsu', 'toaan']) {
    const to = (await news()).filter((m) => m.to.includes(address));
    expect(to.map((m) => m.subject)).toEqual([`DỜI LỊCH: ${TITLE}`]);
    expect(to[0]!.text.replace(/\s+/g, ' ')).toContain(
      `${officialMoment(inDays(FIRST, '07:30'))} được dời sang ${officialMoment(inDays(THEN, '07:30'))}`,
    );
  }
  await page.goto(journey.url(routes.consoleCalls()));
  expect(await textOf(page)).toContain('Danh Mẫu Dời Ba');

  await bar.goto(journey.url(path));
  expect(await textOf(bar)).toContain(`đã trả lời cho lịch cũ (${typedDate(FIRST)})`);
  expect(await axe(bar)).toEqual([]);
  await send(bar, 'Vẫn tham dự theo lịch mới');
  expect(await textOf(bar)).not.toContain('lịch cũ');

  await page.goto(journey.url(routes.consoleInvitations(eventId)));
  expect(await textOf(page)).not.toContain('lịch cũ');
  // Nothing went twice: the four notices, and the receipt of the confirmed answer.
  await journey.until(async () => (await news()).length >= 5 || undefined);
  expect((await news()).filter((m) => m.subject.startsWith('DỜI LỊCH')).length).toBe(4);
});

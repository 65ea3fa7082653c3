import { beforeAll, describe, expect, test } from 'vitest';
import { checkIn } from '../../../functions/events/attendance/check-in';
import { moneyList } from '../../../functions/events/attendance/money-list';
import { moneyListFile } from '../../../functions/events/attendance/money-list-file';
import { registrationsTable } from '../../../functions/events/registrations/registration';
import { historyOf } from '../../../functions/platform/audit/history';
import { readXlsx } from '../../../functions/platform/sheets/xlsx';
import { DAY, ms } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { unzip } from '../../documents/unzip';
import { addEvent, onDay } from '../../support/events';
import { comes } from '../../support/people';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let organizer: Visitor;
let eventId: string;

/** Two days; An was there on both, Bình on the first, Cúc on none. */
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
  const event = await addEvent(world, 2, {
    startsAt: onDay(world, 2, '07:30'),
    endsAt: onDay(world, 3, '11:30'),
  });
  eventId = event.id;
  const an = await comes(world, event.id, { fullName: 'Trần Mẫu An' });
  const binh = await comes(world, event.id, { fullName: 'Trần Mẫu Bình' });
  await comes(world, event.id, { fullName: 'Trần Mẫu Cúc' });
  world.clock.at = ms(event.startsAt);
  await checkIn(world, event.id, { registrationId: an.id, day: 1 });
  await checkIn(world, event.id, { registrationId: binh.id, day: 1 });
  world.clock.at += DAY;
  await checkIn(world, event.id, { registrationId: an.id, day: 2 });
});

const INPUT = { rate: 100_000, purpose: 'Hỗ trợ tiền ăn' };

describe('the list on which people sign for money received', () => {
  test('has each person who came, with the amount for each of their days', async () => {
    const { rows, total } = await moneyList(world, eventId, INPUT);
    expect(rows.map(({ fullName, days, amount }) => [fullName, days, amount])).toEqual([
      ['Trần Mẫu An', 2, 200_000],
      ['Trần Mẫu Bình', 1, 100_000],
    ]);
    expect(total).toBe(300_000);
  });

  test('leaves out a person whose data are restricted', async () => {
    const { id, startsAt } = await addEvent(world, 2);
    const an = await comes(world, id, { fullName: 'Trần Mẫu An' });
    world.clock.at = ms(startsAt);
    await checkIn(world, id, { registrationId: an.id, day: 1 });
    expect((await moneyList(world, id, INPUT)).rows).toHaveLength(1);
    const restricted = new Date(world.now()).toISOString();
    await world.db.update(registrationsTable, { pk: an.pk, sk: an.sk }, { set: { restricted } });
    expect((await moneyList(world, id, INPUT)).rows).toEqual([]);
  });

  test('is a document on wide A4 pages, with the total in numbers and words', async () => {
    const { name, body } = await moneyListFile(world, eventId, INPUT, 'docx');
    expect(name).toMatch(/^ky-nhan-tien-[a-z0-9-]+-2026-11-18\.docx$/);
    const xml = unzip(body as Uint8Array)['word/document.xml']!;
    const text = [...xml.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, words]) => words).join('|');
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('DANH SÁCH KÝ NHẬN TIỀN');
    expect(text).toMatch(/01\|+Trần Mẫu An\|/);
    expect(text).toContain('300.000');
    expect(text).toContain('Bằng chữ: Ba trăm nghìn đồng.');
    expect(text).not.toContain('Trần Mẫu Cúc');
    // 297 mm × 210 mm, in twentieths of a point.
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    expect(xml).toContain('<w:tblHeader/>');
  });

  test('is a sheet with the same rows, its amounts as numbers', async () => {
    const { body } = await moneyListFile(world, eventId, INPUT, 'xlsx');
    const [sheet] = await readXlsx(body as Uint8Array);
    const texts = sheet!.rows.map(({ cells }) => cells.map(({ text }) => text));
    expect(texts[1]).toEqual(expect.arrayContaining(['1', 'Trần Mẫu An', '2', '100000', '200000']));
    expect(texts[3]).toEqual(expect.arrayContaining(['Tổng cộng', '300000']));
  });

  test('is not made where no person was checked in', async () => {
    const { id } = await addEvent(world, 9);
    await expect(moneyListFile(world, id, INPUT, 'docx')).rejects.toMatchObject({ code: 'money-list-empty' });
    const page = await organizer.get(`${routes.consoleMoneyList(id)}?muc=100000`);
    expect(page.text).toContain('Chưa có ai được điểm danh');
  });

  test('leaves a line in the history of the event', async () => {
    await moneyList(world, eventId, INPUT);
    const { items } = await historyOf(world, eventId);
    expect(items.find(({ what }) => what === 'taken')).toMatchObject({
      fields: { as: { to: 'money-list' }, people: { to: 2 } },
    });
  });
});

describe('its page', () => {
  const page = (query = '') => organizer.get(`${routes.consoleMoneyList(eventId)}${query}`);

  test('asks for the rate, then shows the list and offers the files', async () => {
    const rows = '[aria-label="Danh sách ký nhận tiền"] tbody tr';
    expect((await page()).page.querySelectorAll(rows)).toHaveLength(0);
    const shown = await page('?muc=100.000&noi-dung=Ti%E1%BB%81n+%C4%83n');
    expect(shown.page.querySelectorAll(rows).length).toBeGreaterThan(0);
    expect(shown.text).toContain('300.000 đồng');
    expect(shown.text).toContain('Bằng chữ: Ba trăm nghìn đồng.');
    const href = shown.page.querySelector('a[href*=".docx"]')!.getAttribute('href')!.replaceAll('&amp;', '&');
    const file = await organizer.get(href);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toContain('wordprocessingml');
  });

  test.each(['0', '1,5', 'mười', '', '90000000'])(
    'comes back with the rate %j, which is none',
    async (rate) => {
      const again = await page(`?muc=${encodeURIComponent(rate)}`);
      expect(again.status).toBe(422);
      expect(again.page.querySelectorAll('[aria-invalid=true]')).toHaveLength(1);
    },
  );

  test('and its operation are for organizers alone', async () => {
    const made = await organizer.api('POST', `/events/${eventId}/money-list`, { rate: 50_000 });
    expect(made.status).toBe(200);
    for (const role of ['viewer', 'officer'] as const) {
      const other = await signIn(world, {
        role,
        bearer: true,
        ...(role === 'officer' && { unitId: 'unt_goquao' }),
      });
      expect((await other.get(`${routes.consoleMoneyList(eventId)}?muc=100000`)).status).toBe(403);
      expect((await other.get(`${routes.consoleMoneyListFile(eventId, 'docx')}?muc=100000`)).status).toBe(
        403,
      );
      expect((await other.api('POST', `/events/${eventId}/money-list`, { rate: 50_000 })).status).toBe(403);
    }
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import type { Event } from '../../../functions/events/event/event';
import { releaseExpiredQuotas } from '../../../functions/events/nominations/due/release';
import { listNominations } from '../../../functions/events/nominations/list';
import { nominate } from '../../../functions/events/nominations/nominees/nominate';
import { NomineeInput } from '../../../functions/events/nominations/nominees/nominee';
import { viewQuotas } from '../../../functions/events/nominations/read';
import { dayPoints, type Point, pointsOf } from '../../../functions/events/scheduling/checks/points';
import { duplicateEvent } from '../../../functions/events/scheduling/duplicate';
import { deliveriesOf } from '../../../functions/outbox/deliveries/find';
import { parse } from '../../../functions/platform/input/parse';
import { linkToken } from '../../../functions/platform/keys/link-token';
import { DAY, instant, localDate, localTime, ms } from '../../../functions/platform/time/dates';
import { holidayOn } from '../../../functions/platform/time/holidays';
import { storePlan } from '../../../functions/programme/plans/store';
import { routes } from '../../../web/routes';
import { addEvent, draftEvent, furnish, publishedEvent } from '../../support/events';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { danh, giveQuota } from '../nominations/scene';

const world = useWorld();
let organizer: Visitor;
let course: Event;
beforeAll(async () => {
  world.clock.at = ms('2025-02-20T08:00:00+07:00');
  await furnish(world);
  await storePlan(world, {
    year: 2025,
    title: 'Kế hoạch năm 2025',
    tasks: [{ id: 'tsk_2025_ii3b', row: 'II.3b', words: 'Bồi dưỡng', lead: [], coordinating: [] }],
  });
  organizer = await signIn(world, { role: 'organizer', bearer: true });
  course = await publishedEvent(world, {
    title: 'Lớp bồi dưỡng hòa giải viên năm 2025',
    titleEn: 'Mediators course 2025',
    summary: 'Học ngày 25 và 26/3/2025 tại hội trường.',
    startsAt: '2025-03-25T07:30:00+07:00',
    endsAt: '2025-03-26T16:30:00+07:00',
    registrationOpensAt: '2025-03-01T08:00:00+07:00',
    registrationClosesAt: '2025-03-24T17:00:00+07:00',
    sessions: [
      {
        startsAt: '2025-03-25T13:30:00+07:00',
        endsAt: '2025-03-25T16:00:00+07:00',
        topic: 'Kỹ năng 2025',
      },
      { startsAt: '2025-03-26T07:30:00+07:00', endsAt: '2025-03-26T11:00:00+07:00', topic: 'Luật' },
    ],
    taskId: 'tsk_2025_ii3b',
  });
});

const copyTo = (date: string, time = '07:30') =>
  duplicateEvent(world, course.id, { startsAt: instant(date, time)! });
const days = (points: readonly Point[]) =>
  points.flatMap((p) =>
    p.what === 'sunday' ? [p.day] : p.what === 'holiday' ? [`${p.day} ${p.holiday}`] : [],
  );
const textOf = async (path: string) => (await organizer.get(path)).text;
/** What every copy into 2026 or later says of last year's course. */
const OF_2025 = [
  'Nhiệm vụ thuộc kế hoạch năm 2025',
  'Tên ghi năm 2025',
  'Tên tiếng Anh ghi năm 2025',
  'Giới thiệu ghi ngày khác với lịch: 25 và 26/3/2025',
  'Buổi 1, chuyên đề ghi năm 2025',
];

describe('a copy of last year’s course', () => {
  test('begun at another hour does not go into the night; it closes the day before and takes nobody', async () => {
    const copy = await copyTo('2026-03-24', '13:30');
    expect(
      copy.sessions.map((s) => [localDate(s.startsAt), localTime(s.startsAt), localTime(s.endsAt)]),
    ).toEqual([
      ['2026-03-24', '13:30', '16:00'],
      ['2026-03-25', '07:30', '11:00'],
    ]);
    expect(copy.endsAt).toBe(instant('2026-03-25', '16:30'));
    expect(copy.registrationClosesAt).toBe(instant('2026-03-23', '17:00'));
    expect(copy.registrationOpensAt).toBeUndefined();
    expect([copy.status, copy.seats.held, copy.seats.waiting]).toEqual(['draft', 0, 0]);
  });

  test.each([
    ['2026-03-28', '2026-03-29 là', 'Chủ nhật, 29/03/2026 là ngày nghỉ hằng tuần'],
    ['2027-02-05', 'Tết', 'Thứ Bảy, 06/02/2027: nghỉ Tết Nguyên đán'],
    ['2026-04-29', '30/4', 'Thứ Năm, 30/04/2026: nghỉ lễ 30/4'],
  ])(
    'to %s: the draft, its form and the page that publishes point it out (%s)',
    async (date, _name, said) => {
      const copy = await copyTo(date);
      for (const path of [routes.consoleEvent, routes.consoleEditEvent, routes.consolePublish]) {
        const text = await textOf(path(copy.id));
        for (const point of [...OF_2025, said]) expect(text, path(copy.id)).toContain(point);
      }
    },
  );

  test('on ordinary days of the same year has nothing to point out', async () => {
    const same = await draftEvent(world, {
      title: 'Lớp năm 2025 theo Luật số 35/2013/QH13 và Kế hoạch 77/KH-UBND giai đoạn 2021-2025',
      summary: 'Học ngày 25 và 26/3/2025, đăng ký đến ngày 24/3; họp ngày 25 tháng 3 năm 2025.',
      startsAt: '2025-03-25T07:30:00+07:00',
      endsAt: '2025-03-26T16:30:00+07:00',
      registrationClosesAt: '2025-03-24T17:00:00+07:00',
      sessions: [],
    });
    expect(pointsOf(same, 2025)).toEqual([]);
    expect(await textOf(routes.consoleEvent(same.id))).not.toContain('Vui lòng xem lại:');
  });

  test('names wrong dates and years in every text, in both languages', () => {
    const event = {
      ...course,
      summary: 'Ngày 25/3 khai mạc, ngày 26 tháng 3 bế mạc; kế hoạch năm 2027.',
      summaryEn: 'On 25 and 26 March 2025.',
      startsAt: instant('2026-03-24', '07:30')!,
      endsAt: instant('2026-03-25', '16:30')!,
      sessions: [],
    };
    const found = pointsOf(event).filter((p) => 'field' in p && p.field.startsWith('summary'));
    expect(found).toEqual([
      { what: 'date-in-text', field: 'summary', dates: ['ngày 26 tháng 3'] },
      { what: 'year-in-text', field: 'summary', years: [2027] },
      { what: 'date-in-text', field: 'summaryEn', dates: ['25 and 26 March 2025'] },
    ]);
  });
});

describe('the quotas of a copy', () => {
  test('come along where that is ticked, with number and contact, also after their deadline; no people', async () => {
    world.clock.at = ms('2025-02-20T08:00:00+07:00');
    const event = await addEvent(world, 20, {
      admission: 'nomination',
      capacity: 10,
      title: 'Lớp có chỉ tiêu',
    });
    const give = (unitId: string, quota: number) => giveQuota(world, event.id, { unitId, quota });
    const { nomination } = await give('unt_goquao', 5);
    await give('unt_anminh', 3);
    await nominate(world, linkToken(world, nomination.id, nomination.turn), parse(NomineeInput, danh));
    world.clock.at = ms(event.startsAt) - DAY;
    await releaseExpiredQuotas(world, event.id);
    const page = await organizer.get(routes.consoleDuplicate(event.id));
    expect(page.text).toContain('Giao lại chỉ tiêu: 2 nơi, 8 người');
    const typed = { 'startsAt.date': '15/05/2025', 'startsAt.time': '7:30', quotas: 'on' };
    const sent = await organizer.post(routes.consoleDuplicate(event.id), typed);
    const copyId = /evt_\w+/.exec(sent.to)![0];
    expect((await organizer.get(sent.to)).text).toContain('Đã giao lại chỉ tiêu cho 2 nơi');
    const copied = await viewQuotas(world, copyId, await listNominations(world, copyId));
    expect(
      copied.map((v) => [v.nomination.unitId, v.quota, v.used, v.nomination.contactName]).sort(),
    ).toEqual([
      ['unt_anminh', 3, 0, nomination.contactName],
      ['unt_goquao', 5, 0, nomination.contactName],
    ]);
    expect(await deliveriesOf(world, copied[0]!.nomination.id)).toEqual([]);
    const without = await organizer.post(routes.consoleDuplicate(event.id), { ...typed, quotas: '' });
    expect(await listNominations(world, /evt_\w+/.exec(without.to)![0])).toEqual([]);
  });
});

describe('days off', () => {
  test('are the holidays of the labour code, with Tết and Giỗ Tổ by the Vietnamese moon', () => {
    const of = (day: string) => holidayOn(day);
    expect(['2026-01-01', '2026-04-30', '2026-05-01', '2026-09-02'].map(of)).toEqual([
      'new-year',
      'reunification',
      'labour',
      'national',
    ]);
    // The Vietnamese Tết of 2030 is a day before the Chinese one.
    expect(['2025-01-29', '2026-02-17', '2027-02-06', '2030-02-02'].map(of)).toEqual(Array(4).fill('tet'));
    expect(['2026-02-16', '2026-02-21', '2026-02-15', '2026-02-22'].map(of)).toEqual([
      'tet',
      'tet',
      undefined,
      undefined,
    ]);
    expect(['2025-04-07', '2026-04-26', '2027-04-16'].map(of)).toEqual(Array(3).fill('hung-kings'));
  });

  test('are asked about before anybody is told of a move to one', async () => {
    const event = await publishedEvent(world, {
      startsAt: '2025-03-25T07:30:00+07:00',
      endsAt: '2025-03-25T11:30:00+07:00',
      sessions: [],
    });
    const typed = {
      version: String(event.version),
      way: 'mo',
      reason: 'Trùng lịch',
      'startsAt.date': '30/04/2025',
      'startsAt.time': '7:30',
    };
    const asked = await organizer.post(routes.consolePostpone(event.id), typed);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Thứ Tư, 30/04/2025: nghỉ lễ 30/4');
    expect(asked.page.querySelector('[name=dayOff]')).not.toBeNull();
    const sent = await organizer.post(routes.consolePostpone(event.id), { ...typed, dayOff: 'on' });
    expect(sent.status).toBe(303);
    expect(await textOf(sent.to)).toContain('30/04/2025: nghỉ lễ 30/4');
  });

  test('of an event are every one of its days that is off', () => {
    const event = { startsAt: instant('2026-04-25', '07:30')!, endsAt: instant('2026-05-01', '11:00')! };
    expect(days(dayPoints(event))).toEqual([
      '2026-04-26 hung-kings',
      '2026-04-30 reunification',
      '2026-05-01 labour',
    ]);
  });
});

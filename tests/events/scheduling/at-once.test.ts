import { beforeAll, describe, expect, test } from 'vitest';
import { areAtOnce } from '../../../functions/events/event/days';
import { nominate } from '../../../functions/events/nominations/nominees/nominate';
import { NomineeInput } from '../../../functions/events/nominations/nominees/nominee';
import { particularsOf } from '../../../functions/events/person/person-fields';
import { withdraw } from '../../../functions/events/registrations/change/cancel';
import { correctByStaff } from '../../../functions/events/registrations/change/correct';
import { expectedElsewhere } from '../../../functions/events/registrations/register/elsewhere';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { clashesOf } from '../../../functions/events/scheduling/checks/clashes';
import { parse } from '../../../functions/platform/input/parse';
import { routes } from '../../../web/routes';
import { draftEvent, inDays, onDay, publishedEvent, type Typed } from '../../support/events';
import { comes, particulars } from '../../support/people';
import { addWholeProvince } from '../../support/places';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { typed } from '../../web/public/forms';
import { danh, giveQuota, pathOfLink } from '../nominations/scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addWholeProvince(world, 2);
  organizer = await signIn(world, { role: 'organizer' });
});

/** From the hour of one day to the hour of another, in Vietnam. */
const held = (from: string, to: string) => ({
  startsAt: new Date(`${from}:00+07:00`).toISOString(),
  endsAt: new Date(`${to}:00+07:00`).toISOString(),
});
const MORNING = held('2026-12-03T08:00', '2026-12-03T11:00');

describe('two events', () => {
  test.each([
    ['on one morning, one of them until the afternoon', held('2026-12-03T09:00', '2026-12-03T16:00'), true],
    ['of which one begins when the other ends', held('2026-12-03T11:00', '2026-12-03T16:00'), false],
    ['on other days', held('2026-12-04T08:00', '2026-12-04T11:00'), false],
    ['of which one is a series of mornings', held('2026-12-01T08:00', '2026-12-05T11:00'), true],
    ['of which one is a series of afternoons', held('2026-12-01T13:30', '2026-12-05T17:00'), false],
    ['of which one lasts from an afternoon to a morning', held('2026-12-02T13:30', '2026-12-04T09:00'), true],
    ['of which one has its last morning before', held('2026-12-01T13:30', '2026-12-03T07:30'), false],
    ['of which one is an evening past midnight', held('2026-12-02T19:00', '2026-12-03T00:30'), false],
  ])('%s', (_, other, expected) => {
    expect(areAtOnce(MORNING, other)).toBe(expected);
    expect(areAtOnce(other, MORNING)).toBe(expected);
  });
});

/** An event of that day from one hour to another. */
const on = (days: number, from: string, to: string, over: Partial<Typed> = {}) =>
  publishedEvent(
    world,
    { startsAt: onDay(world, days, from), endsAt: onDay(world, days, to), ...over },
    inDays(world, days),
  );
const TWICE = { fullName: 'Trần Thị Mẫu Hai Lớp', phone: '0900000950', unitId: 'unt_goquao_1' };

describe('a person who is expected at two classes at once', () => {
  let first: Awaited<ReturnType<typeof on>>;
  let second: Awaited<ReturnType<typeof on>>;
  let path: string;
  beforeAll(async () => {
    first = await on(6, '08:00', '11:00', { admission: 'nomination', title: 'Lớp thứ nhất' });
    second = await on(6, '09:00', '16:00', { title: 'Lớp thứ hai' });
    const { nomination } = await giveQuota(world, first.id);
    path = pathOfLink(world, nomination);
    const token = path.split('/').at(-1)!;
    await nominate(world, token, parse(NomineeInput, { ...TWICE, basis: 'paper' }));
    await nominate(world, token, parse(NomineeInput, { ...danh, unitId: 'unt_goquao_1' }));
    await comes(world, second.id, TWICE);
  });
  const SAID = 'Ở hai lớp cùng lúc: 1 người';

  test('is said to the organizer on both lists and on the person’s page', async () => {
    for (const [event, other] of [
      [first, 'Lớp thứ hai'],
      [second, 'Lớp thứ nhất'],
    ] as const) {
      const list = await organizer.get(routes.consoleRegistrations(event.id));
      const notice = list.page.querySelector('#cung-luc')!;
      expect(notice.text).toContain(SAID);
      expect(notice.text).toContain(`Trần Thị Mẫu Hai Lớp: ${other}`);
      const person = await organizer.get(notice.querySelector('a')!.getAttribute('href')!);
      expect(person.text).toContain(SAID);
    }
  });

  test('is said to the officer who names them, and nothing of the others', async () => {
    const { page } = await visitor(world).get(path);
    const notice = page.querySelector('#cung-luc')!.text;
    expect(notice).toContain(SAID);
    expect(notice).toContain('Lớp thứ hai');
    expect(notice).not.toContain(danh.fullName);
    expect((await visitor(world).get(`/en${path}`)).text).toContain(
      'two events at the same time: one person',
    );
  });

  test('stands on the console’s first page within the week, with the way to the name', async () => {
    const { page } = await organizer.get(routes.console());
    const links = page.querySelectorAll('main a').filter((a) => a.text.trim().startsWith('Xem tên'));
    expect(page.text).toMatch(/Hỏi lại 1 người\s+có tên ở hai lớp cùng lúc/);
    expect(links.map((a) => a.getAttribute('href'))).toEqual([
      `${routes.consoleRegistrations(first.id)}#cung-luc`,
    ]);
  });

  test('is no longer said once they left one of them, or one is cancelled', async () => {
    const a = await on(8, '08:00', '11:00');
    const b = await on(8, '08:00', '11:00');
    const c = await on(8, '10:00', '12:00');
    const person = particulars({ fullName: 'Lê Mẫu Ba Lớp', unitId: 'unt_goquao_1' });
    const at = await comes(world, a.id, person);
    const left = await comes(world, b.id, person);
    await comes(world, c.id, person);
    const elsewhere = async () =>
      ((await expectedElsewhere(world, a, [at])).get(at.sk) ?? []).map(({ id }) => id).sort();
    expect(await elsewhere()).toEqual([b.id, c.id].sort());
    await withdraw(world, left);
    expect(await elsewhere()).toEqual([c.id]);
    await cancelEvent(world, c.id, { version: c.version, reason: 'Bão' });
    expect(await elsewhere()).toEqual([]);
  });

  test('is the same person where one of the classes knows them by a corrected name or phone', async () => {
    const a = await on(9, '08:00', '11:00');
    const b = await on(9, '08:00', '11:00');
    const person = particulars({ fullName: 'Lê Mẫu Sửa', unitId: 'unt_goquao_1' });
    const slip = await comes(world, a.id, { ...person, phone: '0900000951' });
    const at = await comes(world, b.id, person);
    const elsewhere = async () => [...(await expectedElsewhere(world, b, [at])).keys()];
    expect(await elsewhere()).toEqual([]);
    await correctByStaff(world, slip.id, { ...particularsOf(slip), phone: person.phone });
    expect(await elsewhere()).toEqual([at.sk]);
  });

  test('is found among more than a thousand people as among a few, also by a corrected name or phone', async () => {
    const a = await on(12, '08:00', '11:00');
    const b = await on(12, '08:00', '11:00');
    const person = (fullName: string, phone: string) =>
      particulars({ fullName, phone, unitId: 'unt_goquao_1' });
    const [phone, name, moved, both] = [
      person('Danh Mẫu Đổi Số', '0900000953'),
      person('Danh Thị Mẫu Đổi Tên', '0900000954'),
      person('Danh Mẫu Có Số Mới', '0900000955'),
      person('Danh Mẫu Không Sửa', '0900000956'),
    ];
    const correct = async (from: object, to: object) => {
      const slip = await comes(world, a.id, particulars({ unitId: 'unt_goquao_1', ...from }));
      await correctByStaff(world, slip.id, { ...particularsOf(slip), ...to });
    };
    await correct({ ...phone, phone: '0900000957' }, { phone: phone.phone });
    await correct({ ...name, fullName: 'Danh Thị Mẫu Gõ Nhầm' }, { fullName: name.fullName });
    await correct(moved, { phone: '0900000958' });
    await comes(world, a.id, both);
    const here = [];
    for (const one of [phone, name, moved, both, person('Danh Mẫu Chỉ Một Nơi', '0900000959')])
      here.push(await comes(world, b.id, one));
    const others = Array.from({ length: 1_000 }, (_, i) => ({
      sk: `other-${i}`,
      fullName: 'Thị Mẫu Lớp Đông',
      phone: `0911${String(i).padStart(6, '0')}`,
      status: 'confirmed' as const,
    }));
    const few = await expectedElsewhere(world, b, here);
    expect([...few.keys()]).toEqual(here.slice(0, 4).map(({ sk }) => sk));
    expect(await expectedElsewhere(world, b, [...others, ...here])).toEqual(few);
  });

  test('is said to themselves before the form, of what this browser registered', async () => {
    const a = await on(10, '08:00', '11:00', { title: 'Lớp đã đăng ký' });
    const b = await on(10, '10:00', '12:00');
    const later = await on(11, '10:00', '12:00');
    const me = visitor(world);
    expect((await me.send(routes.register(a.id), typed())).status).toBe(200);
    const form = await me.get(routes.register(b.id));
    expect(form.text).toContain('đã đăng ký lớp khác trên máy này: Lớp đã đăng ký');
    expect((await me.get(routes.register(later.id))).text).not.toContain('lớp khác trên máy này');
    expect((await visitor(world).get(routes.register(b.id))).text).not.toContain('lớp khác trên máy này');
  });
});

describe('a hall or a speaker that two events need at once', () => {
  const sessions = (days: number, from: string, to: string, speaker: string) => [
    { startsAt: onDay(world, days, from), endsAt: onDay(world, days, to), topic: 'Kỹ năng', speaker },
  ];

  test('is said on both events’ pages, of drafts too', async () => {
    const days = 14;
    const a = await on(days, '08:00', '11:00', {
      title: 'Lớp sáng',
      venue: 'Hội trường A',
      sessions: sessions(days, '08:00', '10:00', 'TS. Trần Mẫu Hoà'),
    });
    const b = await draftEvent(
      world,
      {
        title: 'Lớp nháp',
        startsAt: onDay(world, days, '09:00'),
        endsAt: onDay(world, days, '16:00'),
        venue: 'hội trường  A',
        sessions: sessions(days, '09:00', '11:00', 'Trần Mẫu Hòa'),
      },
      inDays(world, days),
    );
    const page = await organizer.get(routes.consoleEvent(a.id));
    expect(page.text).toMatch(/Lớp nháp,.*: cùng hội trường, cùng báo cáo viên TS. Trần Mẫu Hoà/);
    expect((await organizer.get(routes.consoleEvent(b.id))).text).toContain('Lớp sáng');
  });

  test('is not said of another hall, another hour of the speaker, or an event that is cancelled', async () => {
    const days = 15;
    const a = await on(days, '08:00', '11:00', {
      venue: 'Hội trường A',
      sessions: sessions(days, '08:00', '09:00', 'Trần Mẫu Hòa'),
    });
    await on(days, '09:00', '16:00', {
      venue: 'Hội trường B',
      sessions: sessions(days, '09:00', '10:00', 'Trần Mẫu Hòa'),
    });
    await on(days, '09:00', '16:00', { venue: 'Hội trường A', placeUnitId: 'unt_goquao_1' });
    const off = await on(days, '08:00', '11:00', { venue: 'Hội trường A' });
    expect((await clashesOf(world, a)).map(({ event }) => event.id)).toEqual([off.id]);
    await cancelEvent(world, off.id, { version: off.version, reason: 'Bão' });
    expect(await clashesOf(world, a)).toEqual([]);
  });
});

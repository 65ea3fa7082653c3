import { beforeAll, describe, expect, test } from 'vitest';
import { rightDay } from '../../../functions/events/attendance/right-day';
import { dayNow, daysOf } from '../../../functions/events/event/days';
import type { Event } from '../../../functions/events/event/event';
import { getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { DAY, HOUR, MINUTE, ms } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { addEvent, onDay } from '../../support/events';
import { entered } from '../../support/people';
import { addPlaces } from '../../support/places';
import { fields, problem } from '../../support/refusals';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const at = (day: string, time: string) => `2026-12-${day}T${time}:00+07:00`;
const lasting = (from: [string, string], to: [string, string]) => ({
  startsAt: at(...from),
  endsAt: at(...to),
  status: 'published' as const,
});
const dates = (days: string[]) => days.map((d) => `2026-12-${d}`);

describe('the days of an event', () => {
  test.each([
    ['until midnight', ['01', '19:00'], ['02', '00:00'], ['01']],
    ['until half past midnight', ['01', '19:00'], ['02', '00:30'], ['01']],
    ['a night until five', ['01', '23:30'], ['02', '05:00'], ['01']],
    ['a night until seven', ['01', '20:00'], ['02', '07:00'], ['01']],
    ['a night of twelve hours', ['01', '19:00'], ['02', '07:00'], ['01']],
    ['a day and a half', ['01', '13:30'], ['02', '11:30'], ['01', '02']],
    ['two days', ['01', '07:30'], ['02', '16:30'], ['01', '02']],
    ['two evenings past midnight', ['01', '19:00'], ['03', '00:30'], ['01', '02']],
    ['a long day that ends at one', ['01', '07:30'], ['02', '01:00'], ['01']],
    ['three days', ['01', '08:00'], ['03', '11:00'], ['01', '02', '03']],
    ['one morning', ['01', '07:30'], ['01', '11:30'], ['01']],
    ['an early morning', ['01', '04:30'], ['01', '08:00'], ['01']],
    ['from half past midnight', ['02', '00:30'], ['02', '04:00'], ['02']],
    ['two early mornings', ['01', '04:30'], ['02', '04:00'], ['01', '02']],
    ['across a year', ['31', '22:00'], ['31', '23:59'], ['31']],
  ] as const)('%s', (_what, from, to, days) => {
    expect(daysOf(lasting([...from], [...to]))).toEqual(dates([...days]));
  });

  const evening = lasting(['01', '19:00'], ['02', '00:30']);
  const both = lasting(['01', '07:30'], ['02', '16:30']);
  test.each([
    ['the evening at 23:50', evening, ['01', '23:50'], 'during', 1],
    ['the evening at 00:10', evening, ['02', '00:10'], 'during', 1],
    ['the evening, in its morning', evening, ['01', '08:00'], 'during', 1],
    ['the evening, at its end', evening, ['02', '00:30'], 'after', 1],
    ['two days, the evening before', both, ['00', '20:00'], 'before', 1],
    ['two days, before five on the first', both, ['01', '05:00'], 'before', 1],
    ['two days, early on the first', both, ['01', '06:00'], 'during', 1],
    ['two days, at night', both, ['02', '00:10'], 'during', 1],
    ['two days, early on the second', both, ['02', '06:00'], 'during', 2],
    ['two days, over', both, ['02', '16:30'], 'after', 2],
    ['two days, long over', both, ['09', '08:00'], 'after', 2],
  ] as const)('%s', (_what, event, [day, time], when, number) => {
    const now = day === '00' ? ms('2026-11-30T20:00:00+07:00') : ms(at(day, time));
    expect(dayNow(event, now)).toEqual({ when, day: number });
  });

  test('an event without a date has not come', () => {
    expect(dayNow({ ...both, undated: true }, ms(at('01', '08:00'))).when).toBe('before');
  });
});

describe('the day that is recorded', () => {
  const both = lasting(['01', '07:30'], ['02', '16:30']);
  const on = (day: string, time: string, asked: object = {}) => rightDay(both, asked, ms(at(day, time)));

  test('is the day of now where none is said', () => {
    expect(on('01', '07:40')).toBe(1);
    expect(on('02', '07:35')).toBe(2);
    expect(on('02', '07:35', { day: 2 })).toBe(2);
  });

  test('another day is refused, and taken where it is meant', () => {
    expect(() => on('02', '07:35', { day: 1 })).toThrow(problem('day-not-today'));
    expect(() => on('01', '07:40', { day: 2 })).toThrow(problem('day-not-today'));
    expect(on('02', '07:35', { day: 1, otherDay: true })).toBe(1);
  });

  test('before the event and after it, it is asked about, and which day must be said', () => {
    expect(() => on('01', '02:00')).toThrow(problem('day-before-event'));
    expect(() => on('02', '17:00')).toThrow(problem('day-after-event'));
    expect(() => on('02', '17:00', { day: 2 })).toThrow(problem('day-after-event'));
    expect(() => on('02', '17:00', { otherDay: true })).toThrow(fields('day', 'day-required'));
    expect(on('02', '17:00', { day: 1, otherDay: true })).toBe(1);
  });

  test('must be one of the event, which takes place', () => {
    expect(() => on('01', '07:40', { day: 3, otherDay: true })).toThrow(fields('day', 'day-unknown'));
    const off = { ...both, status: 'postponed' as const };
    expect(() => rightDay(off, { day: 1, otherDay: true }, ms(at('01', '08:00')))).toThrow(
      problem('event-postponed'),
    );
  });
});

describe('the check-in page', () => {
  const world = useWorld();
  let organizer: Visitor;
  beforeAll(async () => {
    await addPlaces(world);
    organizer = await signIn(world, { role: 'organizer', bearer: true });
  });
  const door = (event: Event, query = '') => `${routes.consoleCheckIn(event.id)}${query}`;
  const came = async (r: Registration) => Object.keys((await getRegistration(world, r.id)).came ?? {});
  const start = (event: Event) => {
    world.clock.at = ms(event.startsAt) + 10 * MINUTE;
  };
  const twoDays = async () => {
    const event = await addEvent(world, 2, { endsAt: onDay(world, 3, '16:30') });
    const people = [];
    for (const fullName of ['Trần Mẫu An', 'Trần Mẫu Bình', 'Trần Mẫu Chín'])
      people.push(await entered(world, event.id, { fullName }));
    start(event);
    return { event, an: people[0]!, binh: people[1]!, chin: people[2]! };
  };

  test('left open overnight: a reload shows today, a tick is asked about, nothing is written for yesterday', async () => {
    const { event, an, binh, chin } = await twoDays();
    const first = await organizer.post(door(event), { ngay: '1', id: an.id });
    // The address has no day: tomorrow it shows tomorrow.
    expect(first.to).not.toContain('ngay=');
    world.clock.forward(DAY);
    expect((await organizer.get(first.to)).html).toContain('name="ngay" value="2"');
    const deeds: Record<string, string>[] = [{ id: binh.id }, { tim: chin.code }, { id: an.id }];
    for (const sent of deeds) {
      const asked = await organizer.post(door(event), { ngay: '1', ...sent });
      expect(asked.status).toBe(422);
      expect(asked.text).toContain('Trang này ghi cho ngày 1');
      expect(asked.text).toContain('hôm nay là ngày 2');
    }
    expect([await came(binh), await came(chin)]).toEqual([[], []]);
    const today = await organizer.post(door(event), { ngay: '1', id: binh.id, 'hom-nay': '1' });
    expect((await organizer.get(today.to)).text).toContain('Trần Mẫu Bình có mặt lúc');
    await organizer.post(door(event), { ngay: '1', id: an.id, 'hom-nay': '1' });
    expect([await came(an), await came(binh)]).toEqual([['1', '2'], ['2']]);
  });

  test('asks once a day about another day, and says plainly which day it shows', async () => {
    const { event, binh, chin } = await twoDays();
    world.clock.forward(DAY);
    const page = await organizer.get(door(event, '?ngay=1'));
    expect(page.text).toContain('Đang xem ngày 1');
    const asked = await organizer.post(door(event), { ngay: '1', id: binh.id });
    const yes = asked.page.querySelector('button[name=dung]')!.getAttribute('value')!;
    const sent = await organizer.post(door(event), { ngay: '1', id: binh.id, dung: yes });
    const after = await organizer.get(sent.to);
    expect(after.text).toContain('Trần Mẫu Bình có mặt lúc');
    expect(after.html).toContain(`name="dung" value="${yes}"`);
    expect((await organizer.post(door(event), { ngay: '1', id: chin.id, dung: yes })).status).toBe(303);
    expect([await came(binh), await came(chin)]).toEqual([['1'], ['1']]);
    world.clock.forward(DAY);
    expect((await organizer.post(door(event), { ngay: '1', id: chin.id, dung: yes })).status).toBe(422);
  });

  test('one evening is one day: 23:50 and 00:10', async () => {
    const event = await addEvent(world, 2, {
      startsAt: onDay(world, 2, '19:00'),
      endsAt: onDay(world, 3, '00:30'),
    });
    const [early, late] = [await entered(world, event.id), await entered(world, event.id)];
    world.clock.at = ms(event.startsAt) + 4 * HOUR + 50 * MINUTE;
    expect((await organizer.post(door(event), { ngay: '1', tim: early.code })).status).toBe(303);
    world.clock.forward(20 * MINUTE);
    expect((await organizer.get(door(event))).text).toContain('1 trên 2 người đã đến');
    expect((await organizer.post(door(event), { ngay: '1', tim: late.code })).status).toBe(303);
    expect((await organizer.get(door(event))).text).toContain('2 trên 2 người đã đến');
    expect((await organizer.get(routes.consoleSignInSheet(event.id))).text).not.toContain('Mỗi ngày');
  });

  test('before the event and after it every way of recording is asked about', async () => {
    const event = await addEvent(world, 2, { capacity: 1 });
    const seated = await entered(world, event.id);
    const waits = await entered(world, event.id);
    const walk = { fullName: 'Lê Mẫu Tới', phone: '0900452452', place: 'unt_dinhan', beyond: 'on' };
    const tries = async () => [
      await organizer.post(door(event), { ngay: '1', id: seated.id }),
      await organizer.post(door(event), { ngay: '1', id: waits.id, cho: '1' }),
      await organizer.post(routes.consoleWalkIn(event.id), { ngay: '1', ...walk }),
    ];
    for (const asked of await tries()) {
      expect(asked.status).toBe(422);
      expect(asked.text).toContain('chưa đến ngày');
      expect(asked.text).toContain('Vẫn ghi cho ngày 1');
    }
    world.clock.at = ms(event.endsAt);
    for (const asked of await tries()) expect(asked.text).toContain('đã kết thúc lúc');
    expect([await came(seated), await came(waits)]).toEqual([[], []]);
  });

  test('a walk-in of a page left open overnight is asked about, keeps what was typed, and goes to today', async () => {
    const { event } = await twoDays();
    world.clock.forward(DAY);
    const walk = { fullName: 'Lê Mẫu Tới', phone: '0900452453', place: 'unt_dinhan' };
    const asked = await organizer.post(routes.consoleWalkIn(event.id), { ngay: '1', ...walk });
    expect(asked.status).toBe(422);
    expect(asked.html).toContain('Lê Mẫu Tới');
    const sent = await organizer.post(routes.consoleWalkIn(event.id), { ngay: '1', ...walk, 'hom-nay': '1' });
    expect((await organizer.get(sent.to)).text).toContain('Lê Mẫu Tới có mặt lúc');
  });

  test('the API takes the day of now, and another one where it is said', async () => {
    const { event, an, binh } = await twoDays();
    world.clock.forward(DAY);
    const path = `/events/${event.id}/check-ins`;
    expect((await organizer.api('POST', path, { code: an.code })).json.day).toBe(2);
    const other = await organizer.api('POST', path, { code: binh.code, day: 1 });
    expect(other).toMatchObject({ status: 409, json: { code: 'day-not-today' } });
    expect((await organizer.api('POST', path, { code: binh.code, day: 1, otherDay: true })).status).toBe(201);
    expect([await came(an), await came(binh)]).toEqual([['2'], ['1']]);
    expect((await organizer.api('DELETE', `${path}/${an.id}`)).status).toBe(204);
    expect((await organizer.api('DELETE', `${path}/${binh.id}?day=1`)).status).toBe(204);
    expect([await came(an), await came(binh)]).toEqual([[], []]);
  });

  test('an event that was postponed records nothing', async () => {
    const event = await addEvent(world, 2);
    const r = await entered(world, event.id);
    start(event);
    await postponeEvent(world, event.id, { reason: 'Bão', version: event.version } as never);
    const asked = await organizer.api('POST', `/events/${event.id}/check-ins`, { code: r.code });
    expect(asked.json.code).toBe('event-postponed');
    expect(await came(r)).toEqual([]);
  });
});

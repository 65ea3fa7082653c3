import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventCalendar } from '../../../functions/events/event/calendar-file';
import { getEvent } from '../../../functions/events/event/get';
import { calendarOf } from '../../../functions/events/registrations/online-link';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { resumeEvent } from '../../../functions/events/scheduling/resume';
import { updateEvent } from '../../../functions/events/scheduling/update';
import { MINUTE } from '../../../functions/platform/time/dates';
import { readCalendar } from '../../support/calendar';
import { furnish, input, onDay, publishedEvent, type Typed } from '../../support/events';
import { MONDAY, useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
});

const file = async (id: string) => {
  world.clock.forward(MINUTE);
  return readCalendar((await eventCalendar(world, await getEvent(world, id))).text);
};
const only = async (id: string) => {
  const { method, entries } = await file(id);
  expect(entries).toHaveLength(1);
  return { method, ...entries[0]! };
};

describe('the calendar file', () => {
  test('has a stable UID, UTC times, an alarm, whom to call, and never the online link', async () => {
    const event = await publishedEvent(world, {
      mode: 'both',
      onlineUrl: 'https://meet.vn/secret',
      contactEmail: 'lop@stp.example',
      capacity: undefined,
      pools: [
        { kind: 'open', seats: 3 },
        { kind: 'online', seats: 3 },
      ],
    });
    const { text } = await eventCalendar(world, event);
    expect(text).toContain('DTSTART:20261126T020000Z\r\n');
    expect(text).not.toContain('secret');
    expect(await only(event.id)).toMatchObject({
      method: 'PUBLISH',
      uid: `${event.id}@nhipcau.test`,
      status: 'CONFIRMED',
      sequence: 1,
      alarms: 1,
      changed: event.updatedAt,
      organizer: 'mailto:lop@stp.example',
      organizerName: world.settings.department.name,
      attendee: undefined,
      location: expect.stringContaining('hoặc trực tuyến'),
      description: expect.stringContaining('0912 345 678'),
    });
    expect(text.replace(/\r\n /g, '')).toContain('SENT-BY="mailto:');
  });

  test('names the department’s own address where the event has none', async () => {
    const event = await publishedEvent(world);
    expect((await only(event.id)).organizer).toBe(`mailto:${world.settings.help.email}`);
  });

  test('a later state has a higher SEQUENCE, and the entry goes while there is no day', async () => {
    const event = await publishedEvent(world);
    const seen = [await only(event.id)];
    await updateEvent(world, event.id, 2, input({ venue: 'Nơi khác' }));
    seen.push(await only(event.id));
    await postponeEvent(world, event.id, { reason: 'Bão' });
    seen.push(await only(event.id));
    const dates = { startsAt: onDay(world, 20, '08:00'), endsAt: onDay(world, 20, '11:00') };
    await resumeEvent(world, event.id, dates);
    seen.push(await only(event.id));
    await cancelEvent(world, event.id, { reason: 'Gộp lớp' });
    seen.push(await only(event.id));
    expect(seen.map((s) => s.method)).toEqual(['PUBLISH', 'PUBLISH', 'CANCEL', 'PUBLISH', 'CANCEL']);
    const sequences = seen.map((s) => s.sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
    const stamps = seen.map((s) => s.stamp);
    expect(stamps).toEqual([...new Set(stamps)].sort());
    expect(seen[2]!.summary).toMatch(/^TẠM HOÃN: /);
    expect(seen[3]!.start).toBe(dates.startsAt);
    expect(seen[4]!.summary).toMatch(/^ĐÃ HỦY: /);
  });

  test.each([
    ['waitlisted', 'TENTATIVE', 'ĐANG CHỜ CHỖ: Lớp'],
    ['pending', 'TENTATIVE', 'CHỜ DUYỆT: Lớp'],
    ['confirmed', 'CONFIRMED', 'Lớp'],
    ['declined', 'CANCELLED', 'KHÔNG CÒN GIỮ CHỖ: Lớp'],
  ] as const)('of a person who is %s says so', async (status, expected, summary) => {
    const event = await publishedEvent(world, { title: 'Lớp' });
    const of = calendarOf({ status, updatedAt: event.updatedAt }, event);
    const { entries } = readCalendar((await eventCalendar(world, event, of)).text);
    expect(entries).toMatchObject([{ status: expected, summary }]);
  });

  test('a new online link raises the SEQUENCE', async () => {
    const online: Partial<Typed> = { mode: 'online', venue: undefined, onlineUrl: 'https://meet.vn/1' };
    const event = await publishedEvent(world, online);
    const before = await only(event.id);
    await updateEvent(world, event.id, 2, input({ ...online, onlineUrl: 'https://meet.vn/2' }));
    expect((await only(event.id)).sequence).toBe(before.sequence + 1);
  });
});

describe('the calendar file of an event of several days', () => {
  const days = (
    first: [number, string],
    last: [number, string],
    sessions: [number, string, string][] = [],
  ) => ({
    startsAt: onDay(world, ...first),
    endsAt: onDay(world, ...last),
    sessions: sessions.map(([day, from, to]) => ({
      startsAt: onDay(world, day, from),
      endsAt: onDay(world, day, to),
      topic: `Buổi ${from}`,
    })),
  });
  const hours = async (over: Partial<Typed>) => {
    const event = await publishedEvent(world, over);
    const { entries } = await file(event.id);
    const wall = (at: string) =>
      new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(8, 16).replace('T', ' ');
    return entries.map((e) => `${wall(e.start)} – ${wall(e.end)}`);
  };

  test('has one entry for each day with the programme of that day, under one UID', async () => {
    const event = await publishedEvent(
      world,
      days(
        [10, '07:30'],
        [11, '16:00'],
        [
          [10, '07:30', '11:00'],
          [10, '13:30', '17:00'],
          [11, '08:00', '11:00'],
          [11, '14:00', '16:00'],
        ],
      ),
    );
    const { entries } = await file(event.id);
    expect(entries).toHaveLength(2);
    const [first, second] = entries as [(typeof entries)[0], (typeof entries)[0]];
    expect(first).toMatchObject({
      rule: 'FREQ=DAILY;COUNT=2',
      start: onDay(world, 10, '07:30'),
      end: onDay(world, 10, '17:00'),
    });
    expect(second).toMatchObject({
      uid: first.uid,
      sequence: first.sequence,
      // The day of the series that it stands for, whatever its own hours.
      replaces: onDay(world, 11, '07:30'),
      start: onDay(world, 11, '08:00'),
      end: onDay(world, 11, '16:00'),
    });
    expect(first.description).toMatch(/Ngày thứ 1 trong 2 ngày\n7:30 .*\n13:30 /);
    expect(second.description).toMatch(/Ngày thứ 2 trong 2 ngày\n8:00 .*\n14:00 /);
    expect(first.description).not.toContain('14:00');
  });

  test('has the hours of the whole event where the programme says nothing', async () => {
    expect(await hours(days([10, '08:00'], [12, '16:00']))).toEqual([
      '26 08:00 – 26 16:00',
      '27 08:00 – 27 16:00',
      '28 08:00 – 28 16:00',
    ]);
  });

  test('never goes through the night where it begins later in the day than it ends', async () => {
    expect(await hours(days([10, '14:00'], [12, '11:00']))).toEqual([
      '26 14:00 – 26 17:00',
      '27 07:00 – 27 17:00',
      '28 07:00 – 28 11:00',
    ]);
    expect(await hours(days([10, '19:00'], [11, '09:00']))).toEqual([
      '26 19:00 – 26 20:00',
      '27 07:00 – 27 09:00',
    ]);
  });

  test('an evening past midnight is one entry', async () => {
    expect(await hours(days([10, '19:00'], [11, '01:00']))).toEqual(['26 19:00 – 27 01:00']);
  });

  test('takes all days out of a calendar, and loses a day that falls away', async () => {
    const event = await publishedEvent(world, days([10, '08:00'], [12, '16:00']));
    const three = await file(event.id);
    const two = input(days([10, '08:00'], [11, '16:00']));
    await updateEvent(world, event.id, 2, two);
    const after = await file(event.id);
    expect(after.entries.map((e) => e.rule)).toEqual(['FREQ=DAILY;COUNT=2', undefined]);
    expect(after.entries[0]!.sequence).toBeGreaterThan(three.entries[0]!.sequence);
    await cancelEvent(world, event.id, { reason: 'Gộp lớp' });
    const off = await file(event.id);
    expect(off).toMatchObject({
      method: 'CANCEL',
      entries: [{ status: 'CANCELLED' }, { status: 'CANCELLED' }],
    });
  });
});

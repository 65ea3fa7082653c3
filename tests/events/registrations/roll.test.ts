import { beforeAll, describe, expect, test } from 'vitest';
import { runClock } from '../../../functions/background/clock/tick';
import { onAuditStream } from '../../../functions/background/streams/audit';
import type { Event } from '../../../functions/events/event/event';
import { getEvent } from '../../../functions/events/event/get';
import { notePeople } from '../../../functions/events/event/summarise';
import { countPeople } from '../../../functions/events/overview/count-people';
import {
  type Listed,
  type Registration,
  registrationsTable,
} from '../../../functions/events/registrations/registration';
import { dropRoll, noteChanges, tendRoll } from '../../../functions/events/registrations/roll/keep-roll';
import { listRegistrations } from '../../../functions/events/registrations/roll/list';
import { readRoll } from '../../../functions/events/registrations/roll/read-roll';
import { rollsTable } from '../../../functions/events/registrations/roll/rolls-table';
import { DAY, HOUR, iso, MINUTE } from '../../../functions/platform/time/dates';
import type { RegistrationStatus } from '../../../functions/seats/ledger/entry';
import { routes } from '../../../web/routes';
import { LONG } from '../../limits';
import { anEvent, aRegistration, keep, keepEvent, streamRecord } from '../../support/stored';
import { signIn, type Visitor } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';

const world = useWorld();
let organizer: Visitor;

const NAMES = ['Trần Văn An', 'Lê Thị Bình', 'Danh Mẫu Khang', 'Nguyễn Thanh Ý', 'Đặng Văn Đức'];
const STATES: RegistrationStatus[] = ['confirmed', 'confirmed', 'confirmed', 'waitlisted', 'cancelled'];

/** About a kilobyte each, as a registration with many particulars is. */
const person = (event: Event, i: number): Registration =>
  aRegistration(event.id, `k${i.toString(36).padStart(6, '0')}`, {
    fullName: NAMES[i % NAMES.length]!,
    phone: `09${String(10_000_000 + i)}`,
    code: String(100_000_000 + i),
    status: STATES[i % STATES.length]!,
    ...(i % 7 === 0 && { came: { 1: iso(MONDAY) } }),
    nonce: 'x'.repeat(500),
  });

const large = async (id: string, count: number, more: Partial<Event> = {}): Promise<Event> => {
  const event = anEvent(id, {
    startsAt: iso(MONDAY - DAY / 8),
    endsAt: iso(MONDAY + DAY / 8),
    seats: { size: count, held: count, waiting: 0, at: iso(MONDAY) },
    ...more,
  });
  await keepEvent(world, event);
  await world.db.putMany(
    registrationsTable,
    Array.from({ length: count }, (_, i) => person(event, i)),
  );
  return event;
};

const callsOf = async (act: () => Promise<unknown>): Promise<number> => {
  const before = world.costs.length;
  await act();
  return world.costs.length - before;
};
const names = (people: readonly Pick<Listed, 'id'>[]) => people.map(({ id }) => id).sort();
const sent = (r: Registration, before?: Registration) =>
  onAuditStream(world, [streamRecord(world, 'registrations', r, before)]);

let small: Event;
let big: Event;
beforeAll(async () => {
  organizer = await signIn(world, { role: 'organizer', bearer: true });
  small = await large('evt_r1', 1_200, {
    startsAt: iso(MONDAY + 5 * DAY),
    endsAt: iso(MONDAY + 5 * DAY + HOUR),
  });
  big = await large('evt_r2', 3_600);
  for (const event of [small, big]) expect(await tendRoll(world, event)).toBe(true);
}, LONG);

describe('a large event is listed', () => {
  test('from its roll, with the same people, states and days as its registrations have', async () => {
    const { people, lags } = await readRoll(world, big);
    const whole = await readRoll(world, { ...big, seats: { ...big.seats, held: 0 } });
    expect([lags, whole.lags]).toEqual([true, false]);
    expect(names(people)).toEqual(names(whole.people));
    expect(await countPeople(world, big)).toEqual(
      await countPeople(world, { ...big, seats: { ...big.seats, held: 0 } }),
    );
    expect(people[0]).not.toHaveProperty('nonce');
    expect(people[0]).not.toHaveProperty('pools');
  });

  test('with as many calls at three times the people; a search without a hit costs three', async () => {
    const search = (event: Event, words: string) =>
      listRegistrations(world, event.id, { search: words, limit: 50 });
    await search(small, 'An'); // The units are known from here on.
    for (const event of [small, big]) {
      expect(await callsOf(() => search(event, 'không có ai tên này'))).toBe(3);
      expect(await callsOf(() => search(event, 'an'))).toBe(4);
      expect(
        await callsOf(() => listRegistrations(world, event.id, { status: 'declined', limit: 50 })),
        'a filter that nobody fits',
      ).toBe(3);
      expect(await callsOf(() => countPeople(world, event))).toBe(2);
    }
  });

  test('on pages of the console with as many calls', async () => {
    const pages = (event: Event) => [
      routes.consoleRegistrations(event.id),
      `${routes.consoleRegistrations(event.id)}?tim=khong-co-ai`,
      routes.consoleCheckIn(event.id),
      `${routes.consoleCheckIn(event.id)}?tim=binh`,
      routes.consoleEvent(event.id),
    ];
    const counts = async (event: Event) => {
      const all: number[] = [];
      for (const page of pages(event))
        all.push(await callsOf(async () => expect((await organizer.get(page)).status).toBe(200)));
      return all;
    };
    await counts(small);
    const [few, many] = [await counts(small), await counts(big)];
    expect(many).toEqual(few);
    expect(Math.max(...many)).toBeLessThanOrEqual(15);
    const list = await organizer.get(routes.consoleRegistrations(big.id));
    expect(list.text).toContain('3.600');
    expect(list.text).toContain('Danh sách lớn');
  });

  test('and its rows are as they are now, before the stream has told of a change', async () => {
    const before = person(big, 1);
    await keep(world, { ...before, fullName: 'Lê Thị Bính', version: 2 });
    const found = await listRegistrations(world, big.id, { search: before.code, limit: 50 });
    expect(found.items.map((r) => [r.fullName, r.version])).toEqual([['Lê Thị Bính', 2]]);
  });

  test('what the stream tells of is found at once, also who is new', async () => {
    const search = async (words: string) =>
      (await listRegistrations(world, big.id, { search: words, limit: 50 })).items.map((r) => r.fullName);
    const before = person(big, 2);
    const after = { ...before, fullName: 'Quách Mẫu Tỵ', version: 2 };
    await keep(world, after);
    await sent(after, before);
    expect(await search('quach ty')).toEqual(['Quách Mẫu Tỵ']);
    const late = { ...person(big, 900_000), fullName: 'Thạch Mẫu Sóc' };
    await keep(world, late);
    await sent(late);
    expect(await search('thach soc')).toEqual(['Thạch Mẫu Sóc']);
    // An old record comes late: the person is noted as they are now.
    await sent(before);
    expect(await search('quach ty')).toEqual(['Quách Mẫu Tỵ']);
  });

  test('a tap at the door shows at once, and the person is no more among those who have not come', async () => {
    const door = routes.consoleCheckIn(big.id);
    const who = person(big, 5);
    const seen = await organizer.post(door, { ngay: '1', id: who.id, tim: who.code, xem: 'chua' });
    expect(seen.status).toBe(303);
    const page = await organizer.get(seen.to);
    expect(page.text).toContain(`${who.fullName} có mặt lúc`);
    expect(page.page.querySelectorAll('ul.roll li')).toHaveLength(0);
  });
});

describe('the roll of a large event', () => {
  test('is written anew after ten minutes with a change, and after a day without one', async () => {
    const event = await large('evt_r3', 1_000);
    const first = async () => (await world.db.get(rollsTable, { pk: event.id, sk: 'part#00' }))?.at;
    await runClock(world);
    const at = await first();
    expect(at).toBeDefined();
    world.clock.forward(11 * MINUTE);
    expect(await tendRoll(world, event)).toBe(false);
    await noteChanges(world, [{ ...person(event, 3), eventId: event.id }]);
    expect(await tendRoll(world, event)).toBe(true);
    expect(await first()).not.toBe(at);
    world.clock.forward(DAY);
    expect(await tendRoll(world, event)).toBe(true);
  });

  test('is written anew where much has changed', async () => {
    const event = await large('evt_r4', 1_000);
    expect(await tendRoll(world, event)).toBe(true);
    world.clock.forward(1);
    const changed = Array.from({ length: 500 }, (_, i) => ({ ...person(event, i), eventId: event.id }));
    await noteChanges(world, changed.slice(1));
    expect(await tendRoll(world, event)).toBe(false);
    await noteChanges(world, changed.slice(0, 1));
    expect(await tendRoll(world, event)).toBe(true);
  });

  test('is not believed where it is old, or a part of it is missing: then the registrations are read', async () => {
    const event = await large('evt_r5', 1_000);
    expect((await readRoll(world, event)).lags).toBe(false);
    await tendRoll(world, event);
    expect((await readRoll(world, event)).lags).toBe(true);
    await world.db.delete(rollsTable, { pk: event.id, sk: 'part#07' });
    expect((await readRoll(world, event)).people).toHaveLength(1_000);
    expect((await readRoll(world, event)).lags).toBe(false);
    world.clock.forward(DAY);
    await tendRoll(world, event);
    world.clock.forward(2 * DAY);
    expect((await readRoll(world, event)).lags).toBe(false);
  });

  test('is removed whole for a person who is to be forgotten', async () => {
    const event = await large('evt_r6', 1_000);
    await tendRoll(world, event);
    await noteChanges(world, [{ ...person(event, 3), eventId: event.id }]);
    await dropRoll(world, event.id);
    expect(await world.db.all(rollsTable, { where: 'pk = :pk', values: { ':pk': event.id } })).toEqual([]);
  });

  test('exists where a thousand wait for approval, too: the clock counts them', async () => {
    const none = { size: 0, held: 0, waiting: 0, at: iso(MONDAY) };
    const event = await large('evt_r7', 1_000, { seats: none, approval: true });
    expect(await tendRoll(world, event)).toBe(false);
    await notePeople(world, event, 1_000);
    expect(await tendRoll(world, await getEvent(world, event.id))).toBe(true);
  });

  test('of a small event is never written: its registrations are one call', async () => {
    const event = await large('evt_r8', 30);
    expect(await tendRoll(world, event)).toBe(false);
    await noteChanges(world, [{ ...person(event, 3), eventId: event.id }]);
    expect(await world.db.all(rollsTable, { where: 'pk = :pk', values: { ':pk': event.id } })).toEqual([]);
    expect(await callsOf(() => readRoll(world, event))).toBe(1);
  });
});

describe('the clock', () => {
  const other = useWorld();

  test('writes the roll of a large event, and counts those who wait for approval', async () => {
    const none = { size: 0, held: 0, waiting: 0, at: iso(MONDAY) };
    const event = anEvent('evt_c1', { seats: none, approval: true });
    await keepEvent(other, event);
    await other.db.putMany(
      registrationsTable,
      Array.from({ length: 1_000 }, (_, i) => ({ ...person(event, i), status: 'pending' as const })),
    );
    // It counts them in its sweep, and writes the roll in the next tick.
    await runClock(other);
    await runClock(other);
    const counted = await getEvent(other, event.id);
    expect(counted.seats.people).toBe(1_000);
    expect(await readRoll(other, counted)).toMatchObject({ lags: true, people: { length: 1_000 } });
  });
});

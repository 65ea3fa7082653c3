import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventCalendar } from '../../../functions/events/event/calendar-file';
import { getEvent } from '../../../functions/events/event/get';
import { listAll, listEvents, listUpcoming } from '../../../functions/events/event/list';
import { readRoom } from '../../../functions/events/event/room';
import { summarise } from '../../../functions/events/event/summarise';
import { RegisterInput, register } from '../../../functions/events/registrations/register/register';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { createEvent } from '../../../functions/events/scheduling/create';
import { duplicateEvent } from '../../../functions/events/scheduling/duplicate';
import { postponeEvent } from '../../../functions/events/scheduling/postpone';
import { publishEvent } from '../../../functions/events/scheduling/publish';
import { resumeEvent } from '../../../functions/events/scheduling/resume';
import { updateEvent } from '../../../functions/events/scheduling/update';
import type { Problem } from '../../../functions/platform/problem/problem';
import { DAY, HOUR, iso, ms } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { MONDAY, useWorld } from '../../support/world';
import { draftEvent, ENDS, furnish, input, publishedEvent, STARTS } from './samples';

const world = useWorld();
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
});

const problem = async (act: Promise<unknown>): Promise<Problem> =>
  act.then(
    () => expect.fail('nothing was refused'),
    (error) => error as Problem,
  );
const sizes = async (id: string) => {
  const room = await readRoom(world, id);
  return Object.fromEntries(room.pools.map((p) => [p.pool, seatsIn(room, p.pool).size]));
};
let phone = 912_000_000;
const comes = async (w: World, eventId: string) =>
  (
    await register(
      w,
      eventId,
      RegisterInput.parse({
        fullName: 'Lê Thị Hoa',
        phone: `0${phone++}`,
        unitId: 'unt_dinhan',
        consent: true,
      }),
    )
  ).registration;

describe('scheduling', () => {
  test('an event begins as a draft with its seats, its bodies and its place by name', async () => {
    const event = await draftEvent(world);
    expect(event).toMatchObject({
      status: 'draft',
      version: 1,
      lead: { id: 'bod_stp', name: 'Sở Tư pháp' },
      coordinating: [{ id: 'bod_hlg', name: 'Hội Luật gia tỉnh' }],
      placeName: 'Xã Định An, huyện Gò Quao',
      seats: { size: 30, held: 0 },
    });
    expect(await sizes(event.id)).toEqual({ open: 30 });
  });

  test('unknown bodies, places and tasks are named, and nothing is written', async () => {
    const before = (await listEvents(world, { shelf: 'draft', limit: 200 })).items.length;
    const refused = await problem(
      draftEvent(world, {
        leadBodyId: 'bod_nobody',
        coordinatingBodyIds: ['bod_hlg', 'bod_none'],
        placeUnitId: 'unt_nowhere',
        taskId: 'tsk_none',
      }),
    );
    expect(refused.fields.map((f) => `${f.path} ${f.code}`)).toEqual([
      'leadBodyId body-unknown',
      'coordinatingBodyIds.1 body-unknown',
      'placeUnitId unit-unknown',
      'taskId task-unknown',
    ]);
    expect((await listEvents(world, { shelf: 'draft', limit: 200 })).items.length).toBe(before);
  });

  test('the same form sent twice makes one event, and mends seats that a crash left out', async () => {
    await createEvent(world, input({ capacity: undefined }), { id: 'evt_twice' });
    expect(await sizes('evt_twice')).toEqual({});
    await createEvent(world, input(), { id: 'evt_twice' });
    expect(await sizes('evt_twice')).toEqual({ open: 30 });
    expect((await getEvent(world, 'evt_twice')).version).toBe(1);
    const other = { ...world, db: world.db.as('acc_2') };
    await expect(createEvent(other, input(), { id: 'evt_twice' })).rejects.toThrow('event-changed');
  });

  test('a copy is a draft on the same weekday with the same seats, without link and quotas', async () => {
    const event = await publishedEvent(world, {
      mode: 'both',
      onlineUrl: 'https://meet.vn/abc',
      capacity: undefined,
      pools: [
        { kind: 'open', seats: 40 },
        { kind: 'online', seats: 100 },
      ],
      lunch: 'Có cơm trưa',
    });
    const copy = await duplicateEvent(world, event.id);
    expect(copy).toMatchObject({ status: 'draft', turn: 0, lunch: 'Có cơm trưa', lead: { id: 'bod_stp' } });
    expect(copy.onlineUrl).toBeUndefined();
    expect((ms(copy.startsAt) - ms(event.startsAt)) % (7 * DAY)).toBe(0);
    expect(await sizes(copy.id)).toEqual({ open: 40, online: 100 });
  });
});

describe('editing', () => {
  test('the second of two editors is refused and nothing of theirs is kept, not even the seats', async () => {
    const event = await draftEvent(world);
    await updateEvent(world, event.id, 1, input({ title: 'Người thứ nhất' }));
    const refused = await problem(
      updateEvent(world, event.id, 1, input({ title: 'Người thứ hai', capacity: 99 })),
    );
    expect([refused.kind, refused.code, refused.detail.version]).toEqual(['stale', 'event-changed', 2]);
    expect((await getEvent(world, event.id)).title).toBe('Người thứ nhất');
    expect(await sizes(event.id)).toEqual({ open: 30 });
  });

  test('of editors at the same instant exactly one is first', async () => {
    const event = await draftEvent(world);
    const results = await Promise.allSettled(
      ['Một', 'Hai', 'Ba'].map((title) => updateEvent(world, event.id, 1, input({ title }))),
    );
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await getEvent(world, event.id)).version).toBe(2);
  });

  test('what an edit leaves out is taken away; seats not spoken of stay', async () => {
    const event = await draftEvent(world, { lunch: 'Có cơm trưa' });
    const after = await updateEvent(
      world,
      event.id,
      1,
      input({ capacity: undefined, leadBodyId: undefined }),
    );
    expect(after.lunch).toBeUndefined();
    expect(after.lead).toBeUndefined();
    expect(await sizes(event.id)).toEqual({ open: 30 });
  });

  test('a capacity below the seats held is refused on its field and nothing is written', async () => {
    const event = await publishedEvent(world, { capacity: 3 });
    for (let i = 0; i < 2; i++) await comes(world, event.id);
    const refused = await problem(updateEvent(world, event.id, 2, input({ capacity: 1, title: 'Khác' })));
    expect(refused.fields).toEqual([{ path: 'capacity', code: 'capacity-below-held', detail: { held: 2 } }]);
    const pools = [{ kind: 'open', seats: 1 }] as const;
    const byPool = await problem(
      updateEvent(world, event.id, 2, input({ capacity: undefined, pools: [...pools] })),
    );
    expect(byPool.fields[0]!.path).toBe('pools.0.seats');
    expect(await getEvent(world, event.id)).toMatchObject({ version: 2, title: input().title });
    await updateEvent(world, event.id, 2, input({ capacity: 2 }));
    expect(await sizes(event.id)).toEqual({ open: 2 });
  });

  test('an online room that the event no longer has is closed', async () => {
    const both = [
      { kind: 'open', seats: 10 },
      { kind: 'online', seats: 20 },
    ] as const;
    const event = await draftEvent(world, { mode: 'both', capacity: undefined, pools: [...both] });
    await updateEvent(world, event.id, 1, input({ capacity: undefined }));
    expect(await sizes(event.id)).toEqual({ open: 10, online: 0 });
  });

  test('another time or place is an occasion to tell people, another title is none, a draft is none', async () => {
    const draft = await draftEvent(world);
    expect((await updateEvent(world, draft.id, 1, input({ venue: 'Nơi khác' }))).schedule).toBe(0);
    const event = await publishedEvent(world);
    world.clock.forward(HOUR);
    const retitled = await updateEvent(world, event.id, 2, input({ title: 'Tên khác' }));
    expect([retitled.schedule, retitled.scheduleAt]).toEqual([0, undefined]);
    const moved = await updateEvent(world, event.id, 3, input({ venue: 'Nơi khác' }));
    expect([moved.schedule, moved.scheduleAt]).toEqual([1, iso(world.now())]);
  });

  test('the online link alone is an occasion of its own, beside time and place it is none', async () => {
    const event = await publishedEvent(world, { title: 'Lớp thêm đường dẫn' });
    world.clock.forward(HOUR);
    const said = { title: 'Lớp thêm đường dẫn', onlineUrl: 'https://hop.test/1' };
    const linked = await updateEvent(world, event.id, 2, input(said));
    expect(linked).toMatchObject({ schedule: 0, link: 1, linkAt: iso(world.now()) });
    const again = await updateEvent(world, event.id, 3, input({ ...said, onlineUrl: 'https://hop.test/2' }));
    expect([again.schedule, again.link]).toEqual([0, 2]);
    const both = await updateEvent(world, event.id, 4, input({ ...said, venue: 'Nơi khác' }));
    expect([both.schedule, both.link]).toEqual([1, 2]);
  });
});

describe('an edit of the day', () => {
  test('moves nobody into the past; a draft may be written for a day that was', async () => {
    const past = { startsAt: iso(MONDAY - DAY), endsAt: iso(MONDAY - DAY + HOUR), sessions: [] };
    const event = await publishedEvent(world, { title: 'Lớp đã công bố, sửa ngày' });
    const refused = await problem(updateEvent(world, event.id, event.version, input(past)));
    expect(refused.fields).toEqual([{ path: 'startsAt', code: 'starts-moved-to-past' }]);
    expect(await getEvent(world, event.id)).toMatchObject({ startsAt: STARTS, version: event.version });
    const draft = await draftEvent(world, { title: 'Lớp ghi lại từ sổ' });
    expect(await updateEvent(world, draft.id, draft.version, input(past))).toMatchObject(past);
  });

  test('while it is postponed keeps the day that people were told first', async () => {
    const event = await publishedEvent(world, { title: 'Lớp hoãn rồi sửa ngày' });
    const to = (days: number) => ({
      title: event.title,
      startsAt: iso(ms(STARTS) + days * DAY),
      endsAt: iso(ms(STARTS) + days * DAY + HOUR),
      sessions: [],
    });
    const { startsAt, endsAt } = to(30);
    const postponed = await postponeEvent(world, event.id, { reason: 'Bão', startsAt, endsAt });
    const edited = await updateEvent(world, event.id, postponed.version, input(to(40)));
    expect(edited).toMatchObject({ startsAt: to(40).startsAt, formerStartsAt: STARTS });
  });

  test('that comes with the resumption is of one moment with it, however the clock runs', async () => {
    const event = await publishedEvent(world, { title: 'Lớp trở lại' });
    await postponeEvent(world, event.id, { reason: 'Bão' });
    const running = { ...world, now: () => ++world.clock.at };
    const resumed = await resumeEvent(running, event.id, { startsAt: iso(ms(STARTS) + 30 * DAY) });
    expect(resumed.scheduleAt).toBe(resumed.turnAt);
  });

  test('leaves the words of an event that has begun to be mended', async () => {
    const event = await publishedEvent(world, { title: 'Lớp đang diễn ra' });
    world.clock.at = ms(STARTS) + HOUR;
    const mended = input({ title: 'Lớp đang diễn ra, sửa tên' });
    expect(await updateEvent(world, event.id, event.version, mended)).toMatchObject({
      title: 'Lớp đang diễn ra, sửa tên',
    });
  });
});

describe('publishing, postponing, cancelling', () => {
  test('a draft without seats, or whose time has passed, is not published and says why', async () => {
    const empty = await draftEvent(world, { capacity: undefined });
    const refused = await problem(publishEvent(world, empty.id, {}));
    expect([refused.code, refused.fields]).toEqual([
      'event-incomplete',
      [{ path: 'capacity', code: 'seats-required' }],
    ]);
    world.clock.at = ms(STARTS);
    expect((await problem(publishEvent(world, empty.id, {}))).fields[0]!.code).toBe('starts-in-past');
    expect((await getEvent(world, empty.id)).status).toBe('draft');
  });

  test('an event by nomination needs no open seats', async () => {
    const event = await publishedEvent(world, { admission: 'nomination', capacity: undefined });
    expect(event).toMatchObject({ status: 'published', shelf: 'public', turn: 1 });
  });

  test('publishing twice, or a version that is not the latest, is refused', async () => {
    const event = await publishedEvent(world);
    expect((await problem(publishEvent(world, event.id, {}))).code).toBe('event-already-published');
    expect((await problem(cancelEvent(world, event.id, { version: 1, reason: 'x' }))).code).toBe(
      'event-changed',
    );
  });

  test('postponed until further notice: seats stop, registrations stay; resumed on a new date they go on', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    const first = await comes(world, event.id);
    expect(first.status).toBe('confirmed');
    const postponed = await postponeEvent(world, event.id, { reason: 'Biển động' });
    expect(postponed).toMatchObject({ status: 'postponed', undated: true, turn: 2, reason: 'Biển động' });
    expect((await readRoom(world, event.id)).blocks.every((b) => b.stopped)).toBe(true);
    expect((await problem(comes(world, event.id))).kind).toBe('conflict');

    expect((await problem(resumeEvent(world, event.id, {}))).fields[0]).toMatchObject({
      path: 'startsAt',
      code: 'new-date-required',
    });
    const resumed = await publishEvent(world, event.id, { startsAt: iso(ms(STARTS) + 7 * DAY) });
    expect(resumed).toMatchObject({ status: 'published', turn: 3, schedule: 1, formerStartsAt: STARTS });
    expect([resumed.reason, resumed.undated, resumed.endsAt]).toEqual([
      undefined,
      undefined,
      iso(ms(ENDS) + 7 * DAY),
    ]);
    expect((await readRoom(world, event.id)).blocks.some((b) => b.stopped)).toBe(false);
    expect((await comes(world, event.id)).status).toBe('waitlisted');
  });

  test('postponed to a new date keeps that date when it is published again', async () => {
    const event = await publishedEvent(world);
    const startsAt = iso(ms(STARTS) + 14 * DAY);
    const postponed = await postponeEvent(world, event.id, { reason: 'Trùng lịch', startsAt });
    expect(postponed).toMatchObject({ status: 'postponed', startsAt, schedule: 1, formerStartsAt: STARTS });
    expect(postponed.undated).toBeUndefined();
    expect(await resumeEvent(world, event.id, {})).toMatchObject({
      status: 'published',
      startsAt,
      schedule: 1,
    });
  });

  test('cancelled is final: seats stop, and it is neither edited, postponed nor published again', async () => {
    const event = await publishedEvent(world);
    const cancelled = await cancelEvent(world, event.id, { reason: 'Gộp lớp' });
    expect(cancelled).toMatchObject({ status: 'cancelled', shelf: 'public', reason: 'Gộp lớp', turn: 2 });
    expect((await readRoom(world, event.id)).blocks.every((b) => b.stopped)).toBe(true);
    for (const again of [
      () => updateEvent(world, event.id, 3, input()),
      () => postponeEvent(world, event.id, { reason: 'x' }),
      () => publishEvent(world, event.id, {}),
      () => cancelEvent(world, event.id, { reason: 'x' }),
    ])
      expect((await problem(again())).code).toBe('event-cancelled');
  });

  test('a draft cannot be postponed or cancelled, an event that is over neither', async () => {
    const draft = await draftEvent(world);
    expect((await problem(postponeEvent(world, draft.id, { reason: 'x' }))).code).toBe('event-draft');
    expect((await problem(cancelEvent(world, draft.id, { reason: 'x' }))).code).toBe('event-draft');
    const event = await publishedEvent(world);
    world.clock.at = ms(ENDS);
    expect((await problem(postponeEvent(world, event.id, { reason: 'x' }))).code).toBe('event-over');
    expect((await problem(cancelEvent(world, event.id, { reason: 'x' }))).code).toBe('event-over');
  });
});

describe('lists', () => {
  const search = 'Ba Hòn';
  const titled = (title: string, over = {}) =>
    publishedEvent(world, { title: `${title} ${search}`, ...over });

  test('hold what is to come in order, page by page, without drafts and without what is over', async () => {
    const at = (days: number) => ({
      startsAt: iso(MONDAY + days * DAY),
      endsAt: iso(MONDAY + days * DAY + HOUR),
      sessions: [],
    });
    await titled('Sau', at(20));
    await titled('Trước', at(3));
    await titled('Giữa', at(9));
    await draftEvent(world, { title: `Nháp ${search}`, ...at(5) });
    const first = await listUpcoming(world, { search: 'ba hon', limit: 2 });
    expect(first.items.map((e) => e.title.split(' ')[0])).toEqual(['Trước', 'Giữa']);
    const rest = await listUpcoming(world, { search: 'ba hon', limit: 2, cursor: first.next });
    expect(rest.items.map((e) => e.title.split(' ')[0])).toEqual(['Sau']);

    world.clock.at = MONDAY + 3 * DAY + HOUR + 1;
    const later = await listUpcoming(world, { search: 'ba hon', limit: 9 });
    expect(later.items.map((e) => e.title.split(' ')[0])).toEqual(['Giữa', 'Sau']);
    expect(later.next).toBeUndefined();
    const past = await listEvents(world, { search: 'ba hon', past: true, limit: 9 });
    expect(past.items.map((e) => e.title.split(' ')[0])).toEqual(['Trước']);
    const drafts = await listEvents(world, { search: 'ba hon', shelf: 'draft', limit: 9 });
    expect(drafts.items.map((e) => e.title.split(' ')[0])).toEqual(['Nháp']);
  });

  test('an event that began yesterday and ends tomorrow is still to come', async () => {
    const event = await titled('Dài', { endsAt: iso(ms(STARTS) + 3 * DAY) });
    world.clock.at = ms(STARTS) + DAY;
    const found = await listUpcoming(world, { search: 'dai ba hon', limit: 5 });
    expect(found.items.map((e) => e.id)).toEqual([event.id]);
  });

  test('filter by kind, by a district and its communes, and by month', async () => {
    await titled('Rằm', {
      kind: 'forum',
      startsAt: '2027-03-01T00:00:00Z',
      endsAt: '2027-03-01T03:00:00Z',
      sessions: [],
    });
    const count = async (by: object) =>
      (await listUpcoming(world, { search: 'ram', limit: 9, ...by })).items.length;
    expect(await count({ kind: 'forum', placeUnitId: 'unt_goquao', month: '2027-03' })).toBe(1);
    expect(await count({ kind: 'training' })).toBe(0);
    expect(await count({ placeUnitId: 'unt_elsewhere' })).toBe(0);
    expect(await count({ month: '2027-02' })).toBe(0);
  });

  test('cost one call', async () => {
    world.costs.length = 0;
    await listUpcoming(world, { limit: 20 });
    expect(world.costs.map((c) => c.call)).toEqual(['query']);
  });

  test('the calendar sees both shelves', async () => {
    const month = await listAll(world, { from: iso(MONDAY), to: iso(MONDAY + 30 * DAY) });
    expect(new Set(month.map((e) => e.shelf))).toEqual(new Set(['public', 'draft']));
  });
});

describe('the summary of seats', () => {
  test('follows the blocks, is no edit, and costs nothing where nothing changed', async () => {
    const event = await publishedEvent(world, { capacity: 5 });
    await comes(world, event.id);
    world.clock.forward(HOUR);
    expect(await summarise(world, event.id, 2)).toMatchObject({ size: 5, held: 1, waiting: 2 });
    const after = await getEvent(world, event.id);
    expect([after.version, after.seats.held, after.updatedAt]).toEqual([2, 1, event.updatedAt]);
    world.costs.length = 0;
    await summarise(world, event.id);
    expect(world.costs.map((c) => c.call)).toEqual(['query']);
  });

  test('an older look never replaces a newer one', async () => {
    const event = await publishedEvent(world, { capacity: 5 });
    world.clock.forward(HOUR);
    await summarise(world, event.id, 4);
    world.clock.at = MONDAY;
    await summarise(world, event.id, 1);
    expect((await getEvent(world, event.id)).seats.waiting).toBe(4);
  });
});

describe('the calendar file', () => {
  const unfold = (ics: string) => ics.replace(/\r\n /g, '');
  const file = async (id: string) =>
    unfold(await eventCalendar(await getEvent(world, id), world.links.event(id)));

  test('has a stable UID, UTC times, an alarm, whom to call, and never the online link', async () => {
    const event = await publishedEvent(world, {
      mode: 'both',
      onlineUrl: 'https://meet.vn/secret',
      capacity: undefined,
      pools: [
        { kind: 'open', seats: 3 },
        { kind: 'online', seats: 3 },
      ],
    });
    const ics = await file(event.id);
    expect(ics).toContain(`UID:${event.id}@nhipcau.test\r\n`);
    expect(ics).toContain('DTSTART:20261126T020000Z\r\n');
    expect(ics).toContain('BEGIN:VALARM');
    expect(ics).toContain('0912 345 678');
    expect(ics).toContain('SEQUENCE:1\r\n');
    expect(ics).not.toContain('secret');
    expect(ics.split('\r\n').every((l) => !l.includes('\n'))).toBe(true);
  });

  test('a later state has a higher SEQUENCE, and a cancelled event strikes itself out', async () => {
    const event = await publishedEvent(world);
    await updateEvent(world, event.id, 2, input({ venue: 'Nơi khác' }));
    expect(await file(event.id)).toContain('SEQUENCE:2\r\n');
    await cancelEvent(world, event.id, { reason: 'Gộp lớp' });
    const ics = await file(event.id);
    expect(ics).toContain('SEQUENCE:3\r\n');
    expect(ics).toContain('STATUS:CANCELLED\r\n');
    expect(ics).not.toContain('VALARM');
  });
});

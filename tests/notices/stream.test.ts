import { describe, expect, test } from 'vitest';
import { SWEEP_EVERY, sweep } from '../../functions/background/clock/sweep';
import { runClock } from '../../functions/background/clock/tick';
import { listDeadLetters, TRIES } from '../../functions/background/streams/dead-letters';
import { onStream } from '../../functions/background/streams/on-change';
import { redrive } from '../../functions/background/streams/redrive';
import { type Event, eventsTable } from '../../functions/events/event/event';
import { type Registration, registrationsTable } from '../../functions/events/registrations/registration';
import { deliver } from '../../functions/notices/deliver';
import { createDueDeliveries } from '../../functions/notices/due-deliveries';
import { markAsTold } from '../../functions/notices/mark-as-told';
import { reminderAt } from '../../functions/notices/occasions/occasion';
import { countCalls, listCalls, tick } from '../../functions/outbox/calls/calls';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { noticesTable } from '../../functions/outbox/deliveries/notices-table';
import { DAY, HOUR, iso, MINUTE, ms } from '../../functions/platform/time/dates';
import type { World } from '../../functions/platform/world/world';
import { MONDAY, useWorld } from '../support/world';
import {
  anEvent,
  aRegistration,
  keep,
  keepEvent,
  keepNomination,
  noSleep,
  streamRecord,
  told,
} from './scene';

describe('reading the streams', () => {
  const world = useWorld();
  let n = 0;
  const scene = async (more: Partial<Event> = {}) => {
    world.clock.at = MONDAY;
    world.sent.length = 0;
    const event = anEvent(`evt_s${++n}`, more);
    await keepEvent(world, event);
    return event;
  };
  const change = async (r: Registration, set: Partial<Registration>): Promise<Registration> => {
    await world.db.update(registrationsTable, { pk: r.pk, sk: r.sk }, { set });
    return { ...r, ...set };
  };
  const turn = async (event: Event, set: Partial<Event>): Promise<Event> => {
    await world.db.update(eventsTable, { pk: event.id, sk: 'event' }, { set });
    return { ...event, ...set };
  };
  const states = async (eventId: string) =>
    (await told(world, eventId)).map((d) => `${d.sk} ${d.state}`).sort();

  test('a record that comes twice, in one batch and in the next, makes one delivery', async () => {
    const event = await scene();
    const r = aRegistration(event.id, 'a', { email: 'a@mau.vn' });
    await keep(world, r);
    const record = streamRecord(world, 'registrations', r);
    await onStream(world, [record, record]);
    await onStream(world, [record]);
    expect(await states(event.id)).toEqual(['confirmed#1 due']);
  });

  test('several hands that derive the same at once write one delivery', async () => {
    const event = await scene();
    const thing = aRegistration(event.id, 'a', { email: 'a@mau.vn' });
    const hands = [1, 2, 3, 4].map(() =>
      createDueDeliveries(world, { kind: 'registration', event, thing }, world.now()),
    );
    expect((await Promise.all(hands)).reduce((sum, n) => sum + n)).toBe(1);
  });

  test('where there is no email, a line of the call list says it in words to read', async () => {
    const event = await scene();
    const r = aRegistration(event.id, 'a', { how: 'promoted', turn: 2, gender: 'female' });
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    const { items } = await listCalls(world, { owner: event.id, limit: 10 });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ state: 'to-call', name: 'Danh Thị Mẫu', phone: '0987654321' });
    expect(items[0]?.words).toBe(
      [
        'Sở Tư pháp tỉnh Kiên Giang xin báo tới bà Danh Thị Mẫu:',
        'Bà đang trong danh sách chờ và nay đã có chỗ. Nếu không tham dự được nữa, xin báo sớm để nhường chỗ cho người sau.',
        'Nội dung: Tập huấn hòa giải viên',
        'Thời gian: Thứ Năm, 26/11/2026, 9:00–13:00',
        'Địa điểm: Hội trường UBND huyện Gò Quao',
        'Mã đăng ký: 472 915 608',
        'Xem lại, sửa đăng ký hoặc báo không tham dự (cần mã đăng ký và số điện thoại):',
        'https://nhipcau.test/xem-lai',
        'Cần hỏi thêm, xin gọi Trần Thị Mẫu: 0912 345 678.',
      ].join('\n'),
    );
  });

  test('whoever was nominated stands on the list of the officer who named them', async () => {
    const event = await scene();
    const r = aRegistration(event.id, 'a', {
      how: 'nominator',
      channel: 'nomination',
      nominationId: 'nom_1',
      // The district named somebody of one of its communes: it is the district that is said.
      unitName: 'Xã mẫu 7, huyện Gò Quao',
    });
    await keepNomination(world, { id: 'nom_1', eventId: event.id, name: 'Huyện Gò Quao' });
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    expect(await countCalls(world, { owner: event.id })).toBe(0);
    const { items } = await listCalls(world, { owner: 'nom_1', limit: 10 });
    expect(items.map((d) => d.template)).toEqual(['nominated']);
    expect(items[0]?.words).toContain('được huyện Gò Quao cử tham dự');
  });

  test('whom a revoked link named stands on the organizer’s list from then on, and back once it is given anew', async () => {
    const event = await scene();
    const nomination = {
      id: `nom_r${n}`,
      eventId: event.id,
      name: 'Huyện Gò Quao',
      status: 'issued',
    } as const;
    await keepNomination(world, nomination);
    const r = aRegistration(event.id, 'a', {
      how: 'nominator',
      channel: 'nomination',
      nominationId: nomination.id,
    });
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    const become = async (status: 'issued' | 'revoked', was: 'issued' | 'revoked') => {
      await keepNomination(world, { ...nomination, status });
      const image = (of: string) => ({ pk: nomination.id, sk: 'nomination', ...nomination, status: of });
      await onStream(world, [streamRecord(world, 'nominations', image(status), image(was))]);
    };
    const owners = async () => (await told(world, event.id)).filter((d) => d.pk === r.id).map((d) => d.owner);
    expect(await owners()).toEqual([nomination.id]);
    await become('revoked', 'issued');
    expect(await owners()).toEqual([event.id]);
    const at = iso(world.now() + HOUR);
    const cancelled = await turn(event, { status: 'cancelled', turn: 2, turnAt: at, reason: 'Bão' });
    await onStream(world, [streamRecord(world, 'events', cancelled, event)]);
    const { items } = await listCalls(world, { owner: event.id, limit: 10 });
    expect(items.map((d) => d.template)).toEqual(['event-cancelled']);
    await become('issued', 'revoked');
    expect(await listCalls(world, { owner: nomination.id, limit: 10 })).toMatchObject({
      items: [{ template: 'event-cancelled' }],
    });
  });

  test('a receipt that was seen on the screen is mailed, but nobody calls for it', async () => {
    const event = await scene();
    const silent = aRegistration(event.id, 'a', { status: 'waitlisted' });
    const mailed = aRegistration(event.id, 'b', { status: 'pending', email: 'b@mau.vn' });
    for (const r of [silent, mailed]) {
      await keep(world, r);
      await onStream(world, [streamRecord(world, 'registrations', r)]);
    }
    expect(await states(event.id)).toEqual(['pending#1 due']);
  });

  test('whoever types another’s address again and again fills no inbox: the rest is called', async () => {
    const limited: World = { ...world, settings: { ...world.settings, rateLimits: true } };
    const event = await scene();
    for (let i = 0; i < 12; i++) {
      const r = aRegistration(event.id, `s${i}`, { email: 'nan-nhan@mau.vn' });
      await keep(world, r);
      await onStream(limited, [streamRecord(world, 'registrations', r)]);
    }
    const all = await states(event.id);
    expect(all.filter((s) => s.endsWith('due'))).toHaveLength(10);
    expect(all.filter((s) => s.endsWith('to-call'))).toHaveLength(2);
    // What the organizer decides is mailed all the same.
    const promoted = aRegistration(event.id, 'p', { email: 'nan-nhan@mau.vn', how: 'promoted', turn: 2 });
    await keep(world, promoted);
    await onStream(limited, [streamRecord(world, 'registrations', promoted)]);
    expect((await deliveriesOf(world, promoted.id)).map((d) => d.state)).toEqual(['due']);
  });

  test('an older record that comes late is read as the state is now', async () => {
    const event = await scene();
    const first = aRegistration(event.id, 'a');
    const last = { ...first, status: 'cancelled', how: 'organizer', turn: 2, reason: 'Trùng lịch' } as const;
    await keep(world, last);
    await onStream(world, [
      streamRecord(world, 'registrations', last, first),
      streamRecord(world, 'registrations', first),
    ]);
    expect(await states(event.id)).toEqual(['cancelled#2 to-call']);
  });

  test('a line that nobody was told yet goes when it is no longer true', async () => {
    const event = await scene();
    const r = aRegistration(event.id, 'a');
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    const gone = await change(r, { status: 'cancelled', how: 'self', turn: 2 });
    await onStream(world, [streamRecord(world, 'registrations', gone, r)]);
    expect(await states(event.id)).toEqual(['confirmed#1 dropped']);
    expect(await countCalls(world, { owner: event.id })).toBe(0);
  });

  test('nobody is called twice: a line not told yet says the change of the event as well', async () => {
    const event = await scene();
    const r = aRegistration(event.id, 'a');
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    world.clock.forward(HOUR);
    const at = iso(world.now());
    const moved = await turn(event, { venue: 'Nhà văn hóa xã', schedule: 1, scheduleAt: at, updatedAt: at });
    await onStream(world, [streamRecord(world, 'events', moved, event)]);
    const { items } = await listCalls(world, { owner: event.id, limit: 10 });
    expect(items.map((d) => d.sk)).toEqual(['confirmed#1']);
    expect(items[0]?.words).toContain('Địa điểm: Nhà văn hóa xã');
    expect(items[0]?.words).toContain('địa điểm hoặc hình thức đã thay đổi so với lúc đăng ký');
    expect(items[0]?.words).toContain('đã có chỗ');
    // Told, and looked through again: what it said is not due a second time.
    await tick(world, items[0]!.id, 'told');
    await sweep(world, event.id);
    expect(await countCalls(world, { owner: event.id })).toBe(0);
  });

  test('a look at an older state withdraws nothing that was written since', async () => {
    const event = await scene();
    const r = aRegistration(event.id, 'a');
    await keep(world, r);
    const readAt = world.now();
    world.clock.forward(1);
    const promoted = await change(r, { how: 'promoted', turn: 2 });
    await onStream(world, [streamRecord(world, 'registrations', promoted, r)]);
    await createDueDeliveries(
      world,
      { kind: 'registration', event, thing: { ...r, status: 'cancelled', how: 'self' } },
      readAt,
    );
    expect(await states(event.id)).toEqual(['promoted#2 to-call']);
  });

  test('a correction of the phone changes the line that is still open', async () => {
    const event = await scene();
    const r = aRegistration(event.id, 'a');
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    const corrected = await change(r, { phone: '0909000111', version: 2 });
    await onStream(world, [streamRecord(world, 'registrations', corrected, r)]);
    const { items } = await listCalls(world, { owner: event.id, limit: 10 });
    expect(items.map((d) => d.phone)).toEqual(['0909000111']);
  });

  test('a cancelled event tells everybody once, though the record comes twice and the clock runs beside it', async () => {
    const event = await scene();
    const people = Array.from({ length: 30 }, (_, i) =>
      aRegistration(event.id, `p${i}`, {
        phone: `09870000${String(i).padStart(2, '0')}`,
        status: i % 3 === 0 ? 'waitlisted' : 'confirmed',
        ...(i % 2 === 0 && { email: `p${i}@mau.vn` }),
      }),
    );
    for (const r of people) await keep(world, r);
    world.clock.forward(MINUTE);
    const at = iso(world.now());
    const cancelled = await turn(event, {
      status: 'cancelled',
      turn: 2,
      turnAt: at,
      updatedAt: at,
      reason: 'Bão số 9',
    });
    const record = streamRecord(world, 'events', cancelled, event);
    await Promise.all([
      onStream(world, [record]),
      onStream(world, [record]),
      runClock(world, noSleep()),
      sweep(world, event.id),
    ]);
    await deliver(world, noSleep());
    const all = await told(world, event.id);
    expect(
      all
        .filter((d) => d.state !== 'dropped')
        .map((d) => d.pk)
        .sort(),
    ).toEqual(people.map((r) => r.id).sort());
    expect(new Set(all.map((d) => d.sk))).toEqual(new Set(['event-cancelled#2']));
    const mails = world.sent.filter((m) => m.tags.template === 'event-cancelled').map((m) => m.to);
    expect(mails).toHaveLength(15);
    expect(new Set(mails).size).toBe(15);
    expect(await countCalls(world, { owner: event.id })).toBe(15);
    expect((await listCalls(world, { owner: event.id, limit: 1 })).items[0]?.words).toContain(
      'Lý do: Bão số 9',
    );
  });

  test('the summary of seats is written once for each event of a batch, and says nothing to anybody', async () => {
    const event = await scene();
    const block = {
      pk: event.id,
      sk: 'block#open#0',
      pool: 'open',
      size: 25,
      count: 2,
      held: { a: 1, b: 2 },
    };
    await world.db.put(eventsTable, block as never);
    const records = [1, 2, 3].map(() => streamRecord(world, 'events', block, { ...block, count: 1 }));
    world.costs.length = 0;
    await onStream(world, records);
    expect(world.costs.filter((c) => c.call === 'update' && c.table === 'events')).toHaveLength(1);
    const after = (await world.db.get(eventsTable, { pk: event.id, sk: 'event' })) as Event;
    expect(after.seats).toMatchObject({ size: 25, held: 2 });
    world.costs.length = 0;
    await onStream(world, [streamRecord(world, 'events', after, event)]);
    expect(world.costs).toEqual([]);
  });

  test('people brought in who know already are neither mailed nor called', async () => {
    const event = await scene();
    const people = [aRegistration(event.id, 'a', { email: 'known@mau.vn' }), aRegistration(event.id, 'b')];
    for (const r of people) await keep(world, r);
    expect(await markAsTold(world, event.id)).toBe(2);
    await onStream(
      world,
      people.map((r) => streamRecord(world, 'registrations', r)),
    );
    await deliver(world, noSleep());
    expect(await states(event.id)).toEqual(['confirmed#1 sent', 'confirmed#1 told']);
    expect(world.sent.filter((m) => m.to === 'known@mau.vn')).toEqual([]);
  });

  test('a record that cannot be worked on is read a few times, then kept whole, seen, and redriven', async () => {
    const event = await scene();
    const r = aRegistration(event.id, 'a');
    await keep(world, r);
    const broken = streamRecord(world, 'registrations', r);
    const failing = {
      ...world,
      settings: { ...world.settings, department: undefined as never },
    };
    for (let i = 1; i < TRIES; i++)
      expect(await onStream(failing, [broken])).toEqual({
        batchItemFailures: [{ itemIdentifier: broken.dynamodb?.SequenceNumber }],
      });
    expect(await listDeadLetters(world)).toEqual([]);
    const good = aRegistration(event.id, 'b', { email: 'b@mau.vn' });
    await keep(world, good);
    // The last time it is let go, and those behind it are read.
    const answer = await onStream(failing, [broken, streamRecord(world, 'registrations', good)]);
    expect(answer.batchItemFailures).toEqual([]);
    expect(await states(event.id)).toEqual(['confirmed#1 due']);

    const [poison] = await listDeadLetters(world);
    expect(poison).toMatchObject({ tries: TRIES, table: `${world.settings.tablePrefix}registrations` });
    const kept = JSON.parse(new TextDecoder().decode(await world.files.get(poison!.key!)));
    expect(kept).toEqual(broken);
    await redrive(world, poison!.sk);
    expect(await listDeadLetters(world)).toEqual([]);
    expect(await states(event.id)).toEqual(['confirmed#1 due', 'confirmed#1 to-call']);
  });

  test('a record of no table of ours is put aside like any other', async () => {
    const record = {
      ...streamRecord(world, 'registrations', { pk: 'x', sk: 'y' }),
      eventSourceARN: 'arn:none',
    };
    for (let i = 0; i < TRIES; i++) await onStream(world, [record]);
    expect((await listDeadLetters(world)).map((p) => p.table)).toEqual(['unknown']);
  });

  test('what the streams lost is found by the clock within the hour, and sent', async () => {
    const event = await scene();
    await runClock(world, noSleep());
    const r = aRegistration(event.id, 'a', { email: 'lost@mau.vn' });
    await keep(world, r);
    world.clock.forward(SWEEP_EVERY - 1);
    await runClock(world, noSleep());
    expect(await deliveriesOf(world, r.id)).toEqual([]);
    world.clock.forward(1);
    await runClock(world, noSleep());
    expect(world.sent.map((m) => m.to)).toContain('lost@mau.vn');
    const before = world.sent.length;
    world.clock.forward(SWEEP_EVERY);
    await runClock(world, noSleep());
    expect(world.sent).toHaveLength(before);
  });

  test('people are reminded on the morning of the day before, once, by mail or by phone', async () => {
    const event = await scene();
    const mailed = aRegistration(event.id, 'a', { email: 'r@mau.vn' });
    const called = aRegistration(event.id, 'b');
    for (const r of [mailed, called]) await keep(world, r);
    // Looked through a minute before: the next look is not an hour away, the reminders are due.
    world.clock.at = reminderAt(event, { daysBefore: 1, hour: 8 }) - MINUTE;
    await runClock(world, noSleep());
    const [first] = (await listCalls(world, { owner: event.id, limit: 10 })).items;
    await tick(world, first!.id, 'told');
    world.sent.length = 0;
    world.clock.forward(MINUTE);
    await runClock(world, noSleep());
    await runClock(world, noSleep());
    const mine = world.sent.filter((m) => m.to === 'r@mau.vn').map((m) => m.tags.template);
    expect(mine).toEqual(['reminder']);
    const lines = await listCalls(world, { owner: event.id, limit: 10 });
    expect(lines.items.map((d) => d.template)).toEqual(['reminder']);
    // Once it is over, the list empties by itself.
    world.clock.at = ms(event.endsAt) + MINUTE;
    await runClock(world, noSleep());
    expect(await countCalls(world, { owner: event.id })).toBe(0);
  });

  test('one step of the clock that fails does not stop the others', async () => {
    const event = await scene();
    await keep(world, aRegistration(event.id, 'a', { email: 'step@mau.vn' }));
    const failing = {
      ...world,
      files: undefined as never,
      links: { ...world.links, event: undefined as never },
    };
    await runClock(failing, noSleep());
    expect(
      await world.db.query(noticesTable, {
        index: 'open',
        where: '#o = :o',
        names: { '#o': 'open' },
        values: { ':o': 'due' },
      }),
    ).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ email: 'step@mau.vn', error: expect.stringMatching(/^not-prepared/) }),
      ]),
    });
    world.clock.forward(DAY);
    await runClock(world, noSleep());
    expect(world.sent.map((m) => m.to)).toContain('step@mau.vn');
  });
});

import { describe, expect, test } from 'vitest';
import { sweep } from '../../functions/background/clock/sweep';
import { runClock } from '../../functions/background/clock/tick';
import { onStream } from '../../functions/background/streams/on-change';
import { type Event, eventsTable } from '../../functions/events/event/event';
import { type Registration, registrationsTable } from '../../functions/events/registrations/registration';
import { deliver } from '../../functions/notices/deliver';
import { createDueDeliveries } from '../../functions/notices/due-deliveries';
import { markAsTold } from '../../functions/notices/mark-as-told';
import { countCalls, listCalls } from '../../functions/outbox/calls/calls';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { iso, MINUTE } from '../../functions/platform/time/dates';
import type { World } from '../../functions/platform/world/world';
import { noSleep, told } from '../support/mail';
import { anEvent, aRegistration, keep, keepEvent, onAList, streamRecord } from '../support/stored';
import { MONDAY, useWorld } from '../support/world';

describe('deliveries created from the streams', () => {
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

  test('several processes that derive the same at once write one delivery', async () => {
    const event = await scene();
    const thing = aRegistration(event.id, 'a', { email: 'a@mau.vn' });
    const hands = [1, 2, 3, 4].map(() =>
      createDueDeliveries(world, { kind: 'registration', event, thing }, world.now()),
    );
    expect((await Promise.all(hands)).reduce((sum, n) => sum + n)).toBe(1);
  });

  test('a stranger who types an address again and again does not fill its inbox, and causes no calls', async () => {
    const limited: World = { ...world, settings: { ...world.settings, rateLimits: true } };
    const event = await scene();
    for (let i = 0; i < 12; i++) {
      const r = aRegistration(event.id, `s${i}`, { email: 'nan-nhan@mau.vn' });
      await keep(world, r);
      await onStream(limited, [streamRecord(world, 'registrations', r)]);
    }
    const all = await states(event.id);
    expect(all).toHaveLength(10);
    expect(all.every((s) => s.endsWith('due'))).toBe(true);
    // What the organizer decides is mailed even so.
    const promoted = aRegistration(event.id, 'p', { email: 'nan-nhan@mau.vn', how: 'promoted', turn: 2 });
    await keep(world, promoted);
    await onStream(limited, [streamRecord(world, 'registrations', promoted)]);
    expect((await deliveriesOf(world, promoted.id)).map((d) => d.state)).toEqual(['due']);
  });

  test('an older record that comes late is worked on with the present state', async () => {
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

  test('an older state drops nothing that was written since', async () => {
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

  test('a cancelled event is told to each person once, though the record comes twice while the clock runs', async () => {
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

  test('the summary of seats is written once for each event of a batch, and creates no delivery', async () => {
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

  test('people who are marked as told are neither mailed nor called', async () => {
    const event = await scene();
    const people = [
      aRegistration(event.id, 'a', { email: 'known@mau.vn' }),
      aRegistration(event.id, 'b', onAList),
    ];
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
});

import { beforeEach, describe, expect, test } from 'vitest';
import { runClock } from '../../functions/background/clock/tick';
import { onStream } from '../../functions/background/streams/on-change';
import type { Event } from '../../functions/events/event/event';
import { type Registration, registrationsTable } from '../../functions/events/registrations/registration';
import { STEP } from '../../functions/notices/due-deliveries-of-event';
import { hold, release } from '../../functions/outbox/deliveries/hold';
import { HOUR, iso, MINUTE } from '../../functions/platform/time/dates';
import type { World } from '../../functions/platform/world/world';
import { noSleep, told } from '../support/mail';
import { anEvent, aRegistration, keep, keepEvent, onAList, streamRecord } from '../support/stored';
import { MONDAY, useWorld } from '../support/world';

describe('the sweep of events', () => {
  const world = useWorld();
  let n = 0;
  let hours = 0;
  const scene = async (more: Partial<Event> = {}) => {
    const event = anEvent(`evt_s${++n}`, more);
    await keepEvent(world, event);
    return event;
  };
  const people = async (event: Event, count: number) => {
    const all = Array.from(
      { length: count },
      (_, i): Registration =>
        aRegistration(event.id, `k${String(i).padStart(5, '0')}`, {
          ...onAList,
          email: `${event.id}-${i}@mau.vn`,
        }),
    );
    await world.db.putMany(registrationsTable, all);
    return all;
  };
  const callsOf = async (act: () => Promise<unknown>) => {
    const before = world.costs.length;
    await act();
    return world.costs.length - before;
  };
  /** Each call to the tables takes so long, by the clock that is passed in. */
  const withSlowTables = (ms: number): World => {
    const begun = world.costs.length;
    const at = world.clock.at;
    return { ...world, now: () => at + (world.costs.length - begun) * ms };
  };

  beforeEach(() => {
    // Never back: what was written at a later time would not be due yet.
    world.clock.at = MONDAY + ++hours * 3 * HOUR;
    world.sent.length = 0;
  });

  test('a large event takes several ticks; the others have their turn, and mail is not behind it', async () => {
    const large = await scene();
    await people(large, STEP * 2 + 20);
    const small = await scene({
      startsAt: iso(MONDAY + 20 * 24 * HOUR),
      endsAt: iso(MONDAY + 20 * 24 * HOUR + HOUR),
    });
    await people(small, 3);
    await hold(world);
    const waiting = await scene();
    const [first] = await people(waiting, 1);
    await onStream(world, [streamRecord(world, 'registrations', first)]);
    await release(world, { send: true });

    const tick = async () => {
      const slow = withSlowTables(10);
      await runClock(slow, { ...noSleep(), until: slow.now() + 2_000 });
      world.clock.forward(MINUTE);
    };
    await tick();
    await tick();
    expect(world.sent.map((m) => m.to)).toContain(first!.email);
    expect(await told(world, small.id)).toHaveLength(3);
    const soFar = (await told(world, large.id)).length;
    expect(soFar).toBeGreaterThan(0);
    expect(soFar).toBeLessThan(STEP * 2 + 20);
    for (let i = 0; i < 12 && (await told(world, large.id)).length < STEP * 2 + 20; i++) await tick();
    expect(await told(world, large.id)).toHaveLength(STEP * 2 + 20);
  });

  test('people who know everything cost a tenth of a call each', async () => {
    const event = await scene();
    await people(event, 300);
    await runClock(world, noSleep());
    expect(world.sent.length).toBeGreaterThanOrEqual(300);
    world.clock.forward(MINUTE);
    const idle = await callsOf(() => runClock(world, noSleep()));
    world.clock.forward(HOUR);
    const swept = await callsOf(() => runClock(world, noSleep()));
    expect(swept - idle).toBeLessThanOrEqual(30 + 12 * n);
  });

  test('an event about which nothing is to do costs five calls a tick', async () => {
    await scene();
    await runClock(world, noSleep());
    world.clock.forward(MINUTE);
    const before = await callsOf(() => runClock(world, noSleep()));
    for (let i = 0; i < 4; i++) await scene();
    world.clock.forward(MINUTE);
    await runClock(world, noSleep());
    world.clock.forward(MINUTE);
    const after = await callsOf(() => runClock(world, noSleep()));
    expect((after - before) / 4).toBeLessThanOrEqual(5);
  });

  test('to tell everybody of a postponement costs three calls a person', async () => {
    const event = await scene();
    await people(event, 200);
    const postponed: Event = { ...event, status: 'postponed', turn: 2, turnAt: iso(world.now()), version: 2 };
    await keepEvent(world, postponed);
    const slow = withSlowTables(1);
    const calls = await callsOf(() => onStream(slow, [streamRecord(world, 'events', postponed, event)]));
    expect(await told(world, event.id)).toHaveLength(200);
    expect(calls).toBeLessThanOrEqual(200 * 3 + 20);
  });

  test('what a stream could not finish in its time, the clock goes on with', async () => {
    const event = await scene();
    const all = await people(event, STEP * 2 + 20);
    const postponed: Event = { ...event, status: 'postponed', turn: 2, turnAt: iso(world.now()), version: 2 };
    await keepEvent(world, postponed);
    const slow = withSlowTables(60);
    await onStream(slow, [streamRecord(world, 'events', postponed, event)]);
    const begun = (await told(world, event.id)).length;
    expect(begun).toBe(STEP);
    await runClock(world, noSleep());
    expect(await told(world, event.id)).toHaveLength(all.length);
  });

  test('a line that is due no more leaves the call list, though nothing is missing', async () => {
    const event = await scene();
    const r = aRegistration(event.id, 'a', onAList);
    await keep(world, r);
    await runClock(world, noSleep());
    expect(await told(world, event.id)).toMatchObject([{ state: 'to-call' }]);
    // The stream loses the cancellation.
    await keep(world, { ...r, status: 'cancelled', how: 'self', turn: 2 });
    world.clock.forward(HOUR);
    await runClock(world, noSleep());
    expect(await told(world, event.id)).toMatchObject([{ state: 'dropped' }]);
  });
});

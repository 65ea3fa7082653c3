import { beforeEach, describe, expect, test } from 'vitest';
import { sweepStep } from '../../functions/background/clock/sweep';
import { runClock } from '../../functions/background/clock/tick';
import { onStream } from '../../functions/background/streams/on-change';
import type { Event } from '../../functions/events/event/event';
import { type Registration, registrationsTable } from '../../functions/events/registrations/registration';
import { STEP } from '../../functions/notices/due-deliveries-of-event';
import type { Sweep } from '../../functions/notices/sweep/resume';
import { hold, release } from '../../functions/outbox/deliveries/hold';
import { HOUR, iso, MINUTE } from '../../functions/platform/time/dates';
import type { World } from '../../functions/platform/world/world';
import { noSleep, told } from '../support/mail';
import {
  anEvent,
  aRegistration,
  keep,
  keepEvent,
  keepNomination,
  onAList,
  streamRecord,
} from '../support/stored';
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
    expect(begun).toBeGreaterThan(0);
    expect(begun).toBeLessThan(all.length);
    await runClock(world, noSleep());
    expect(await told(world, event.id)).toHaveLength(all.length);
  });

  test('a step ends in its time however slow the tables are, and the next one goes on behind it', async () => {
    const event = await scene();
    const all = await people(event, STEP + 30);
    await world.db.putMany(
      registrationsTable,
      all.slice(0, 20).map((r): Registration => ({ ...r, status: 'waitlisted', queuedAt: r.createdAt })),
    );
    for (let n = 0; n < 30; n++)
      await keepNomination(world, {
        id: `nom_${event.id.slice(4)}x${String(n).padStart(2, '0')}`,
        eventId: event.id,
        name: `Huyện ${n}`,
        contactName: 'Danh Mẫu',
        contactEmail: `don-vi-${n}@mau.vn`,
        status: 'issued',
        turn: 1,
        version: 1,
        pool: 'unt_mau',
        tokenHash: 'x',
        asked: 3,
        deadline: iso(MONDAY + 9 * 24 * HOUR),
        createdAt: iso(world.now()),
        updatedAt: iso(world.now()),
      });
    const sweepSlowly = async () => {
      let last: Sweep | undefined;
      const steps: number[] = [];
      let run: Sweep['run'];
      do {
        const slow = withSlowTables(40);
        const began = slow.now();
        last = await sweepStep(slow, event, last);
        world.clock.at = slow.now();
        steps.push(world.clock.at - began);
        run = last.run ?? run;
      } while (last.run);
      return { longest: Math.max(...steps), steps: steps.length, run };
    };
    const first = await sweepSlowly();
    expect(first.longest).toBeLessThanOrEqual(5_000);
    expect(first.steps).toBeGreaterThan(4);
    expect(first.run).toMatchObject({ people: all.length, waiting: 20 });
    const lines = await told(world, event.id);
    expect(lines.filter(({ pk }) => pk.startsWith('reg_'))).toHaveLength(all.length);
    expect(lines.filter(({ pk }) => pk.startsWith('nom_'))).toHaveLength(30);

    // The stream loses that all of them left, and nothing is missing: each mail that waits is dropped.
    await world.db.putMany(
      registrationsTable,
      all.map(({ email: _, ...r }): Registration => ({ ...r, status: 'cancelled', how: 'self', turn: 2 })),
    );
    world.clock.forward(HOUR);
    expect((await sweepSlowly()).longest).toBeLessThanOrEqual(5_000);
    const theirs = (await told(world, event.id)).filter(({ pk }) => pk.startsWith('reg_'));
    expect(theirs).toHaveLength(all.length);
    expect(theirs.filter(({ state }) => state !== 'dropped')).toEqual([]);
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

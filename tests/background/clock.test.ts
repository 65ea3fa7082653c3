import { describe, expect, test } from 'vitest';
import { SWEEP_EVERY } from '../../functions/background/clock/sweep';
import { runClock } from '../../functions/background/clock/tick';
import type { Event } from '../../functions/events/event/event';
import { reminderAt } from '../../functions/notices/occasions/occasion';
import { countCalls, listCalls, tick } from '../../functions/outbox/calls/calls';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { noticesTable } from '../../functions/outbox/deliveries/notices-table';
import { DAY, iso, MINUTE, ms } from '../../functions/platform/time/dates';
import { noSleep } from '../support/mail';
import { anEvent, aRegistration, keep, keepEvent, onAList } from '../support/stored';
import { MONDAY, useWorld } from '../support/world';

describe('the clock', () => {
  const world = useWorld();
  let n = 0;
  const scene = async (more: Partial<Event> = {}) => {
    world.clock.at = MONDAY;
    world.sent.length = 0;
    const event = anEvent(`evt_t${++n}`, more);
    await keepEvent(world, event);
    return event;
  };

  test('finds within the hour what the streams lost, and sends it', async () => {
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

  test('reminds people on the morning of the day before, once, by mail or by phone', async () => {
    const event = await scene();
    const mailed = aRegistration(event.id, 'a', { email: 'r@mau.vn' });
    const called = aRegistration(event.id, 'b', onAList);
    for (const r of [mailed, called]) await keep(world, r);
    // Swept a minute before: the next sweep is an hour away, but the reminders are due.
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
    // After the event the list is empty.
    world.clock.at = ms(event.endsAt) + MINUTE;
    await runClock(world, noSleep());
    expect(await countCalls(world, { owner: event.id })).toBe(0);
  });

  test('tells the end of an event that waited for a date, where the stream lost it', async () => {
    const past = { startsAt: iso(MONDAY - 6 * DAY), endsAt: iso(MONDAY - 5 * DAY) };
    const cancelled = { status: 'cancelled', undated: true, turn: 3, turnAt: iso(MONDAY) } as const;
    const event = await scene({ ...past, ...cancelled });
    await keep(world, aRegistration(event.id, 'a', { email: 'waits@mau.vn' }));
    await runClock(world, noSleep());
    expect(world.sent.map((m) => [m.to, m.tags.template])).toContainEqual([
      'waits@mau.vn',
      'event-cancelled',
    ]);
  });

  test('goes on after a step that failed', async () => {
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

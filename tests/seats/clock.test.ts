import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runClock } from '../../functions/background/clock/tick';
import { getEvent } from '../../functions/events/event/get';
import { listUpcoming } from '../../functions/events/event/list';
import { readRoom } from '../../functions/events/event/room';
import { cancelByStaff } from '../../functions/events/registrations/change/cancel';
import { getRegistration } from '../../functions/events/registrations/find';
import { DAY, HOUR, iso, MINUTE, ms } from '../../functions/platform/time/dates';
import { setPoolSize } from '../../functions/seats/capacity';
import { GRACE_MS } from '../../functions/seats/protocol/reconcile';
import { blockItems } from '../../functions/seats/tables/seat-tables';
import { gatherToDos } from '../../web/console/home/to-do/gather';
import { routes } from '../../web/routes';
import { furnish, publishedEvent } from '../support/events';
import { comes } from '../support/people';
import { MONDAY, useWorld } from '../support/world';

describe('the clock over the seats', () => {
  const world = useWorld();
  beforeAll(() => furnish(world));
  beforeEach(() => {
    world.clock.at = MONDAY;
    world.logs.length = 0;
  });

  test('no person is promoted to an event that is over; a later end opens it again', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    const seated = await comes(world, event.id);
    const waits = await comes(world, event.id);
    world.clock.at = ms(event.endsAt) + DAY / 2;
    await runClock(world);
    await cancelByStaff(world, seated.id, 'vắng');
    expect((await getRegistration(world, waits.id)).status).toBe('waitlisted');
    expect((await readRoom(world, event.id)).blocks.map((b) => [b.stopped, b.count])).toEqual([[true, 0]]);

    // Nor once it has begun: the seat is free, and the organizer decides.
    world.clock.at = ms(event.startsAt);
    await runClock(world);
    expect((await getRegistration(world, waits.id)).status).toBe('waitlisted');
    world.clock.at = ms(event.startsAt) - DAY;
    await runClock(world);
    expect((await getRegistration(world, waits.id)).status).toBe('confirmed');
  });

  test('a claim that no person has is given up, however far ahead the event is', async () => {
    const startsAt = iso(MONDAY + 800 * DAY);
    const endsAt = iso(MONDAY + 800 * DAY + HOUR);
    const event = await publishedEvent(world, { capacity: 1, startsAt, endsAt, sessions: [] });
    await world.db.update(
      blockItems,
      { pk: event.id, sk: 'block#0001' },
      { set: { held: { ghost: 1 }, count: 1 } },
    );
    await runClock(world);
    world.clock.forward(GRACE_MS);
    await runClock(world);
    expect((await readRoom(world, event.id)).blocks.map((b) => b.count)).toEqual([0]);
  });

  test('a person whose seat was lost is shown to the organizer until there is one', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    const lost = await comes(world, event.id);
    await world.db.update(
      blockItems,
      { pk: event.id, sk: lost.claim!.block },
      { set: { held: {}, count: 0, size: 0 } },
    );
    const toDo = async () => {
      const { items } = await listUpcoming(world, { limit: 50 });
      return (await gatherToDos(world, items)).filter((t) => t.href === routes.consoleSeats(event.id));
    };
    await runClock(world);
    expect(await toDo()).toEqual([]);
    world.clock.forward(GRACE_MS);
    await runClock(world);
    await runClock(world);
    expect(await toDo()).toMatchObject([{ verb: 'Thêm chỗ:', what: expect.stringMatching(/^1 người/) }]);
    const said = world.logs.filter((l) => l.what === 'confirmed-without-seat');
    expect(said).toMatchObject([{ level: 'error', event: event.id, count: 1, registrations: lost.id }]);

    await setPoolSize(world, event.id, { pool: 'open' }, 1);
    world.clock.forward(MINUTE);
    await runClock(world);
    expect(await toDo()).toEqual([]);
    expect((await getEvent(world, event.id)).seats.unseated).toBeUndefined();
    const { claim } = await getRegistration(world, lost.id);
    expect(Object.keys(await heldIn(event.id, claim!.block))).toEqual([claim!.id]);
    expect(world.logs).toContainEqual(
      expect.objectContaining({
        what: 'ledger',
        branch: 'seated again',
        event: event.id,
        registration: lost.id,
      }),
    );
  });

  const heldIn = async (eventId: string, block: string) => {
    const found = await world.db.get(blockItems, { pk: eventId, sk: block }, { consistent: true });
    return found!.held;
  };
});

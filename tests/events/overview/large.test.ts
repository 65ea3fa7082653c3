import { beforeAll, describe, expect, test } from 'vitest';
import type { Event } from '../../../functions/events/event/event';
import { stateScope } from '../../../functions/events/overview/scope';
import { eventState } from '../../../functions/events/overview/state';
import type { Registration } from '../../../functions/events/registrations/registration';
import { seatPlace } from '../../../functions/seats/ledger/queue';
import { LONG } from '../../limits';
import { addEvent, furnish } from '../../support/events';
import { comes, organizer } from '../../support/people';
import { aRegistration, keep } from '../../support/stored';
import { MONDAY, useWorld } from '../../support/world';
import { giveQuota } from '../nominations/scene';

const world = useWorld();
const SEATED = 2_900;
const WAITING = 100;

/** As long as what a person of a commune says. */
const said = {
  position: 'Trưởng ấp, tổ trưởng tổ hòa giải',
  teamName: 'Tổ hòa giải ấp Hòa Bình',
  unitId: 'unt_dinhan',
  unitName: 'Xã Định An, huyện Gò Quao',
  email: 'nguoi.mau@kiengiang.example',
} satisfies Partial<Registration>;

const person = (event: Event, n: number): Registration => {
  const claim = { id: `c${n}`, block: 'block#0001', pool: 'open' };
  const queuedAt = `2026-11-16T02:00:00.000Z#${String(n).padStart(4, '0')}abcd`;
  const seat =
    n < SEATED
      ? { status: 'confirmed' as const, claim, place: seatPlace(claim), ...(n % 2 && { came: { 1: 'x' } }) }
      : { status: 'waitlisted' as const, queuedAt, place: `wait#open#${queuedAt}` };
  return aRegistration(event.id, `p${n}`, { ...said, fullName: `Người Mẫu ${n}`, code: `${n}`, ...seat });
};
const fill = async (event: Event, from: number, to: number) => {
  for (let n = from; n < to; n += 40)
    await Promise.all(
      Array.from({ length: Math.min(40, to - n) }, (_, i) => keep(world, person(event, n + i))),
    );
};
/** The calls that the state of an event costs, and what it says. */
const costOf = async (event: Event) => {
  const scope = await stateScope(world, organizer);
  world.costs.length = 0;
  const state = await eventState(world, event.id, scope);
  return { calls: world.costs.length, read: world.costs.reduce((sum, c) => sum + c.read, 0), state };
};

describe('the state of an event with 3,000 people', () => {
  let large: Event;
  let small: Event;
  beforeAll(async () => {
    await furnish(world);
    // One person registers and waits, so that the queue is marked.
    [large, small] = [await addEvent(world, 10, { capacity: 1 }), await addEvent(world, 10, { capacity: 1 })];
    for (const event of [large, small]) {
      await comes(world, event.id);
      await comes(world, event.id);
    }
    await fill(large, 0, SEATED + WAITING);
    await fill(small, SEATED, SEATED + 10);
  }, LONG);

  test('costs as many calls before its first day as that of a small one', async () => {
    const [of3000, of10] = [await costOf(large), await costOf(small)];
    expect([of3000.state.waiting, of10.state.waiting]).toEqual([WAITING + 1, 11]);
    expect(of3000.calls).toBe(of10.calls);
    expect(of3000.calls).toBeLessThanOrEqual(4);
  });

  test('costs one call more for each megabyte of people once it has begun', async () => {
    world.clock.at = Date.parse(large.startsAt) + 60_000;
    const { calls, state } = await costOf(large);
    expect(state.people).toMatchObject({ confirmed: SEATED + 1, cameAtAll: SEATED / 2 });
    expect(calls).toBeLessThanOrEqual(4 + 4);
    world.clock.at = MONDAY;
  });

  test('costs one query more for all its quotas, however many there are', async () => {
    const event = await addEvent(world, 10, { admission: 'nomination' });
    await giveQuota(world, event.id, { quota: 3 });
    const one = await costOf(event);
    for (const unitId of ['unt_anminh', 'unt_dinhan', 'unt_rachgia', 'unt_donghoa'])
      await giveQuota(world, event.id, { unitId, quota: 3 });
    const five = await costOf(event);
    expect(five.state.quotas).toMatchObject({ places: 5, asked: 15 });
    expect(five.calls).toBe(one.calls);
  });
});

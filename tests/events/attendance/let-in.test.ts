import { beforeAll, describe, expect, test } from 'vitest';
import { daysCame } from '../../../functions/events/attendance/check-in';
import { letInRegistered, registerAtDoor, WalkInInput } from '../../../functions/events/attendance/let-in';
import type { Event } from '../../../functions/events/event/event';
import { readRoom } from '../../../functions/events/event/room';
import { cancelByStaff } from '../../../functions/events/registrations/change/cancel';
import { getRegistration } from '../../../functions/events/registrations/find';
import { register } from '../../../functions/events/registrations/register/register';
import { registrationOccasions } from '../../../functions/notices/occasions/registration';
import { parse } from '../../../functions/platform/input/parse';
import { iso } from '../../../functions/platform/time/dates';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { furnish, publishedEvent } from '../../support/events';
import { comes, particulars, person } from '../../support/people';
import { fields, problem } from '../../support/refusals';
import { useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));

const walkIn = (over: object) => {
  const { day = 1, ...walk } = parse(WalkInInput, over);
  return { ...walk, day };
};
const walksIn = (event: Event, over: object = {}) =>
  registerAtDoor(world, event.id, walkIn({ ...particulars(), ...over }));
const seats = async (event: Event) => seatsIn(await readRoom(world, event.id));
const statusOf = async (id: string) => (await getRegistration(world, id)).status;

describe('a person who walks in', () => {
  test('takes a free seat and is present at once, in three calls', async () => {
    const event = await publishedEvent(world, { capacity: 2 });
    await walksIn(event);
    world.costs.length = 0;
    const { registration, at } = await walksIn(event);
    expect(world.costs.map((c) => c.call)).toEqual(['query', 'update', 'put']);
    expect(registration).toMatchObject({ status: 'confirmed', channel: 'door', how: 'door' });
    expect(daysCame(registration)).toEqual([{ day: 1, at }]);
    expect(await seats(event)).toMatchObject({ size: 2, held: 2 });
  });

  test('is not let in beyond the number before the organizer decides, then gets a seat more', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    await comes(world, event.id);
    const waits = await comes(world, event.id);
    const late = particulars();
    await expect(registerAtDoor(world, event.id, walkIn(late))).rejects.toEqual(problem('door-full'));
    expect(await seats(event)).toMatchObject({ size: 1, held: 1 });
    const { registration } = await walksIn(event, { ...late, beyond: true });
    expect(registration.status).toBe('confirmed');
    expect(await seats(event)).toMatchObject({ size: 2, held: 2 });
    expect(await statusOf(waits.id)).toBe('waitlisted');
  });

  test('is told nothing: they stand at the door', async () => {
    const event = await publishedEvent(world);
    const { registration } = await walksIn(event);
    expect(registrationOccasions(event, registration, world.now())).toEqual([]);
  });

  test('is checked in where they have a seat already, and registered once where the form is sent twice', async () => {
    const event = await publishedEvent(world, { capacity: 3 });
    const form = person('Danh Sóc Mẫu');
    const { registration } = await register(world, event.id, form);
    const { fullName, phone } = form;
    const came = await walksIn(event, { fullName, phone, nonce: 'nonce-12345' });
    expect(came.registration.id).toBe(registration.id);
    expect(await walksIn(event, { fullName, phone, nonce: 'nonce-12345' })).toMatchObject({ repeated: true });
    expect(await seats(event)).toMatchObject({ size: 3, held: 1 });
  });

  test('who waits is let in past the others where the organizer adds a seat', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    await comes(world, event.id);
    const [first, second] = [await comes(world, event.id), await comes(world, event.id)];
    const { fullName, phone } = second;
    await expect(walksIn(event, { fullName, phone })).rejects.toEqual(problem('door-full'));
    const { registration } = await walksIn(event, { fullName, phone, beyond: true });
    expect(registration).toMatchObject({ id: second.id, status: 'confirmed', how: 'door' });
    expect(await statusOf(first.id)).toBe('waitlisted');
  });

  test('who cancelled before comes back with the same record', async () => {
    const event = await publishedEvent(world, { capacity: 2 });
    const before = await comes(world, event.id);
    await cancelByStaff(world, before.id, 'Trùng lịch');
    const { fullName, phone } = before;
    expect((await walksIn(event, { fullName, phone })).registration).toMatchObject({
      id: before.id,
      status: 'confirmed',
    });
  });

  test('with the phone of another person is asked about, then registered beside them', async () => {
    const event = await publishedEvent(world, { capacity: 3 });
    const hung = await comes(world, event.id, { fullName: 'Trần Mẫu Hùng' });
    const hung2 = { fullName: 'Trần Mẫu Hưng', phone: hung.phone };
    await expect(walksIn(event, hung2)).rejects.toEqual(problem('other-person'));
    expect((await walksIn(event, { ...hung2, another: true })).registration.id).not.toBe(hung.id);
  });

  test('is refused for a day that the event does not have, and once it is over', async () => {
    const event = await publishedEvent(world);
    await expect(walksIn(event, { day: 2 })).rejects.toEqual(fields('day', 'day-unknown'));
    const start = world.clock.at;
    world.clock.at = Date.parse(event.endsAt);
    await expect(walksIn(event)).rejects.toEqual(problem('event-over'));
    world.clock.at = start;
    expect(await seats(event)).toMatchObject({ held: 0 });
  });
});

describe('a registered person without a seat', () => {
  test('who waits is let in, present at once', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    await comes(world, event.id);
    const waits = await comes(world, event.id);
    await expect(letInRegistered(world, waits.id, { day: 1, beyond: false })).rejects.toEqual(
      problem('door-full'),
    );
    const seen = await letInRegistered(world, waits.id, { day: 1, beyond: true });
    expect(seen.registration).toMatchObject({ status: 'confirmed', came: { 1: iso(world.now()) } });
    expect(await seats(event)).toMatchObject({ size: 2, held: 2 });
  });

  test('whose registration is undecided is approved and let in', async () => {
    const event = await publishedEvent(world, { approval: true, capacity: 1 });
    const pending = await comes(world, event.id);
    const seen = await letInRegistered(world, pending.id, { day: 1, beyond: false });
    expect(seen.registration).toMatchObject({ status: 'confirmed', how: 'approved' });
  });

  test('let in twice at once gets one seat', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    await comes(world, event.id);
    const waits = await comes(world, event.id);
    const both = [1, 2].map(() => letInRegistered(world, waits.id, { day: 1, beyond: true }));
    expect((await Promise.all(both)).map((seen) => seen.registration.id)).toEqual([waits.id, waits.id]);
    expect(await seats(event)).toMatchObject({ size: 2, held: 2 });
  });
});

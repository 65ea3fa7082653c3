import { beforeAll, describe, expect, test } from 'vitest';
import { checkIn } from '../../../functions/events/attendance/check-in';
import type { Event } from '../../../functions/events/event/event';
import { readRoom } from '../../../functions/events/event/room';
import { withdraw } from '../../../functions/events/registrations/change/cancel';
import { lastToCome, lowerCapacity } from '../../../functions/events/registrations/change/lower-capacity';
import { getRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { registrationOccasions } from '../../../functions/notices/occasions/registration';
import { registrationMessage } from '../../../functions/notices/words/registration';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { furnish, publishedEvent } from '../../support/events';
import { comes } from '../../support/people';
import { fields, problem } from '../../support/refusals';
import { useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));

/** An event whose number was typed too large, and people who came one after the other. */
const tooMany = async (people: number, capacity = 300) => {
  const event = await publishedEvent(world, { capacity });
  const all: Registration[] = [];
  for (let i = 0; i < people; i++) {
    world.clock.forward(1_000);
    all.push(await comes(world, event.id, { fullName: `Mẫu Thứ ${'abcdefghijk'[i]}` }));
  }
  return { event, all };
};
const lower = async (event: Event, seats: number) => {
  const people = await lastToCome(world, event, 'open', seats);
  await lowerCapacity(world, event, { pool: 'open', seats, unseated: people.map((r) => r.id) });
};
const statuses = async (all: readonly Registration[]) =>
  Promise.all(all.map(async ({ id }) => (await getRegistration(world, id)).status));
const seats = async (event: Event) => seatsIn(await readRoom(world, event.id));

describe('a number of seats that was typed too large', () => {
  test('names the last who came, in their order, and nobody where the number is enough', async () => {
    const { event, all } = await tooMany(5);
    expect((await lastToCome(world, event, 'open', 3)).map((r) => r.id)).toEqual([all[3]!.id, all[4]!.id]);
    expect(await lastToCome(world, event, 'open', 5)).toEqual([]);
  });

  test('puts them at the head of the queue, before those who come later', async () => {
    const { event, all } = await tooMany(5);
    await lower(event, 2);
    expect(await statuses(all)).toEqual(['confirmed', 'confirmed', 'waitlisted', 'waitlisted', 'waitlisted']);
    expect(await seats(event)).toMatchObject({ size: 2, held: 2 });
    const late = await comes(world, event.id);
    expect(late.status).toBe('waitlisted');
    for (const leaving of [all[0]!, all[1]!]) await withdraw(world, await getRegistration(world, leaving.id));
    expect(await statuses([...all.slice(2), late])).toEqual([
      'confirmed',
      'confirmed',
      'waitlisted',
      'waitlisted',
    ]);
  });

  test('keeps a person who has come, and takes the one before', async () => {
    const { event, all } = await tooMany(3);
    await checkIn(world, event.id, { registrationId: all[2]!.id, day: 1 });
    await lower(event, 2);
    expect(await statuses(all)).toEqual(['confirmed', 'waitlisted', 'confirmed']);
  });

  test('is refused where more people have come than there would be seats', async () => {
    const { event, all } = await tooMany(2);
    for (const { id } of all) await checkIn(world, event.id, { registrationId: id, day: 1 });
    await expect(lower(event, 1)).rejects.toEqual(fields('open', 'capacity-below-held'));
    expect(await statuses(all)).toEqual(['confirmed', 'confirmed']);
  });

  test('asks again where other people would lose their seat by now', async () => {
    const { event } = await tooMany(3);
    const seen = await lastToCome(world, event, 'open', 2);
    await comes(world, event.id);
    const agreed = { pool: 'open' as const, seats: 2, unseated: seen.map((r) => r.id) };
    await expect(lowerCapacity(world, event, agreed)).rejects.toEqual(problem('capacity-people-changed'));
  });

  test('told them of a seat, so it tells them of the mistake, whether or not mail reaches them', async () => {
    const { event, all } = await tooMany(2);
    await lower(event, 1);
    const unseated = await getRegistration(world, all[1]!.id);
    const [notice] = registrationOccasions(event, unseated, world.now());
    expect(notice).toMatchObject({ template: 'unseated' });
    expect(notice).not.toHaveProperty('seen');
    const message = registrationMessage('unseated', {
      event,
      registration: unseated,
      links: world.links,
      ticket: '',
    });
    expect(message.subject).toContain('Chưa giữ được chỗ');
    expect(JSON.stringify(message.body)).toContain('đứng đầu danh sách chờ');
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { getRegistration } from '../../../functions/events/registrations/find';
import { MINUTE, ms } from '../../../functions/platform/time/dates';
import { addEvent } from '../../support/events';
import { comes, particulars } from '../../support/people';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let organizer: Visitor;
let officer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
  officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
});
/** A full class of one, on its day, with a person who waits. */
const full = async () => {
  const event = await addEvent(world, 2, { capacity: 1 });
  const seated = await comes(world, event.id, { fullName: 'Trần Mẫu An' });
  const waits = await comes(world, event.id, { fullName: 'Trần Mẫu Sau' });
  world.clock.at = ms(event.startsAt) + 20 * MINUTE;
  return { event, seated, waits };
};

describe('the door over the API', () => {
  test('registers a walk-in beyond the number where that is said', async () => {
    const { event } = await full();
    const path = `/events/${event.id}/walk-ins`;
    const { fullName, phone, unitId } = particulars({ fullName: 'Phạm Mẫu Vãng' });
    const refused = await organizer.api('POST', path, { fullName, phone, unitId });
    expect(refused).toMatchObject({ status: 409, json: { code: 'door-full' } });
    const came = await organizer.api('POST', path, { fullName, phone, unitId, beyond: true });
    expect(came).toMatchObject({ status: 201, json: { fullName, day: 1, repeated: false } });
    const again = await organizer.api('POST', path, { fullName, phone, unitId, beyond: true });
    expect(again.json).toMatchObject({ registrationId: came.json.registrationId, repeated: true });
  });

  test('lets a person in who waits, and says since when one was there', async () => {
    const { event, seated, waits } = await full();
    const path = `/registrations/${waits.id}/let-in`;
    expect((await organizer.api('POST', path, {})).json.code).toBe('door-full');
    expect((await organizer.api('POST', path, { beyond: true })).status).toBe(200);
    expect(await getRegistration(world, waits.id)).toMatchObject({ status: 'confirmed', how: 'door' });
    const checkIns = `/events/${event.id}/check-ins`;
    const first = await organizer.api('POST', checkIns, { code: seated.code });
    world.clock.forward(30 * MINUTE);
    const second = await organizer.api('POST', checkIns, { code: seated.code });
    expect(second.json).toMatchObject({ repeated: true, at: first.json.at });
  });

  test('is for organizers alone', async () => {
    const { event, waits } = await full();
    const person = particulars();
    for (const who of [officer, visitor(world)])
      for (const [path, body] of [
        [`/events/${event.id}/walk-ins`, person],
        [`/registrations/${waits.id}/let-in`, { beyond: true }],
      ] as const)
        expect([401, 403, 404]).toContain((await who.api('POST', path, body)).status);
    expect((await getRegistration(world, waits.id)).status).toBe('waitlisted');
  });

  test('a walk-in of another day is refused until it is meant', async () => {
    const { event } = await full();
    world.clock.at = ms(event.endsAt) + MINUTE;
    const path = `/events/${event.id}/walk-ins`;
    expect((await organizer.api('POST', path, particulars())).json.code).toBe('day-after-event');
  });
});

describe('the number of seats over the API', () => {
  test('shows who loses a seat, and lowers it for exactly those', async () => {
    const event = await addEvent(world, 3, { capacity: 30 });
    const people = [];
    for (const fullName of ['Trần Mẫu Một', 'Trần Mẫu Hai', 'Trần Mẫu Ba']) {
      world.clock.forward(1_000);
      people.push(await comes(world, event.id, { fullName }));
    }
    const path = `/events/${event.id}/capacity`;
    const shown = await organizer.api('GET', `${path}?pool=open&seats=1`);
    expect(shown.json).toMatchObject({ size: 30, held: 3 });
    const ids = shown.json.unseated.map((r: { registrationId: string }) => r.registrationId);
    expect(ids).toEqual([people[1]!.id, people[2]!.id]);
    const asked = await organizer.api('PUT', path, { pool: 'open', seats: 1 });
    expect(asked).toMatchObject({ status: 412, json: { code: 'capacity-people-changed' } });
    const done = await organizer.api('PUT', path, { pool: 'open', seats: 1, unseated: ids });
    expect(done).toMatchObject({ status: 200, json: { capacity: 1 } });
    const statuses = await Promise.all(
      people.map(async ({ id }) => (await getRegistration(world, id)).status),
    );
    expect(statuses).toEqual(['confirmed', 'waitlisted', 'waitlisted']);
    const more = await organizer.api('PUT', path, { pool: 'open', seats: 3 });
    expect(more.json).toMatchObject({ capacity: 3 });
    expect((await getRegistration(world, people[2]!.id)).status).toBe('confirmed');
  });

  test('is for those who may edit the event', async () => {
    const event = await addEvent(world, 3);
    const path = `/events/${event.id}/capacity`;
    expect((await officer.api('GET', path)).status).toBe(403);
    expect((await officer.api('PUT', path, { pool: 'open', seats: 1 })).status).toBe(403);
    expect((await visitor(world).api('PUT', path, { pool: 'open', seats: 1 })).status).toBe(401);
  });
});

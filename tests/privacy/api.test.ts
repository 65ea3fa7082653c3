import { beforeAll, describe, expect, test } from 'vitest';
import type { Event } from '../../functions/events/event/event';
import { getRegistration } from '../../functions/events/registrations/find';
import { askToBeForgotten } from '../../functions/privacy/requests';
import { addEvent } from '../support/events';
import { comes } from '../support/people';
import { addPlaces } from '../support/places';
import { signIn, type Visitor } from '../support/visitor';
import { useWorld } from '../support/world';

const world = useWorld();
let event: Event;
const who = {} as Record<'organizer' | 'admin' | 'officer', Visitor>;
beforeAll(async () => {
  await addPlaces(world);
  event = await addEvent(world, 9);
  for (const role of ['organizer', 'admin', 'officer'] as const)
    who[role] = await signIn(world, {
      role,
      bearer: true,
      ...(role === 'officer' && { unitId: 'unt_goquao' }),
    });
});
const comer = (fullName: string) => comes(world, event.id, { fullName, unitId: 'unt_goquao' });

describe('in the API', () => {
  test('requests to be forgotten are listed, and end with the forgetting', async () => {
    const person = await comer('Danh Thị Mẫu Riêng');
    await askToBeForgotten(world, person);
    const { json } = await who.organizer.api('GET', '/forget-requests');
    expect(json.items).toContainEqual(
      expect.objectContaining({ registrationId: person.id, eventId: event.id }),
    );
    const done = await who.organizer.api('POST', `/registrations/${person.id}/forgetting`, {
      reason: 'asked',
    });
    expect([done.status, done.json.state]).toEqual([200, 'again']);
    expect((await getRegistration(world, person.id)).forgotten).toMatchObject({ reason: 'asked' });
    expect((await who.organizer.api('GET', '/forget-requests')).json.items).toEqual([]);
  });

  test('a person’s data are read in every place; while they are restricted, by admins alone', async () => {
    const person = await comer('Thị Mẫu Kín');
    const path = `/registrations/${person.id}/person-data`;
    const { status, html } = await who.organizer.api('GET', path);
    expect([status, html.includes('Thị Mẫu Kín')]).toEqual([200, true]);
    await who.admin.api('POST', `/registrations/${person.id}/restriction`, { reason: 'Qua điện thoại' });
    const refused = await who.organizer.api('GET', path);
    expect([refused.status, refused.html.includes('Thị Mẫu Kín')]).toEqual([403, false]);
    expect((await who.admin.api('GET', path)).html).toContain('Thị Mẫu Kín');
  });

  test('an officer does none of it', async () => {
    const person = await comer('Lê Mẫu Xa');
    const calls = [
      await who.officer.api('GET', '/forget-requests'),
      await who.officer.api('GET', `/registrations/${person.id}/person-data`),
      await who.officer.api('POST', `/registrations/${person.id}/forgetting`, { reason: 'asked' }),
    ];
    expect(calls.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect((await getRegistration(world, person.id)).forgotten).toBeUndefined();
  });
});

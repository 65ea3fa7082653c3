import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Event } from '../../../functions/events/event/event';
import { RegisterInput, register } from '../../../functions/events/registrations/register/register';
import { parse } from '../../../functions/platform/input/parse';
import { DAY } from '../../../functions/platform/time/dates';
import { furnish, publishedEvent } from '../../support/events';
import { particulars } from '../../support/people';
import { inTurn, signIn, visitor } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
  as('nobody');
});

const { as, api: call } = inTurn(world);

const registered = async (event: Event) => {
  const person = particulars();
  const { json } = await call('POST', `/events/${event.id}/registrations`, { ...person, consent: true });
  return { person, id: json.registrationId as string, code: json.code as string };
};

describe('a person with code and phone', () => {
  test('reads their registration, corrects it, and says that they cannot come', async () => {
    const event = await publishedEvent(world, { capacity: 3 });
    const { person, id, code } = await registered(event);
    const read = await call('POST', '/registrations/lookup', { code, phone: person.phone });
    expect(read).toMatchObject({ status: 200, json: { fullName: 'Danh Thị Mẫu', version: 1 } });
    const proof = { code, proofPhone: person.phone };
    const corrected = await call('PUT', `/registrations/${id}`, {
      ...person,
      ...proof,
      version: 1,
      position: 'Trưởng ấp',
    });
    expect(corrected).toMatchObject({ status: 200, json: { position: 'Trưởng ấp', version: 2 } });
    const left = await call('POST', `/registrations/${id}/cancellation`, { code, phone: person.phone });
    expect(left).toMatchObject({ status: 200, json: { status: 'cancelled' } });
  });

  test('does not write over what was corrected meanwhile', async () => {
    const event = await publishedEvent(world, { capacity: 3 });
    const { person, id, code } = await registered(event);
    as('organizer');
    await call('PUT', `/registrations/${id}`, { ...person, position: 'Tổ trưởng' });
    as('nobody');
    const stale = await call('PUT', `/registrations/${id}`, {
      ...person,
      code,
      proofPhone: person.phone,
      version: 1,
      position: 'Trưởng ấp',
    });
    expect(stale).toMatchObject({ status: 412, json: { code: 'registration-changed' } });
    as('organizer');
    expect((await call('GET', `/registrations/${id}`)).json.position).toBe('Tổ trưởng');
  });

  test('changes and takes back nothing once the event is over', async () => {
    const event = await publishedEvent(world, { capacity: 3 });
    const { person, id, code } = await registered(event);
    world.clock.forward(60 * DAY);
    const late = await call('POST', `/registrations/${id}/cancellation`, { code, phone: person.phone });
    expect(late).toMatchObject({ status: 409, json: { code: 'event-over' } });
    const body = { ...person, code, proofPhone: person.phone, position: 'Trưởng ấp' };
    expect((await call('PUT', `/registrations/${id}`, body)).status).toBe(409);
    as('organizer');
    const { json } = await call('GET', `/registrations/${id}`);
    expect(json).toMatchObject({ status: 'confirmed', version: 1 });
  });

  test('is missing with a wrong code, or for an id of another form', async () => {
    const event = await publishedEvent(world, { capacity: 3 });
    const { person, id } = await registered(event);
    const wrong = { code: '000000000', phone: person.phone };
    expect((await call('POST', `/registrations/${id}/cancellation`, wrong)).status).toBe(404);
    expect((await call('POST', '/registrations/reg_nothing/cancellation', wrong)).status).toBe(404);
    expect((await call('POST', `/registrations/${id}/cancellation`, {})).status).toBe(401);
  });
});

describe('the door', () => {
  test('marks by code or id, says what was said before, and takes it back', async () => {
    const event = await publishedEvent(world, { capacity: 3 });
    const { id, code } = await registered(event);
    const at = `/events/${event.id}/check-ins`;
    expect((await call('POST', at, { code })).status).toBe(401);
    as('officer', 'unt_dinhan');
    expect((await call('POST', at, { code })).status).toBe(403);
    as('organizer');
    const early = await call('POST', at, { code });
    expect(early).toMatchObject({ status: 409, json: { code: 'day-before-event' } });
    const seen = await call('POST', at, { code, otherDay: true });
    expect(seen).toMatchObject({ status: 201, json: { registrationId: id, day: 1, repeated: false } });
    const again = await call('POST', at, { registrationId: id, day: 1, otherDay: true });
    expect(again.json).toMatchObject({ repeated: true, at: seen.json.at });
    expect((await call('GET', `/registrations/${id}`)).json.came).toEqual([{ day: 1, at: seen.json.at }]);
    expect((await call('DELETE', `${at}/${id}`)).status).toBe(204);
    expect((await call('GET', `/registrations/${id}`)).json.came).toEqual([]);
  });

  test('names what is wrong with the body', async () => {
    as('organizer');
    const event = await publishedEvent(world, { capacity: 3 });
    const at = `/events/${event.id}/check-ins`;
    for (const [body, path] of [
      [{}, 'code'],
      [{ code: '12' }, 'code'],
      [{ code: '000000000' }, 'code'],
      [{ registrationId: 'reg_x', day: 0 }, 'day'],
      [{ registrationId: 'reg_x', day: '1' }, 'day'],
    ] as const) {
      const { status, json } = await call('POST', at, { otherDay: true, ...body });
      expect([status, json.errors?.[0]?.path]).toEqual([422, path]);
    }
  });
});

describe('registering over the API', () => {
  test('offers no online seat where there is none', async () => {
    const event = await publishedEvent(world, { capacity: 3 });
    const asked = { ...particulars(), consent: true, online: true };
    const { status, json } = await call('POST', `/events/${event.id}/registrations`, asked);
    expect([status, json.errors]).toEqual([
      422,
      [expect.objectContaining({ path: 'online', code: 'online-not-offered' })],
    ]);
  });
});

describe('fields under names that the client chose', () => {
  const NAMES = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', 'mon an'];
  /** As JSON spells it: in a literal `__proto__` would set the prototype. */
  const answering = (name: string) => JSON.parse(`{ "${name}": "x" }`) as Record<string, string>;
  const seats = async (event: Event) => {
    as('organizer');
    const { held } = (await call('GET', `/events/${event.id}`)).json.seats;
    const { items } = (await call('GET', `/events/${event.id}/registrations`)).json;
    as('nobody');
    return { held, registrations: items.length };
  };

  test.each(NAMES)('refuse %s, which no form asks, and hold no seat for it', async (name) => {
    const event = await publishedEvent(world, { capacity: 3 });
    const asked = { ...particulars(), consent: true };
    for (let i = 0; i < 4; i++) {
      const sent = { ...asked, answers: answering(name) };
      const { status, json } = await call('POST', `/events/${event.id}/registrations`, sent);
      expect([status, json.errors]).toEqual([
        422,
        [expect.objectContaining({ path: 'answers', code: 'unknown-field' })],
      ]);
    }
    expect(await seats(event)).toEqual({ held: 0, registrations: 0 });
    expect((await call('POST', `/events/${event.id}/registrations`, asked)).status).toBe(201);
    expect(await seats(event)).toEqual({ held: 1, registrations: 1 });
  });

  test('hold no seat either where one comes through to the table', async () => {
    const event = await publishedEvent(world, { capacity: 3 });
    const asked = parse(RegisterInput, { ...particulars(), consent: true });
    const sent = register(world, event.id, {
      ...asked,
      access: answering('constructor') as unknown as string,
    });
    await expect(sent).rejects.toThrow('Unsupported type');
    expect(await seats(event)).toEqual({ held: 0, registrations: 0 });
  });
});

describe('replacing over the API', () => {
  test('asks on what ground the substitute is named, and attests nothing by itself', async () => {
    const event = await publishedEvent(world, { capacity: 3 });
    const { id } = await registered(event);
    as('organizer');
    const bare = await call('POST', `/registrations/${id}/replacement`, particulars());
    expect([bare.status, bare.json.errors]).toEqual([
      422,
      [expect.objectContaining({ path: 'basis', code: 'required' })],
    ]);
    const said = { ...particulars(), fullName: 'Phạm Văn Thay', basis: 'paper' };
    expect((await call('POST', `/registrations/${id}/replacement`, said)).status).toBe(201);
  });
});

describe('lists', () => {
  test('say that nothing comes next, and refuse a cursor that is none of theirs', async () => {
    const event = await publishedEvent(world, { capacity: 3 });
    await registered(event);
    as('organizer');
    const list = `/events/${event.id}/registrations`;
    expect((await call('GET', list)).json).toMatchObject({ items: [expect.anything()], next: null });
    for (const path of [list, '/events', '/calls', '/units', '/bodies']) {
      const { status, json } = await call('GET', `${path}?cursor=zzz`);
      expect([path, status, json.errors?.[0]?.code]).toEqual([path, 422, 'cursor-unknown']);
    }
  });
});

describe('a call without a session', () => {
  test('is told what is wrong with it, not that its origin is', async () => {
    const event = await publishedEvent(world, { capacity: 3 });
    const { id } = await registered(event);
    const post = (init: RequestInit): RequestInit => ({ method: 'POST', ...init });
    const path = `/api/registrations/${id}/cancellation`;
    expect((await visitor(world).request(path, post({}))).status).toBe(401);
    const form = post({ headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b' });
    const wrong = await visitor(world).request(`/api/events/${event.id}/registrations`, form);
    expect([wrong.status, wrong.json.code]).toEqual([422, 'not-json']);
    const organizer = await signIn(world, { role: 'organizer' });
    expect((await organizer.request(path, form)).status).toBe(403);
  });
});

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operations as scheduling } from '../../../functions/api/events/operations';
import { operations as transitions } from '../../../functions/api/events/transitions';
import { EventInput } from '../../../functions/events/event/event-input';
import { cancelEvent } from '../../../functions/events/scheduling/cancel';
import { createEvent } from '../../../functions/events/scheduling/create';
import { publishEvent } from '../../../functions/events/scheduling/publish';
import { parse } from '../../../functions/platform/input/parse';
import { draftEvent, furnish, publishedEvent, training } from '../../support/events';
import { inTurn } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
  as('organizer');
});

const { as, api: call } = inTurn(world);
const operations = [...scheduling, ...transitions];

describe('POST /events', () => {
  test('schedules a draft and answers its places', async () => {
    const { status, json } = await call('POST', '/events', training);
    expect(status).toBe(201);
    expect(json).toMatchObject({ status: 'draft', version: 1, capacity: 30, placesLeft: 30 });
    expect(json.pools).toEqual([
      { kind: 'open', pool: 'open', seats: 30, held: 0, placesLeft: 30, waitedFor: false },
    ]);
    expect(json.pk).toBeUndefined();
  });
  test('names what is malformed', async () => {
    const { status, json } = await call('POST', '/events', {
      ...training,
      contactPhone: 'abc',
      kind: 'party',
    });
    expect(status).toBe(422);
    expect(json.errors.map((e: { path: string }) => e.path).sort()).toEqual(['contactPhone', 'kind']);
  });
  test('is for organizers alone', async () => {
    as('nobody');
    expect((await call('POST', '/events', training)).status).toBe(401);
    as('viewer');
    expect((await call('POST', '/events', training)).status).toBe(403);
  });
  test('every example is accepted', () => {
    for (const op of operations) if (op.body) parse(op.body, op.example);
  });
});

describe('the examples', () => {
  test('work on the demo’s events', async () => {
    const of = (id: string) => operations.find((o) => o.id === id)!.example as never;
    const bare = parse(EventInput, training);
    await createEvent(world, bare, { id: 'evt_mau_nhap' });
    await createEvent(world, bare, { id: 'evt_mau_mo' });
    await publishEvent(world, 'evt_mau_mo', {});
    expect((await call('POST', '/events', of('createEvent'))).status).toBe(201);
    expect((await call('PUT', '/events/evt_mau_nhap', of('updateEvent'))).status).toBe(200);
    expect((await call('POST', '/events/evt_mau_nhap/publication', of('publishEvent'))).status).toBe(200);
    const postponed = await call('POST', '/events/evt_mau_mo/postponement', of('postponeEvent'));
    expect([postponed.status, postponed.json.status]).toEqual([200, 'postponed']);
    const resumed = await call('POST', '/events/evt_mau_mo/publication', {});
    expect(resumed.json).toMatchObject({ status: 'published', startsAt: '2030-05-06T01:00:00.000Z' });
    expect((await call('POST', '/events/evt_mau_mo/cancellation', of('cancelEvent'))).status).toBe(200);
    expect((await call('POST', '/events/evt_mau_mo/duplicate', {})).json.status).toBe('draft');
  });
});

describe('GET /events/{eventId}', () => {
  test('is one call to the table', async () => {
    const event = await publishedEvent(world);
    as('nobody');
    world.costs.length = 0;
    expect((await call('GET', `/events/${event.id}`)).json.status).toBe('published');
    expect(world.costs.map((c) => c.call)).toEqual(['query']);
  });
  test('a draft is there for staff and for nobody else', async () => {
    const event = await draftEvent(world);
    expect((await call('GET', `/events/${event.id}`)).status).toBe(200);
    as('nobody');
    expect((await call('GET', `/events/${event.id}`)).status).toBe(404);
    expect((await call('GET', '/events/evt_none')).status).toBe(404);
    expect((await call('GET', '/events/-')).status).toBe(404);
  });
  test('the online link is told to staff only', async () => {
    const event = await publishedEvent(world, { mode: 'online', onlineUrl: 'https://meet.vn/secret' });
    expect((await call('GET', `/events/${event.id}`)).json.onlineUrl).toBe('https://meet.vn/secret');
    as('nobody');
    const { json } = await call('GET', `/events/${event.id}`);
    expect(JSON.stringify(json)).not.toContain('secret');
  });
  test('a cancelled event stays visible with its reason', async () => {
    const event = await publishedEvent(world);
    await cancelEvent(world, event.id, { reason: 'Gộp lớp' });
    as('nobody');
    expect((await call('GET', `/events/${event.id}`)).json).toMatchObject({
      status: 'cancelled',
      reason: 'Gộp lớp',
    });
  });
});

describe('GET /events', () => {
  test('shows the public no drafts, and staff the shelf of drafts', async () => {
    const draft = await draftEvent(world, { title: 'Chỉ nội bộ' });
    expect(
      (await call('GET', '/events?shelf=draft&limit=200')).json.items.map((e: { id: string }) => e.id),
    ).toContain(draft.id);
    as('nobody');
    expect((await call('GET', '/events?search=chi noi bo')).json.items).toEqual([]);
    expect((await call('GET', '/events?shelf=draft')).status).toBe(401);
  });
  test('refuses a month of 13 and a kind that does not exist', async () => {
    for (const month of ['2027-13', '9999-12', '0000-01'])
      expect((await call('GET', `/events?month=${month}`)).json.errors[0].code).toBe('month-malformed');
    expect((await call('GET', '/events?kind=party')).status).toBe(422);
  });
});

describe('PUT /events/{eventId}', () => {
  test('without the version is refused, with an old one it is 412', async () => {
    const event = await draftEvent(world);
    expect((await call('PUT', `/events/${event.id}`, training)).json.errors[0]).toMatchObject({
      path: 'version',
      code: 'required',
    });
    expect((await call('PUT', `/events/${event.id}`, { ...training, version: 1 })).status).toBe(200);
    const stale = await call('PUT', `/events/${event.id}`, { ...training, version: 1 });
    expect([stale.status, stale.json.code]).toEqual([412, 'event-changed']);
  });
  test('cancelling without a reason names the reason', async () => {
    const event = await publishedEvent(world);
    const { status, json } = await call('POST', `/events/${event.id}/cancellation`, { reason: ' ' });
    expect([status, json.errors[0].code]).toEqual([422, 'reason-required']);
  });
});

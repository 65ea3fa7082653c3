import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { onAuditStream } from '../../../functions/background/streams/audit';
import { onStream } from '../../../functions/background/streams/on-change';
import type { Event } from '../../../functions/events/event/event';
import { getRegistration } from '../../../functions/events/registrations/find';
import { furnish, publishedEvent } from '../../support/events';
import { particulars } from '../../support/people';
import { streamRecord } from '../../support/stored';
import { inTurn } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';

const world = useWorld();
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
  as('organizer');
});
const { as, api: call } = inTurn(world);

const registered = async (event: Event, more: object = {}) => {
  const said = { ...particulars(), consent: true, ...more };
  const { json } = await call('POST', `/events/${event.id}/registrations`, said);
  return { id: json.registrationId as string, code: json.code as string, phone: said.phone };
};

describe('GET /events/{eventId}/registrations/export', () => {
  test('answers the list in Excel’s format, or as CSV', async () => {
    const event = await publishedEvent(world);
    await registered(event, { fullName: 'Danh Thị Xuất' });
    const url = `/events/${event.id}/registrations/export`;
    const csv = await call('GET', `${url}?format=csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-16le');
    expect(csv.headers.get('content-disposition')).toBe(
      'attachment; filename="dang-ky-boi-duong-ky-nang-hoa-giai-huyen-go-quao-2026-11-26.csv"',
    );
    expect(new TextDecoder('utf-16le').decode(csv.bytes)).toContain('Danh Thị Xuất');
    const xlsx = await call('GET', url);
    expect(xlsx.headers.get('content-type')).toMatch(/spreadsheetml\.sheet$/);
    expect(xlsx.headers.get('content-disposition')).toMatch(/\.xlsx"$/);
    expect(xlsx.text.slice(0, 2)).toBe('PK');
    expect((await call('GET', `${url}?format=pdf`)).json.errors).toMatchObject([{ path: 'format' }]);
  });
});

describe('GET /events/{eventId}/sign-in-sheet', () => {
  test('names the days and who is to sign', async () => {
    const event = await publishedEvent(world);
    await registered(event, { fullName: 'Danh Thị Ký', position: 'Tổ trưởng' });
    const { json } = await call('GET', `/events/${event.id}/sign-in-sheet`);
    expect(json).toEqual({
      eventId: event.id,
      day: 1,
      days: ['2026-11-26'],
      rows: [
        {
          fullName: 'Danh Thị Ký',
          from: expect.stringMatching(/^Tổ trưởng, xã Định An/),
          phone: expect.stringMatching(/^0900/),
        },
      ],
    });
  });
});

test.each(['registrations/export', 'sign-in-sheet'])('%s is for organizers alone', async (path) => {
  const event = await publishedEvent(world);
  for (const [who, status] of [
    ['viewer', 403],
    ['officer', 403],
    ['nobody', 401],
  ] as const) {
    as(who);
    expect((await call('GET', `/events/${event.id}/${path}`)).status).toBe(status);
  }
  as('organizer');
  expect((await call('GET', `/events/evt_none/${path}`)).status).toBe(404);
});

describe('what was told and who changed what', () => {
  test('is there for accounts that see the registration', async () => {
    const event = await publishedEvent(world);
    // From a paper list: who is on the phone knows already, and is not told.
    const said = { ...particulars(), basis: 'paper' };
    const { json: answer } = await call('POST', `/events/${event.id}/registrations/by-phone`, said);
    const id = answer.registrationId as string;
    const now = await getRegistration(world, id);
    const record = streamRecord(world, 'registrations', now);
    await onStream(world, [record]);
    await onAuditStream(world, [record]);
    for (const who of ['organizer', 'officer'] as const) {
      as(who);
      const told = await call('GET', `/registrations/${id}/deliveries`);
      expect(told.json.items).toMatchObject([{ about: id, template: 'confirmed', state: 'to-call' }]);
      const { json } = await call('GET', `/registrations/${id}/history`);
      expect(json.items).toMatchObject([
        { who: 'acc_organizer', what: 'created', fields: { phone: 'hidden' } },
      ]);
    }
    for (const path of ['deliveries', 'history']) {
      for (const [role, unitId] of [['viewer'], ['officer', 'unt_anminh']] as const) {
        as(role, unitId);
        expect((await call('GET', `/registrations/${id}/${path}`)).status, role).toBe(404);
      }
      as('nobody');
      expect((await call('GET', `/registrations/${id}/${path}`)).status).toBe(401);
      as('organizer');
      expect((await call('GET', `/registrations/reg_none/${path}`)).status).toBe(404);
    }
  });
});

describe('an officer, who may look', () => {
  test('is not given the code with which they could act as the person, and cannot use it', async () => {
    const event = await publishedEvent(world);
    const { id, code, phone } = await registered(event);
    as('officer');
    const seen = await call('GET', `/registrations/${id}`);
    expect([seen.status, seen.json.phone, seen.json.code]).toEqual([200, phone, undefined]);
    const { json } = await call('GET', `/events/${event.id}/registrations`);
    expect([json.items.length, json.items[0].code]).toEqual([1, undefined]);
    const cancel = await call('POST', `/registrations/${id}/cancellation`, { code, phone });
    expect([cancel.status, (await getRegistration(world, id)).status]).toEqual([403, 'confirmed']);
    as('organizer');
    expect((await call('GET', `/registrations/${id}`)).json.code).toBe(code);
  });

  test('pages through those of their own area alone, and learns of no others by the cursor', async () => {
    const event = await publishedEvent(world, { capacity: 20 });
    for (let i = 0; i < 3; i++) await registered(event);
    as('officer', 'unt_anminh');
    for (const question of ['limit=1', 'limit=1&search=0900'])
      expect((await call('GET', `/events/${event.id}/registrations?${question}`)).json).toEqual({
        items: [],
        next: null,
      });
    as('officer');
    const first = (await call('GET', `/events/${event.id}/registrations?limit=2`)).json;
    const rest = await call('GET', `/events/${event.id}/registrations?limit=2&cursor=${first.next}`);
    expect([first.items.length, rest.json.items.length, rest.json.next]).toEqual([2, 1, null]);
  });
});

describe('a person with code and phone', () => {
  const both = { mode: 'both', capacity: undefined, onlineUrl: 'https://meet.vn/phong' } as const;
  const pools = [
    { kind: 'open' as const, seats: 1 },
    { kind: 'online' as const, seats: 1 },
  ];
  const found = async ({ code, phone }: { code: string; phone: string }) =>
    (await call('POST', '/registrations/lookup', { code, phone })).json;

  test('learns the online room once they hold a seat there, and no other person does', async () => {
    as('nobody');
    const event = await publishedEvent(world, { ...both, pools });
    const online = await registered(event, { online: true });
    const waits = await registered(event, { online: true });
    const hall = await registered(event, { online: false });
    expect(await found(online)).toMatchObject({ status: 'confirmed', onlineUrl: 'https://meet.vn/phong' });
    expect((await found(waits)).status).toBe('waitlisted');
    for (const other of [waits, hall]) expect(await found(other)).not.toHaveProperty('onlineUrl');
    as('organizer');
    await call('POST', `/events/${event.id}/cancellation`, { reason: 'Bão' });
    as('nobody');
    expect(await found(online)).not.toHaveProperty('onlineUrl');
  });

  test('learns how far ahead they stand', async () => {
    as('nobody');
    const event = await publishedEvent(world, { capacity: 1 });
    const [first, second, third] = [
      await registered(event),
      await registered(event),
      await registered(event),
    ];
    expect(await found(first)).not.toHaveProperty('place');
    expect([(await found(second)).place, (await found(third)).place]).toEqual([1, 2]);
    as('organizer');
    expect((await call('GET', `/registrations/${third.id}`)).json.place).toBe(2);
  });
});

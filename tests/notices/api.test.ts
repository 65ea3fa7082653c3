import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countFailure, TRIES } from '../../functions/background/streams/dead-letters';
import { onStream } from '../../functions/background/streams/on-change';
import { deliver } from '../../functions/notices/deliver';
import { nominatedBy } from '../../functions/notices/may';
import { unsubscribeToken } from '../../functions/outbox/addresses/unsubscribe';
import { listCalls } from '../../functions/outbox/calls/calls';
import type { Delivery } from '../../functions/outbox/deliveries/delivery';
import { deliveriesOf, findDelivery } from '../../functions/outbox/deliveries/find';
import { noticesTable } from '../../functions/outbox/deliveries/notices-table';
import { HOUR, iso } from '../../functions/platform/time/dates';
import { noSleep } from '../support/mail';
import { addPlaces } from '../support/places';
import { anEvent, aRegistration, keep, keepEvent, onAList, streamRecord } from '../support/stored';
import { inTurn } from '../support/visitor';
import { MONDAY, useWorld } from '../support/world';

const others = [
  ['a viewer', 'viewer', 403],
  ['an officer', 'officer', 403],
  ['a visitor', 'nobody', 401],
] as const;

describe('the deliveries over the API', () => {
  const world = useWorld();
  const { as, api: call } = inTurn(world);
  const event = anEvent('evt_d1');
  beforeAll(async () => {
    await addPlaces(world);
    await keepEvent(world, event);
  });
  beforeEach(() => as('organizer'));

  const mailed = async (key: string) => {
    const r = aRegistration(event.id, key, { email: `${key}@mau.vn` });
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
    await deliver(world, noSleep());
    return (await deliveriesOf(world, r.id))[0]!;
  };

  test('show what was told of an event, and what of all is in trouble', async () => {
    const sent = await mailed('a');
    world.mailSays.next = 'lose';
    const lost = await mailed('b');
    world.mailSays.next = undefined;
    const ofEvent = await call('GET', `/deliveries?eventId=${event.id}`);
    expect(ofEvent.json.items.map((d: Delivery) => [d.id, d.state])).toEqual(
      expect.arrayContaining([
        [sent.id, 'sent'],
        [lost.id, 'unknown'],
      ]),
    );
    const page = (await call('GET', `/deliveries?eventId=${event.id}&limit=1`)).json;
    const rest = (await call('GET', `/deliveries?eventId=${event.id}&limit=1&cursor=${page.next}`)).json;
    expect(rest.items[0].id).not.toBe(page.items[0].id);
    world.clock.forward(HOUR);
    const { items } = (await call('GET', '/deliveries')).json;
    expect(items).toMatchObject([{ id: lost.id, about: lost.pk, email: 'b@mau.vn', resendable: true }]);
    expect((await call('GET', '/deliveries?eventId=evt_none')).status).toBe(404);
  });

  test('are sent again where a person decides it, never what went', async () => {
    world.mailSays.next = 'lose';
    const lost = await mailed('c');
    world.mailSays.next = undefined;
    const again = await call('POST', `/deliveries/${lost.id}/resending`);
    expect(again).toMatchObject({ status: 200, json: { id: lost.id, state: 'due', resendable: false } });
    await deliver(world, noSleep());
    expect((await findDelivery(world, lost.id))?.state).toBe('sent');
    expect((await call('POST', `/deliveries/${lost.id}/resending`)).json.code).toBe('not-to-resend');
    expect((await call('POST', '/deliveries/dlv_none/resending')).json.code).toBe('delivery-missing');
  });

  test('are held, and then sent on or dropped', async () => {
    expect((await call('POST', '/sending/hold')).json).toMatchObject({ held: true, holding: 0 });
    const first = await mailed('d');
    expect(first.state).toBe('held');
    expect((await call('GET', '/sending')).json).toMatchObject({ held: true, holding: 1 });
    expect((await call('POST', '/sending/release', {})).status).toBe(422);
    expect((await call('POST', '/sending/release', { send: false })).json).toMatchObject({ held: false });
    expect((await findDelivery(world, first.id))?.state).toBe('dropped');
    await call('POST', '/sending/hold');
    const second = await mailed('e');
    expect((await call('POST', '/sending/release', { send: true })).json.waiting).toBe(1);
    await deliver(world, noSleep());
    expect((await findDelivery(world, second.id))?.state).toBe('sent');
  });

  test('a change that was put aside is worked on once more', async () => {
    const r = aRegistration(event.id, 'f', onAList);
    await keep(world, r);
    const record = streamRecord(world, 'registrations', r);
    for (let i = 0; i < TRIES; i++) await countFailure(world, record, new Error('broken'));
    const { records } = (await call('GET', '/sending')).json;
    expect(records).toMatchObject([
      { table: expect.stringContaining('registrations'), error: 'Error: broken' },
    ]);
    expect((await call('POST', `/sending/records/${records[0].id}/redrive`)).status).toBe(204);
    expect(await deliveriesOf(world, r.id)).toHaveLength(1);
    expect((await call('GET', '/sending')).json.records).toEqual([]);
    expect((await call('POST', `/sending/records/${records[0].id}/redrive`)).status).toBe(404);
  });

  test.each(others)('are not shown to %s, who decides nothing', async (_, who, status) => {
    as(who);
    for (const [method, path, body] of [
      ['GET', '/deliveries'],
      ['GET', '/sending'],
      ['POST', '/deliveries/dlv_none/resending', {}],
      ['POST', '/sending/hold', {}],
      ['POST', '/sending/release', { send: true }],
      ['POST', '/sending/records/x/redrive', {}],
    ] as const)
      expect((await call(method, path, body)).status, path).toBe(status);
    as('organizer');
    expect((await call('GET', '/sending')).json.held).toBe(false);
  });

  test('the link at the foot of a mail stops mail to its address, or starts it again', async () => {
    const { id } = await mailed('g');
    const path = `/subscriptions/${unsubscribeToken(world, id)}`;
    as('nobody');
    expect((await call('PUT', path, { mail: false })).json).toEqual({ mail: false });
    const next = async (key: string) => {
      const r = aRegistration(event.id, key, { ...onAList, email: 'g@mau.vn' });
      await keep(world, r);
      await onStream(world, [streamRecord(world, 'registrations', r)]);
      return (await deliveriesOf(world, r.id))[0]!.channel;
    };
    expect(await next('h')).toBe('call');
    expect((await call('PUT', path, { mail: true })).json).toEqual({ mail: true });
    expect(await next('i')).toBe('email');
    const forged = await call('PUT', `/subscriptions/${id}-${'0'.repeat(26)}`, { mail: false });
    expect(forged.json.code).toBe('unsubscribe-link-missing');
  });
});

describe('a call list of which few lines are asked for', () => {
  const world = useWorld();
  const line = (n: number, more: Partial<Delivery>): Delivery => ({
    pk: `reg_l${n}`,
    sk: 'confirmed#1',
    id: `dlv_l${n}`,
    channel: 'call',
    state: 'to-call',
    template: 'confirmed',
    open: 'to-call',
    dueAt: iso(MONDAY + n * 1_000),
    attempts: 0,
    owner: 'evt_l1',
    eventId: 'evt_l1',
    createdAt: iso(MONDAY),
    updatedAt: iso(MONDAY),
    ...more,
  });
  const LINES = 450;
  const rare = (n: number) => n % 90 === 0;
  beforeAll(async () => {
    const lines = Array.from({ length: LINES }, (_, n) =>
      line(n, {
        owner: `nom_l1_${rare(n) ? 'unt_rare' : 'unt_many'}`,
        ...(n % 3 === 1 && { open: undefined }),
      }),
    );
    await world.db.putMany(noticesTable, lines);
  });
  const expected = Array.from({ length: LINES }, (_, n) => n).filter((n) => n % 3 !== 1);

  /** Every page's lines, and how many calls of the table they took. */
  const walked = async (asked: Partial<Parameters<typeof listCalls>[1]>, limit: number) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    world.costs.length = 0;
    do {
      const page = await listCalls(world, { ...asked, limit, cursor });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      seen.push(...page.items.map((d) => d.id));
      cursor = page.next;
    } while (cursor);
    return { seen, calls: world.costs.length };
  };

  test.each([
    ['an area', { includes: nominatedBy(new Set(['unt_rare'])) }, rare],
    ['an area with many', { includes: nominatedBy(new Set(['unt_many'])) }, (n: number) => !rare(n)],
    ['an event', { eventId: 'evt_l1' }, () => true],
    ['an owner', { owner: 'nom_l1_unt_many' }, (n: number) => !rare(n)],
    ['an area in an event', { eventId: 'evt_l1', includes: nominatedBy(new Set(['unt_rare'])) }, rare],
    ['everybody', {}, () => true],
  ] as const)('pages through those of %s, each once and in order', async (_, asked, fits) => {
    const wanted = expected.filter(fits).map((n) => `dlv_l${n}`);
    for (const limit of [2, 7, 200]) expect((await walked(asked, limit)).seen).toEqual(wanted);
  });

  test('reads many lines at once where it picks out a few', async () => {
    expect((await walked({ includes: nominatedBy(new Set(['unt_rare'])) }, 200)).calls).toBeLessThanOrEqual(
      3,
    );
    expect((await walked({ eventId: 'evt_l1' }, 200)).calls).toBeLessThanOrEqual(5);
  });
});

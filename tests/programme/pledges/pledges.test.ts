import { beforeAll, describe, expect, test } from 'vitest';
import { forgetBodies } from '../../../functions/directory/bodies/list';
import { linesOfEvent } from '../../../functions/programme/budget/list';
import {
  MOST_RECEIPTS,
  receivePledge,
  strikeReceipt,
  updatePledge,
  withdrawPledge,
} from '../../../functions/programme/pledges/change';
import { createPledge } from '../../../functions/programme/pledges/create';
import { getPledge, listPledges } from '../../../functions/programme/pledges/list';
import { PledgeInput, pledgeKey, pledges } from '../../../functions/programme/pledges/pledge';
import { receivedOf, stateOf } from '../../../functions/programme/pledges/received';
import { callsOf } from '../../support/calls-of';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { addPartner, addPledge, books, dayIn, PARTNER, part } from './scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  await addPartner(world);
  forgetBodies(world);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});

const inputOf = (more: object = {}) => PledgeInput.parse(books(world, more));

describe('a pledge', () => {
  test('names its partner, and an event and a unit that there are', async () => {
    const pledge = await addPledge(world, { unitId: 'unt_goquao' });
    expect(await getPledge(world, pledge.id)).toMatchObject({ bodyName: 'Hội Luật gia tỉnh', receipts: [] });
    await expect(addPledge(world, { bodyId: 'bod_none' })).rejects.toMatchObject({
      fields: [{ path: 'bodyId', code: 'body-unknown' }],
    });
    await expect(addPledge(world, { eventId: 'evt_none' })).rejects.toMatchObject({
      fields: [{ path: 'eventId', code: 'event-unknown' }],
    });
    await expect(addPledge(world, { unitId: 'unt_none' })).rejects.toMatchObject({
      fields: [{ path: 'unitId', code: 'unit-unknown' }],
    });
  });

  test('is received in parts, each with its own number', async () => {
    const { id } = await addPledge(world);
    await receivePledge(world, { id, version: 1 }, part(world));
    const all = await receivePledge(world, { id, version: 2 }, part(world, { amount: 150 }));
    expect(all.receipts.map(({ n }) => n)).toEqual([1, 2]);
    expect([receivedOf(all), stateOf(all)]).toEqual([200, 'received']);
  });

  test('takes more than was promised only with a note', async () => {
    const { id } = await addPledge(world);
    await expect(
      receivePledge(world, { id, version: 1 }, part(world, { amount: 201 })),
    ).rejects.toMatchObject({ fields: [{ path: 'note', code: 'receipt-note-required' }] });
    const more = part(world, { amount: 201, note: 'tặng thêm một cuốn' });
    expect(receivedOf(await receivePledge(world, { id, version: 1 }, more))).toBe(201);
  });

  test('is received on no day that is to come', async () => {
    const { id } = await addPledge(world);
    await expect(
      receivePledge(world, { id, version: 1 }, part(world, { on: dayIn(world, 1) })),
    ).rejects.toMatchObject({ fields: [{ path: 'on', code: 'day-to-come' }] });
  });

  test('is received once of two editors who read the same version', async () => {
    const { id } = await addPledge(world);
    const both = await Promise.allSettled([
      receivePledge(world, { id, version: 1 }, part(world)),
      receivePledge(world, { id, version: 1 }, part(world)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(receivedOf(await getPledge(world, id))).toBe(50);
  });

  test('keeps a receipt that was struck out in sight, and counts it no more', async () => {
    const { id } = await addPledge(world);
    await receivePledge(world, { id, version: 1 }, part(world));
    const struck = await strikeReceipt(world, { id, version: 2 }, { n: 1, words: 'ghi nhầm' });
    expect(struck.receipts).toMatchObject([{ n: 1, struck: 'ghi nhầm' }]);
    expect([receivedOf(struck), stateOf(struck)]).toEqual([0, 'promised']);
    for (const n of [1, 2])
      await expect(strikeReceipt(world, { id, version: 3 }, { n, words: 'ghi nhầm' })).rejects.toMatchObject({
        code: 'receipt-missing',
      });
    const again = await receivePledge(world, { id, version: 3 }, part(world));
    expect(again.receipts.map(({ n }) => n)).toEqual([1, 2]);
  });

  test('keeps kind and unit of measure once a part was received', async () => {
    const { id } = await addPledge(world);
    await updatePledge(world, { id, version: 1 }, inputOf({ measure: 'bộ' }));
    await receivePledge(world, { id, version: 2 }, part(world));
    for (const [more, path] of [
      [{ measure: 'cuốn' }, 'measure'],
      [{ kind: 'equipment', measure: 'bộ' }, 'kind'],
    ] as const)
      await expect(updatePledge(world, { id, version: 3 }, inputOf(more))).rejects.toMatchObject({
        fields: [{ path, code: 'pledge-has-receipts' }],
      });
    const saved = await updatePledge(world, { id, version: 3 }, inputOf({ measure: 'bộ', amount: 40 }));
    expect(saved).toMatchObject({ amount: 40, version: 4 });
  });

  test('is not received or changed after it was withdrawn; what was received stays', async () => {
    const { id } = await addPledge(world);
    await receivePledge(world, { id, version: 1 }, part(world));
    const withdrawn = await withdrawPledge(world, { id, version: 2 }, 'hết kinh phí');
    expect([receivedOf(withdrawn), stateOf(withdrawn)]).toEqual([50, 'withdrawn']);
    const read = { id, version: 3 };
    for (const act of [
      () => receivePledge(world, read, part(world)),
      () => updatePledge(world, read, inputOf()),
      () => strikeReceipt(world, read, { n: 1, words: 'nhầm' }),
      () => withdrawPledge(world, read, 'lần nữa'),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'pledge-withdrawn' });
  });

  test('has as many receipts as fit into one item', async () => {
    const { id, ...pledge } = await addPledge(world);
    const receipts = Array.from({ length: MOST_RECEIPTS }, (_, i) => ({
      ...part(world, { amount: 1 }),
      n: i + 1,
      at: pledge.createdAt,
    }));
    await world.db.put(pledges, { ...pledge, ...pledgeKey(id), id, receipts });
    await expect(receivePledge(world, { id, version: 1 }, part(world, { amount: 1 }))).rejects.toMatchObject({
      code: 'receipts-full',
    });
  });

  test('is listed by state, overdue ones first, and of an event beside its budget', async () => {
    const event = await addEvent(world, 5);
    const open = await addPledge(world, { eventId: event.id });
    const late = await addPledge(world, { eventId: event.id, dueOn: dayIn(world, -1) });
    const ids = async (by: object) =>
      (await listPledges(world, { eventId: event.id, ...by })).map((p) => p.id);
    expect(await ids({})).toEqual([late.id, open.id]);
    expect(await ids({ state: 'overdue' })).toEqual([late.id]);
    expect(await ids({ kind: 'money' })).toEqual([]);
    expect(await ids({ bodyId: PARTNER })).toHaveLength(2);
    expect(await linesOfEvent(world, event.id)).toEqual([]);
  });

  test('is read with all others by one call', async () => {
    await createPledge(world, inputOf());
    expect(await callsOf(world, () => listPledges(world))).toEqual(['query programme']);
  });
});

describe('the API of pledges', () => {
  test('writes, receives, corrects and withdraws, and answers totals', async () => {
    const event = await addEvent(world, 5);
    const made = await organizer.api('POST', '/pledges', books(world, { eventId: event.id }));
    expect(made.status).toBe(201);
    const path = `/pledges/${made.json.id}`;
    const send = (rest: string, body: object) => organizer.api('POST', `${path}/${rest}`, body);
    expect((await send('receipts', { ...part(world), version: 1 })).json).toMatchObject({ received: 50 });
    expect((await send('receipts', { ...part(world), version: 1 })).status).toBe(412);
    expect((await send('struck-receipts', { n: 1, words: 'nhầm', version: 2 })).json).toMatchObject({
      received: 0,
      receipts: [{ n: 1, struck: 'nhầm' }],
    });
    const saved = await organizer.api('PUT', path, {
      ...books(world, { eventId: event.id }),
      amount: 10,
      version: 3,
    });
    expect(saved.json).toMatchObject({ amount: 10, expected: 10, state: 'promised', overdue: false });
    const listed = await organizer.api('GET', `/pledges?eventId=${event.id}`);
    expect(listed.json).toMatchObject({
      items: [{ id: made.json.id }],
      next: null,
      totals: [{ kind: 'materials', measure: 'cuốn', pledges: 1, promised: 10, received: 0, expected: 10 }],
    });
    expect((await send('withdrawal', { words: 'hết', version: 4 })).json).toMatchObject({
      state: 'withdrawn',
    });
    expect((await send('withdrawal', { words: 'hết', version: 5 })).status).toBe(409);
  });

  test.each([
    [{ amount: 0 }, 'amount', 'amount-malformed'],
    [{ amount: 1.5 }, 'amount', 'amount-malformed'],
    [{ amount: '5' }, 'amount', 'amount-malformed'],
    [{ amount: 100_000_000_001 }, 'amount', 'amount-too-much'],
    [{ measure: undefined }, 'measure', 'measure-required'],
    [{ kind: 'money' }, 'measure', 'measure-of-money'],
    [{ kind: 'gold' }, 'kind', 'not-an-option'],
    [{ dueOn: '2020-01-01' }, 'dueOn', 'pledge-due-early'],
    [{ dueOn: '2027-02-30' }, 'dueOn', 'time-malformed'],
    [{ receipts: [] }, 'receipts', 'unknown-field'],
  ])('refuses %j', async (wrong, path, code) => {
    const refused = await organizer.api('POST', '/pledges', books(world, wrong));
    expect(refused.status).toBe(422);
    expect(refused.json).toMatchObject({ errors: [{ path, code }] });
  });

  test('lets organizers write, viewers read, and officers do neither', async () => {
    const { id } = await addPledge(world);
    const viewer = await signIn(world, { role: 'viewer', bearer: true });
    const officer = await signIn(world, { role: 'officer', bearer: true, unitId: 'unt_goquao' });
    for (const path of ['/pledges', `/pledges/${id}`, '/pledges/file']) {
      expect((await viewer.api('GET', path)).status).toBe(200);
      expect((await officer.api('GET', path)).status).toBe(403);
    }
    for (const reader of [viewer, officer]) {
      const post = (rest: string, body: object) => reader.api('POST', `/pledges${rest}`, body);
      expect((await post('', books(world))).status).toBe(403);
      expect((await post(`/${id}/receipts`, { ...part(world), version: 1 })).status).toBe(403);
      expect((await post(`/${id}/struck-receipts`, { n: 1, words: 'x', version: 1 })).status).toBe(403);
      expect((await post(`/${id}/withdrawal`, { words: 'x', version: 1 })).status).toBe(403);
      const put = await reader.api('PUT', `/pledges/${id}`, { ...books(world), version: 1 });
      expect(put.status).toBe(403);
    }
    expect(await getPledge(world, id)).toMatchObject({ version: 1 });
  });
});

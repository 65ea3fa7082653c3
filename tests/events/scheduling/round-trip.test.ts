import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getEvent } from '../../../functions/events/event/get';
import { seed } from '../../../infra/demo/seed';
import { training } from '../../support/events';
import { inTurn } from '../../support/visitor';
import { useWorld } from '../../support/world';

type Shown = Record<string, unknown> & {
  id: string;
  status: string;
  capacity: number;
  version: number;
  pools: { kind: string; seats: number }[];
};

describe('an event that was read and is put back', () => {
  const world = useWorld();
  const { as, api: call } = inTurn(world);
  const ids: string[] = [];
  beforeAll(async () => {
    await seed(world, 'demo');
    as('organizer');
    for (const shelf of ['public', 'draft'])
      for (const past of ['true', 'false']) {
        const { json } = await call('GET', `/events?shelf=${shelf}&past=${past}&limit=200`);
        ids.push(...json.items.map((e: Shown) => e.id));
      }
  });
  beforeEach(() => {
    as('organizer');
  });
  const read = async (id: string): Promise<Shown> => (await call('GET', `/events/${id}`)).json;
  const without = ({ version: _v, updatedAt: _u, ...rest }: Shown) => rest;

  test('changes nothing but its version, whichever of the demo’s it is', async () => {
    await call('POST', '/events/evt_mau_mo/postponement', { reason: 'Biển động' });
    const seen = new Set<string>();
    for (const id of new Set(ids)) {
      const before = await read(id);
      world.clock.forward(1_000);
      world.costs.length = 0;
      const { status, json } = await call('PUT', `/events/${id}`, before);
      const calls = world.costs.filter((c) => c.table === 'events').map((c) => c.call);
      if (before.status === 'cancelled') {
        expect([status, json.code]).toEqual([409, 'event-cancelled']);
        continue;
      }
      expect({ id, status, errors: json.errors }).toEqual({ id, status: 200, errors: undefined });
      expect(without(json)).toEqual(without(before));
      expect(calls, 'its seats are left alone').toEqual(['query', 'update', 'query']);
      const after = await read(id);
      expect(without(after)).toEqual(without(before));
      expect(after.version).toBe(before.version + 1);
      for (const { kind } of before.pools) seen.add(kind);
      seen.add(before.status);
    }
    expect([...seen].sort()).toEqual(['draft', 'online', 'open', 'postponed', 'published', 'quota']);
  });

  test('tells nothing by what only an answer tells', async () => {
    const { reason: _, ...before } = await read('evt_mau_nhap');
    const stored = await getEvent(world, 'evt_mau_nhap');
    const told = { id: 'evt_x', status: 'cancelled', reason: 'Bão', seats: { size: 0 }, createdAt: 'x' };
    expect((await call('PUT', '/events/evt_mau_nhap', { ...before, ...told })).status).toBe(200);
    const { version, updatedAt, by, ...after } = await getEvent(world, 'evt_mau_nhap');
    expect({ ...stored, ...after }).toEqual(stored);
    expect(Object.keys(stored)).toEqual(expect.arrayContaining(Object.keys(after)));
  });

  test('may have another title and other seats, its quotas staying', async () => {
    const before = await read('evt_mau_cu');
    const quota = before.pools.find((p) => p.kind === 'quota')!;
    const pools = [
      ...before.pools.filter((p) => p.kind === 'quota').map((p) => ({ ...p, seats: p.seats + 3 })),
      { kind: 'open', seats: 7 },
    ];
    const { status, json } = await call('PUT', '/events/evt_mau_cu', {
      ...before,
      title: 'Tên khác',
      capacity: undefined,
      pools,
    });
    expect([status, json.title]).toEqual([200, 'Tên khác']);
    expect(json.pools).toContainEqual(expect.objectContaining({ kind: 'open', seats: 7 }));
    expect(json.pools).toContainEqual(expect.objectContaining({ kind: 'quota', seats: quota.seats }));
  });

  test.each([
    ['a field that no answer has', { titel: 'x' }, 'titel', 'unknown-field'],
    ['a capacity that contradicts the pools', { capacity: 9_999 }, 'capacity', 'capacity-and-pools'],
    [
      'one pool twice',
      { pools: [1, 2].map((seats) => ({ kind: 'open', seats })), capacity: 3 },
      'pools',
      'pool-twice',
    ],
    [
      'a pool of an unknown kind',
      { pools: [{ kind: 'unt_goquao', seats: 3 }], capacity: 3 },
      'pools.0.kind',
      'malformed',
    ],
  ])('is refused with %s', async (_, change, path, code) => {
    const before = await read('evt_mau_nhap');
    const { status, json } = await call('PUT', '/events/evt_mau_nhap', { ...before, ...change });
    expect(status).toBe(422);
    expect(json.errors).toContainEqual(expect.objectContaining({ path, code }));
    expect(await read('evt_mau_nhap')).toEqual(before);
  });

  test('is for organizers alone', async () => {
    const before = await read('evt_mau_nhap');
    as('viewer');
    expect((await call('PUT', '/events/evt_mau_nhap', before)).status).toBe(403);
  });

  test('a new event takes neither read-only fields nor quotas', async () => {
    const { version: _, ...before } = await read('evt_mau_cu');
    const { status, json } = await call('POST', '/events', before);
    expect(status).toBe(422);
    const paths = json.errors.map((e: { path: string }) => e.path);
    expect(paths).toEqual(expect.arrayContaining(['id', 'status', 'pools']));
    const quota = await call('POST', '/events', { ...training, pools: [{ kind: 'quota', seats: 30 }] });
    expect(quota.json.errors).toEqual([expect.objectContaining({ path: 'pools.0.kind' })]);
  });
});

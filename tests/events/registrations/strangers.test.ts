import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getEvent } from '../../../functions/events/event/get';
import { readRoom } from '../../../functions/events/event/room';
import { approve } from '../../../functions/events/registrations/change/approve';
import { getRegistration } from '../../../functions/events/registrations/find';
import { register } from '../../../functions/events/registrations/register/register';
import { UNHINDERED } from '../../../functions/events/registrations/strangers/budget';
import { networkLabel } from '../../../functions/events/registrations/strangers/network';
import { isWorkDone, newWork, WORK_BITS } from '../../../functions/events/registrations/strangers/work';
import { Problem } from '../../../functions/platform/problem/problem';
import { DAY, MINUTE } from '../../../functions/platform/time/dates';
import { seatsIn } from '../../../functions/seats/ledger/room';
import { countedIn, partsOf } from '../../../functions/seats/ledger/share';
import { routes } from '../../../web/routes';
import { assets, files } from '../../support/assets';
import { furnish, publishedEvent } from '../../support/events';
import { person } from '../../support/people';
import { visitor } from '../../support/visitor';
import { MONDAY, useWorld } from '../../support/world';

const world = useWorld({ rateLimits: true });
beforeAll(() => furnish(world));
beforeEach(() => {
  world.clock.at = MONDAY;
  world.logs.length = 0;
});

const VILLAGE = '203.0.113.7';
const from = (caller: string) => ({ ...world, caller });
const comes = async (eventId: string, over: object = {}, caller = VILLAGE) =>
  (await register(from(caller), eventId, person('Nguyễn Thị Mẫu', over))).registration;
/** So many people, one after the other. */
const come = async (eventId: string, count: number, caller = VILLAGE) => {
  for (let i = 0; i < count; i++) await comes(eventId, {}, caller);
};
const refusalOf = (asked: Promise<unknown>): Promise<Problem> =>
  asked.then(
    () => {
      throw new Error('was not refused');
    },
    (error) => {
      if (error instanceof Problem) return error;
      throw error;
    },
  );
const solve = (puzzle: unknown): string => {
  for (let n = 0; ; n++) {
    const answer = `${puzzle}.${n}`;
    if (createHash('sha256').update(answer).digest().readUInt32BE(0) >>> (32 - WORK_BITS) === 0)
      return answer;
  }
};
const takenBy = async (eventId: string, caller = VILLAGE) => {
  const attribute = `n_${networkLabel(from(caller), eventId)}`;
  return countedIn(await readRoom(world, eventId, [attribute]), attribute);
};

describe('A village behind one address', () => {
  test('registers sixty people in ten minutes, and none of them notices anything', async () => {
    const event = await publishedEvent(world, { capacity: 400 });
    const statuses: number[] = [];
    const registered: unknown[] = [];
    for (let i = 0; i < UNHINDERED; i++) {
      world.clock.forward((10 * MINUTE) / UNHINDERED);
      const { consent: _, interpreter: __, another: ___, ...said } = person('Danh Thị Mẫu');
      const answer = await visitor(world).request(
        `/api/events/${event.id}/registrations`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...said, consent: true }),
        },
        { incoming: { socket: { remoteAddress: VILLAGE } } },
      );
      statuses.push(answer.status);
      registered.push(answer.json.status);
    }
    expect(new Set(statuses)).toEqual(new Set([201]));
    expect(new Set(registered)).toEqual(new Set(['confirmed']));
    expect(world.logs.filter(({ what }) => what === 'many-from-one-network')).toEqual([]);
    expect((await getEvent(world, event.id)).crowd).toBeUndefined();
  });

  test('takes the last seats of an event that others have filled', async () => {
    const event = await publishedEvent(world, { capacity: 150 });
    for (let i = 0; i < 100; i++) await comes(event.id, {}, `198.51.${i}.1`);
    await come(event.id, 50);
    expect(seatsIn(await readRoom(world, event.id)).free).toBe(0);
  });

  test('costs three calls and at most six write units for each seat, as without a count', async () => {
    const event = await publishedEvent(world, { capacity: 400 });
    await comes(event.id);
    world.costs.length = 0;
    await comes(event.id);
    expect(world.costs.map((c) => c.call)).toEqual(['query', 'update', 'put']);
    expect(world.costs.reduce((sum, c) => sum + c.write, 0)).toBeLessThanOrEqual(6);
  });

  test('is not counted for forms that are sent twice', async () => {
    const event = await publishedEvent(world, { capacity: 30 });
    const once = person('Lý Thị Mẫu', { nonce: 'nonce-123456' });
    for (let i = 0; i < 3; i++) await register(from(VILLAGE), event.id, once);
    expect(await takenBy(event.id)).toBe(1);
  });

  test('queues for a full event at the cost of three calls', async () => {
    const event = await publishedEvent(world, { capacity: 1 });
    await come(event.id, 2);
    world.costs.length = 0;
    expect((await comes(event.id)).status).toBe('waitlisted');
    expect(world.costs.map((c) => c.call)).toEqual(['query', 'put', 'query']);
  });
});

describe('After sixty of one network', () => {
  let eventId: string;
  beforeAll(async () => {
    world.clock.at = MONDAY;
    eventId = (await publishedEvent(world, { capacity: 500 })).id;
    await come(eventId, UNHINDERED);
  });

  test('the next person works for their seat, and others do not', async () => {
    const next = person('Thạch Thị Mẫu');
    const refused = await refusalOf(register(from(VILLAGE), eventId, next));
    expect(refused).toMatchObject({ kind: 'too-many', code: 'work-needed' });
    const work = solve(refused.detail.puzzle);
    expect((await register(from(VILLAGE), eventId, { ...next, work })).registration.status).toBe('confirmed');
    const another = await refusalOf(register(from(VILLAGE), eventId, { ...person('Thạch Văn Mẫu'), work }));
    expect(another.code).toBe('work-needed');
    expect((await comes(eventId, {}, '192.0.2.1')).status).toBe('confirmed');
    // One customer has more than one /64.
    expect((await comes(eventId, {}, '2001:db8:1:2::1')).status).toBe('confirmed');
  });

  test('or asks the organizer, who gives the seat: no script is needed', async () => {
    const before = seatsIn(await readRoom(world, eventId)).held;
    const asked = await comes(eventId, { unconfirmed: true });
    expect(asked).toMatchObject({ status: 'pending', unconfirmed: true });
    expect(seatsIn(await readRoom(world, eventId)).held).toBe(before);
    await approve(world, asked.id);
    expect((await getRegistration(world, asked.id)).status).toBe('confirmed');
  });

  test('a repeat of a form is answered as the first time', async () => {
    const event = await publishedEvent(world, { capacity: 100 });
    const once = person('Lý Thị Mẫu', { nonce: 'nonce-123456' });
    const { registration } = await register(from(VILLAGE), event.id, once);
    await come(event.id, UNHINDERED - 1);
    expect(await register(from(VILLAGE), event.id, once)).toMatchObject({
      repeated: true,
      registration: { code: registration.code },
    });
  });

  test('the page carries what was typed, for the script and for the button', async () => {
    const said = {
      fullName: 'Danh Văn Mẫu',
      phone: '0912 999 001',
      districtId: 'unt_goquao',
      communeId: 'unt_dinhan',
      consent: 'on',
    };
    const post = (fields: Record<string, string>) =>
      visitor(world).request(
        routes.register(eventId),
        {
          method: 'POST',
          body: new URLSearchParams(fields),
          headers: { origin: world.settings.publicOrigin },
        },
        { incoming: { socket: { remoteAddress: VILLAGE } } },
      );
    const page = await post(said);
    expect(page.status).toBe(429);
    expect(page.html).toContain(assets.islands.work);
    const [byScript, byButton] = page.page
      .querySelectorAll('form[method=post]')
      .map((form) =>
        Object.fromEntries(
          form.querySelectorAll('input').map((i) => [i.getAttribute('name')!, i.getAttribute('value') ?? '']),
        ),
      );
    expect(byScript).toMatchObject(said);
    expect(byButton).toMatchObject({ ...said, unconfirmed: 'yes' });
    const done = await post(byButton!);
    expect([done.status, done.to]).toEqual([303, expect.stringContaining(routes.registered())]);
  });

  test('yesterday still counts in the morning, and the day after no more', async () => {
    const event = await publishedEvent(world, { capacity: 150 });
    await come(event.id, UNHINDERED);
    world.clock.forward(2 * DAY);
    expect((await comes(event.id)).status).toBe('confirmed');
  });
});

describe('A machine with six hundred invented people', () => {
  test('gets at most three hundred of two thousand seats, all at once or later, and leaves a trace', async () => {
    const event = await publishedEvent(world, { capacity: 2_000 });
    const invented = (i: number) =>
      comes(event.id, { fullName: `Máy ${NAMES[i % 20]} Mẫu` }, `203.0.113.${i % 250}`);
    const statuses: string[] = [];
    for (const many of [400, 200]) {
      const burst = await Promise.allSettled(Array.from({ length: many }, (_, i) => invented(i)));
      statuses.push(
        ...burst.map((b) => (b.status === 'fulfilled' ? b.value.status : (b.reason as Problem).code)),
      );
    }
    const held = seatsIn(await readRoom(world, event.id)).held;
    expect(held).toBeGreaterThanOrEqual(UNHINDERED);
    expect(held).toBeLessThanOrEqual(300);
    expect(statuses.filter((s) => s === 'confirmed')).toHaveLength(held);
    expect(statuses.filter((s) => s === 'waitlisted')).toEqual([]);
    expect(await takenBy(event.id)).toBe(held);
    expect(new Set(statuses)).toEqual(new Set(['confirmed', 'pending', 'work-needed']));
    // Work gives no more than the share either.
    const next = person('Máy Sau Mẫu');
    const { detail } = await refusalOf(register(from(VILLAGE), event.id, next));
    const work = solve(detail.puzzle);
    const last = await register(from(VILLAGE), event.id, { ...next, work });
    if (held >= 300) expect(last.registration).toMatchObject({ status: 'pending', unconfirmed: true });
    expect(seatsIn(await readRoom(world, event.id)).held).toBeLessThanOrEqual(300);
    // The trace.
    expect(
      world.logs.some(({ what, event: of }) => what === 'many-from-one-network' && of === event.id),
    ).toBe(true);
    expect(JSON.stringify(world.logs)).not.toContain('203.0.113');
    expect((await getEvent(world, event.id)).crowd?.n).toBeGreaterThanOrEqual(UNHINDERED);
    // A person elsewhere finds a seat.
    expect((await comes(event.id, {}, '192.0.2.1')).status).toBe('confirmed');
  });

  test('asks the organizer three hundred times a day at most', async () => {
    const event = await publishedEvent(world, { capacity: 500, approval: true });
    const asked = await Promise.allSettled(Array.from({ length: 310 }, () => comes(event.id)));
    expect(asked.filter((a) => a.status === 'fulfilled')).toHaveLength(300);
    expect(asked.flatMap((a) => (a.status === 'rejected' ? a.reason.code : []))).toEqual(
      Array(10).fill('network-full'),
    );
  });
});
const NAMES =
  'An Bình Chi Dung Giang Hà Khánh Lan Minh Nam Oanh Phúc Quân Sơn Tâm Uyên Vân Xuân Yến Đào'.split(' ');

describe('The work', () => {
  const of = { eventId: 'evt_1', key: 'p1' };
  test('is ours, for one person, and for half an hour', () => {
    const puzzle = newWork(world, of);
    const answer = solve(puzzle);
    expect(isWorkDone(world, of, answer)).toBe(true);
    expect(isWorkDone(world, { ...of, key: 'p2' }, answer)).toBe(false);
    expect(isWorkDone(world, { ...of, eventId: 'evt_2' }, answer)).toBe(false);
    const own = 'zzzzzz.0000000000000000';
    expect(isWorkDone(world, of, solve(own))).toBe(false);
    for (const odd of [undefined, '', puzzle, `${puzzle}.`, `${puzzle}.x`, `${answer}.1`])
      expect(isWorkDone(world, of, odd)).toBe(false);
    const unsolved = Array.from({ length: 50 }, (_, n) => `${puzzle}.${n}`).filter((a) => a !== answer);
    expect(unsolved.filter((a) => isWorkDone(world, of, a))).toEqual([]);
    world.clock.forward(31 * MINUTE);
    expect(isWorkDone(world, of, answer)).toBe(false);
  });

  test('is done by the script of the page', () => {
    const puzzle = newWork(world, of);
    const input = { value: '' };
    const waiting: (() => void)[] = [];
    let sent = 0;
    const form = {
      dataset: { puzzle, bits: String(WORK_BITS) },
      querySelector: (what: string) => (what === '[name=work]' ? input : { hidden: true }),
      submit: () => sent++,
    };
    runInNewContext(files.get(assets.islands.work)!.text, {
      document: { querySelector: () => form },
      setTimeout: (next: () => void) => waiting.push(next),
    });
    for (let next = waiting.shift(); next; next = waiting.shift()) next();
    expect(sent).toBe(1);
    expect(isWorkDone(world, of, input.value)).toBe(true);
  });
});

test("the blocks' parts are the share together", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 400 }), (blocks, most) => {
      const room = {
        pools: [],
        blocks: Array.from({ length: blocks }, (_, i) => ({ sk: `block#${i}` })),
      } as never;
      const parts = [...partsOf(room, most).values()];
      expect(parts.reduce((a, b) => a + b, 0)).toBe(most);
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
    }),
  );
});

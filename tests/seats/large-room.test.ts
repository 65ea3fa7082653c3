import { beforeAll, describe, expect, test } from 'vitest';
import { lookAfterEvents } from '../../functions/background/clock/look-after';
import { summariseSeats } from '../../functions/background/streams/summarise-seats';
import type { Event } from '../../functions/events/event/event';
import { getEvent } from '../../functions/events/event/get';
import { readAnyRoom, readRoom } from '../../functions/events/event/room';
import { withdraw } from '../../functions/events/registrations/change/cancel';
import { register } from '../../functions/events/registrations/register/register';
import { countedDays } from '../../functions/events/registrations/strangers/network';
import { discardDraft } from '../../functions/events/scheduling/discard';
import { newClaimId } from '../../functions/platform/keys/ids';
import { table } from '../../functions/platform/store/table';
import type { RoomSummary } from '../../functions/seats/ledger/room';
import { seatsIn } from '../../functions/seats/ledger/room';
import { blockName } from '../../functions/seats/ledger/seats';
import { partsOf } from '../../functions/seats/ledger/share';
import { ledgerOf } from '../../functions/seats/tables/ledger-tables';
import { blockItems, seatsSpec } from '../../functions/seats/tables/seat-tables';
import { draftEvent, furnish, publishedEvent } from '../support/events';
import { person } from '../support/people';
import { problem, refusal } from '../support/refusals';
import { useWorld } from '../support/world';

const world = useWorld({ rateLimits: true });
beforeAll(() => furnish(world));

const summaries = table<RoomSummary & { pk: string; sk: string }>(seatsSpec);
const summaryOf = (event: Event) =>
  world.db.get(summaries, { pk: event.id, sk: 'summary' }, { consistent: true });

const SEATS = 25;
const withClaims = (n: number) =>
  Object.fromEntries(Array.from({ length: n }, () => [newClaimId(), 1_790_000_000]));
/** Blocks as they are where all their seats are held, but for those of these numbers, which have one. */
const fill = async (event: Event, but: readonly number[] = []) => {
  const blocks = await ledgerOf(world).blocks(event.id);
  await world.db.putMany(
    blockItems,
    blocks.map((b) => {
      const free = but.some((n) => blockName(n) === b.sk) ? 1 : 0;
      return { ...b, size: SEATS, count: SEATS - free, held: withClaims(SEATS - free) };
    }),
  );
};

/** An event of so many seats that this process knows to be large, with a fresh summary. */
const largeEvent = async (seats: number, taken?: { but: readonly number[] }): Promise<Event> => {
  const event = await publishedEvent(world, { capacity: seats });
  if (taken) await fill(event, taken.but);
  await ledgerOf(world).roomAnew(event.id);
  return event;
};

const someone = () => person('Nguyễn Thị Mẫu');
const comes = async (event: Event) => (await register(world, event.id, someone())).registration;
const costs = () => ({
  calls: world.costs.map((c) => c.call),
  read: world.costs.reduce((sum, c) => sum + c.read, 0),
});
const costOf = async (act: () => Promise<unknown>) => {
  world.costs.length = 0;
  await act();
  return costs();
};
/** Another process has made the summary say this. */
const says = async (event: Event, over: Partial<RoomSummary>) => {
  const summary = (await summaryOf(event))!;
  await world.db.put(summaries, { ...summary, ...over });
};
const opens = (open: number[]) => ({ open: { size: 5_000, held: 0, open } });

describe('a registration for a large event', () => {
  test.each([5_000, 20_000])('costs the same while seats are free: %i seats', async (seats) => {
    const event = await largeEvent(seats);
    const { calls, read } = await costOf(() => comes(event));
    expect(calls).toEqual(['query', 'update', 'put']);
    expect(read).toBeLessThanOrEqual(4);
  });

  test.each([5_000, 20_000])('and where all seats are taken and people wait: %i seats', async (seats) => {
    const event = await largeEvent(seats, { but: [] });
    expect((await comes(event)).status).toBe('waitlisted');
    const { calls, read } = await costOf(async () => expect((await comes(event)).status).toBe('waitlisted'));
    expect(calls).toEqual(['query', 'query', 'put', 'query']);
    expect(read).toBeLessThanOrEqual(6);
  });

  test('and so does the page of the event, which shows the seats of the summary', async () => {
    const event = await largeEvent(5_000, { but: [7] });
    const cost = await costOf(async () =>
      expect(seatsIn(await readAnyRoom(world, event.id), 'open')).toEqual({
        size: 5_000,
        held: 4_999,
        free: 1,
      }),
    );
    expect(cost.calls).toEqual(['query']);
    expect(cost.read).toBeLessThanOrEqual(3);
  });
});

test('a cancellation that no person waits for reads no block', async () => {
  const event = await largeEvent(5_000);
  const { id, code, phone } = await comes(event);
  const { calls, read } = await costOf(() => withdraw(world, { id, code, phone }));
  expect(calls).toEqual(['update', 'query', 'update', 'query']);
  expect(read).toBeLessThanOrEqual(2);
});

test('a draft that is thrown away leaves no summary behind', async () => {
  const event = await draftEvent(world, { capacity: 5_000 });
  await ledgerOf(world).roomAnew(event.id);
  expect(await summaryOf(event)).toBeDefined();
  await discardDraft(world, event.id);
  expect(await summaryOf(event)).toBeUndefined();
});

describe('the seats that lists show of a large event', () => {
  const clockLooks = (event: Event) =>
    lookAfterEvents(world, [event], {
      step: async (_, act) => void (await act()),
      until: Number.POSITIVE_INFINITY,
    });
  const shown = async (event: Event) => (await getEvent(world, event.id)).seats;

  test('are counted every twenty seconds while people register, and by the clock at the end', async () => {
    const event = await largeEvent(5_000);
    await clockLooks(event);
    await comes(event);
    const { calls } = await costOf(() => summariseSeats(world, event.id));
    expect([calls, (await shown(event)).held]).toEqual([['get'], 0]);
    world.clock.forward(20_000);
    await clockLooks(event);
    expect((await shown(event)).held).toBe(1);
  });

  test('and so is the number of those who wait', async () => {
    const event = await largeEvent(5_000, { but: [] });
    await comes(event);
    await clockLooks(event);
    await comes(event);
    world.clock.forward(60_000);
    await clockLooks(event);
    expect((await shown(event)).waiting).toBe(2);
  });
});

describe('a summary that is wrong', () => {
  test('costs refusals, and is made anew: the only free seat is found', async () => {
    const event = await largeEvent(5_000, { but: [150] });
    await says(event, { pools: opens([1, 2, 3, 4, 5]) });
    world.clock.forward(3_000);
    const { calls } = await costOf(async () =>
      expect(await comes(event)).toMatchObject({ status: 'confirmed', claim: { block: blockName(150) } }),
    );
    expect(calls.filter((c) => c === 'update refused')).toHaveLength(3);
    expect((await summaryOf(event))?.pools.open?.open).toEqual([150]);
  });

  test('never says that no seat is left', async () => {
    const event = await largeEvent(5_000, { but: [150] });
    await says(event, { pools: opens([]) });
    expect(await comes(event)).toMatchObject({ status: 'confirmed', claim: { block: blockName(150) } });
  });

  test('gives no seat of another pool', async () => {
    const event = await largeEvent(5_000, { but: [150] });
    await ledgerOf(world).relabel(event.id, blockName(150), 'open', 'unt_kien-giang');
    await says(event, { pools: opens([150]) });
    expect((await comes(event)).status).toBe('waitlisted');
  });

  test('is not used once it is ten seconds old, and not written anew within two', async () => {
    const event = await largeEvent(5_000);
    const first = (await summaryOf(event))!.at;
    world.clock.forward(1_000);
    await ledgerOf(world).roomAnew(event.id);
    expect((await summaryOf(event))!.at).toBe(first);
    world.clock.forward(9_000);
    expect((await costOf(() => comes(event))).calls).toEqual(['query', 'query', 'put', 'update', 'put']);
    expect((await summaryOf(event))!.at).toBe(first + 10_000);
  });

  test('is written anew where it comes from a clock that was ahead', async () => {
    const event = await largeEvent(5_000);
    await says(event, { at: world.now() + 60_000 });
    await comes(event);
    expect((await summaryOf(event))!.at).toBe(world.now());
  });
});

describe('the share of a network in a large event', () => {
  const village = () => ({ ...world, caller: '203.0.113.9' });
  const days = (event: Event) => countedDays(village(), event.id)!;
  /** As many seats in each block as the network may take there, but for one block. */
  const usedUp = async (event: Event, but: number) => {
    const parts = partsOf(await readRoom(world, event.id), 300);
    for (const b of await ledgerOf(world).blocks(event.id))
      if (b.sk !== blockName(but))
        await world.db.update(
          blockItems,
          { pk: b.pk, sk: b.sk },
          { set: { [days(event).today]: parts.get(b.sk) } },
        );
  };

  test('is read from the summary', async () => {
    const event = await largeEvent(5_000);
    await says(event, { counted: { [days(event).today]: 59 } });
    expect((await register(village(), event.id, someone())).registration.status).toBe('confirmed');
    await says(event, { counted: { [days(event).today]: 60 } });
    expect(await refusal(register(village(), event.id, someone()))).toEqual(problem('work-needed'));
  });

  test('counts a seat that the summary did not know', async () => {
    const event = await largeEvent(5_000, { but: [150] });
    await says(event, { pools: opens([]) });
    const { claim } = (await register(village(), event.id, someone())).registration;
    const block = await ledgerOf(world).block(event.id, claim!.block);
    expect(block).toMatchObject({ sk: blockName(150), [days(event).today]: 1 });
  });

  test('is guarded by each block, also while the summary knows nothing of it', async () => {
    const event = await largeEvent(5_000);
    await usedUp(event, 150);
    world.clock.forward(3_000);
    const { registration } = await register(village(), event.id, someone());
    expect(registration.claim?.block).toBe(blockName(150));
    // Reading the room for them has told the others.
    const counted = (await summaryOf(event))!.counted[days(event).today]!;
    expect(counted).toBeGreaterThan(290);
    expect(await refusal(register(village(), event.id, someone()))).toEqual(problem('work-needed'));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventsTable } from '../../functions/events/event/event';
import { newId } from '../../functions/platform/keys/ids';
import { LostAnswer } from '../../functions/platform/store/outcome';
import { iso } from '../../functions/platform/time/dates';
import { partitionsOf, type SeatEntry } from '../../functions/seats/ledger/entry';
import type { Ledger } from '../../functions/seats/ledger/ledger';
import { isLate } from '../../functions/seats/ledger/room';
import { resizePool } from '../../functions/seats/protocol/capacity';
import { GRACE_MS, reconcileEvent } from '../../functions/seats/protocol/reconcile';
import { entryItems } from '../../functions/seats/tables/entry-tables';
import { ledgerOf } from '../../functions/seats/tables/ledger-tables';
import { whereCame } from '../../functions/seats/tables/where-free';
import { type TestWorld, useWorld } from '../support/world';
import { type Actors, type Command, command, perform } from './model/commands';
import { atRest, nobodyLost } from './model/invariants';
import { isWrite, NeverSent } from './model/never-sent';
import { random } from './model/simulation';

const HISTORIES = Number(process.env.REAL_HISTORIES ?? 60);

/** The process is gone: nothing of the protocol catches it. */
class Died extends Error {}

/** The real ledger, whose answers get lost, whose writes fail unsent and whose process dies, as the seed says. */
const unlucky = (ledger: Ledger, chance: () => number, luck: { on: boolean }): Ledger => {
  let dead: Died | undefined;
  const dies = (when: string) => {
    dead = new Died(when);
    return dead;
  };
  return new Proxy(ledger, {
    get: (target, name: keyof Ledger) => {
      const method = target[name] as (...args: unknown[]) => unknown;
      if (!isWrite(name)) return method;
      return async (...args: unknown[]) => {
        // What the protocol would still do after its process died must not happen.
        if (dead) throw dead;
        if (!luck.on) return method(...args);
        const fate = chance();
        if (fate < 0.01) throw dies('before');
        if (fate < 0.03) throw new LostAnswer('never landed');
        if (fate >= 0.07 && fate < 0.08) throw new NeverSent(name);
        const answer = await method(...args);
        if (fate < 0.04) throw dies('after');
        if (fate < 0.07) throw new LostAnswer('landed');
        return answer;
      };
    },
  });
};

const snapshotOf = async (world: TestWorld, eventId: string, sections: number) => {
  const ledger = ledgerOf(world);
  const all = { where: 'pk = :pk', consistent: true };
  const registrations: SeatEntry[] = [];
  for (const pk of partitionsOf({ id: eventId, sections }))
    for (const r of await world.db.all(entryItems, { ...all, values: { ':pk': pk } }))
      registrations.push(r as SeatEntry);
  const { pools } = await ledger.room(eventId);
  return { pools, blocks: await ledger.blocks(eventId), registrations };
};

const history = async (world: TestWorld, commands: readonly Command[], seed: number, sections: number) => {
  const chance = random(seed);
  const luck = { on: false };
  const eventId = newId('event', world.now());
  const setStatus = async (status: 'published' | 'postponed') => {
    await world.db.update(eventsTable, { pk: eventId, sk: 'event' }, { set: { status } });
  };
  await world.db.put(eventsTable, {
    pk: eventId,
    sk: 'event',
    id: eventId,
    sections,
    status: 'published',
  } as never);
  const setStart = async (startsAt: string) => {
    await world.db.update(eventsTable, { pk: eventId, sk: 'event' }, { set: { startsAt } });
  };
  const answers = new Map<number, Awaited<ReturnType<Actors['answerOf']>>>();
  const seen = new Set<string>();
  const markPresent = async ({ pk, sk }: { pk: string; sk: string }, day: number) => {
    const found = await ledgerOf(world).registration({ pk, sk });
    if (!found || !('status' in found) || found.came?.[day]) return;
    const asRead = whereCame(found.came);
    const { ok } = await world.db.updateIf(
      entryItems,
      { pk, sk },
      {
        set: { came: { ...found.came, [day]: iso(world.now()) } },
        if: `#status = :confirmed AND ${asRead.if}`,
        names: { '#status': 'status' },
        values: { ':confirmed': 'confirmed', ...asRead.values },
      },
    );
    if (ok) seen.add(`${pk}|${sk}|${day}`);
  };
  const actors: Actors = {
    eventId,
    sections,
    ledger: () => unlucky(ledgerOf(world), chance, luck),
    setStatus,
    setStart,
    keepAnswer: async (body, people) => {
      const before = answers.get(body);
      const known = new Set([...(before?.known ?? []), ...people]);
      answers.set(body, { version: (before?.version ?? 0) + 1, people, known });
    },
    answerOf: async (body) => answers.get(body)!,
    markPresent,
    // These events are small: they have no summary, and how often it was wrong is the model's to say.
    spoilSummary: () => undefined,
    tick: () => 0,
    toldFull: () => undefined,
    answered: new Map(),
    disturbed: new Set(),
  };
  await resizePool(ledgerOf(world), eventId, { pool: 'open' }, 3);
  await resizePool(ledgerOf(world), eventId, { pool: 'unt_a' }, 2);
  luck.on = true;
  let open: Promise<unknown>[] = [];
  const failures: unknown[] = [];
  const settle = async () => {
    for (const outcome of await Promise.allSettled(open))
      if (outcome.status === 'rejected' && !(outcome.reason instanceof Died)) failures.push(outcome.reason);
    open = [];
  };
  for (const c of commands) {
    if (c.do === 'pass') {
      await settle();
      world.clock.forward(c.ms);
    } else if (c.do === 'run' || c.do === 'age') await settle();
    else open.push(perform(actors, c));
  }
  await settle();
  luck.on = false;
  for (let i = 0; i < 4; i++) {
    world.clock.forward(GRACE_MS + 1_000);
    await reconcileEvent(actors.ledger(), eventId);
  }
  const snapshot = await snapshotOf(world, eventId, sections);
  const event = (await ledgerOf(world).room(eventId)).event;
  return [
    ...failures,
    ...atRest({ ...snapshot, seen }, event?.status !== 'published' || isLate(event, world.now())),
    ...nobodyLost(snapshot, actors.answered, actors.disturbed),
  ];
};

describe('the seat ledger on the embedded DynamoDB', () => {
  const world = useWorld();

  test(`keeps every invariant over ${HISTORIES} random histories of real calls`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(command, { minLength: 10, maxLength: 50, size: 'max' }),
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        fc.constantFrom(1, 2),
        async (commands, seed, sections) => {
          expect(await history(world, commands, seed, sections)).toEqual([]);
        },
      ),
      { numRuns: HISTORIES, interruptAfterTimeLimit: 240_000 },
    );
  });
});

import { LostAnswer } from '../../../functions/platform/store/outcome';
import type { Ledger } from '../../../functions/seats/ledger/ledger';
import { isLate, lateFrom } from '../../../functions/seats/ledger/room';
import { resizePool } from '../../../functions/seats/protocol/capacity';
import { seatParty } from '../../../functions/seats/protocol/party';
import { GRACE_MS, reconcileEvent } from '../../../functions/seats/protocol/reconcile';
import { type Actors, type Command, POOLS, partyOf, perform } from './commands';
import { alwaysTrue, atRest, guestsWrong, nobodyLost, sharesLeft, sharesWrong } from './invariants';
import { failingOnce } from './never-sent';
import { type Flaw, markPresent, Store, simulatedLedger } from './simulated-ledger';
import { type Faults, random, Simulation } from './simulation';

export const FAULTS: Faults = { lost: 0.04, crash: 0.015 };
export const EVERY_FAULT: Faults = { ...FAULTS, unsent: 0.01 };
export const UNSENT: Faults = { lost: 0, crash: 0, unsent: 0.1 };
const NONE: Faults = { lost: 0, crash: 0, unsent: 0 };

/** Most requests begin with these: the rarer writes must fail as often. */
const OFTEN = new Set(['claim', 'mark', 'enter']);

/** One request's calls, of which one may fail before it is sent. */
const requestOn = (sim: Simulation, store: Store, flaw?: Flaw): Ledger =>
  failingOnce(
    simulatedLedger(sim, store, flaw),
    // Where nothing is to fail no chance is drawn: a seed gives the same history as before.
    (name) => Boolean(sim.faults.unsent) && sim.chance() < sim.faults.unsent! * (OFTEN.has(name) ? 1 : 4),
    flaw === 'unsent-is-lost' ? (name) => new LostAnswer(name) : undefined,
  );

interface Run {
  flaw?: Flaw;
  faults?: Faults;
  sections?: number;
  /** Every process knows from the beginning that the event is large; otherwise some do. */
  isLarge?: boolean;
}

/** Runs one history on the simulated store. @returns what was found wrong, and which branches were taken */
export const runHistory = async (
  commands: readonly Command[],
  seed: number,
  { flaw, faults = FAULTS, sections = 1, isLarge = false }: Run = {},
): Promise<{ wrong: string[]; branches: Map<string, number> }> => {
  const chance = random(seed);
  const sim = new Simulation(chance, { ...NONE });
  const store = new Store();
  store.event = { ...store.event, sections };
  store.isLarge = isLarge;
  const actors: Actors = {
    eventId: 'evt_sim',
    sections,
    ledger: () => requestOn(sim, store, flaw),
    setStatus: async (status) => {
      store.event = { ...store.event, status };
    },
    setStart: async (startsAt) => {
      store.event = { ...store.event, startsAt };
      store.movedAt = sim.tick;
    },
    markPresent: (ref, day) => markPresent(sim, store, ref, day),
    keepAnswer: (body, people) =>
      sim.call(sim.time, true, () => {
        const before = store.answers.get(body);
        const known = new Set([...(before?.known ?? []), ...people]);
        store.answers.set(body, { version: (before?.version ?? 0) + 1, people, known });
      }),
    answerOf: (body) =>
      sim.call(sim.time, false, () => {
        const found = store.answers.get(body)!;
        return flaw === 'party-looks-once' ? { ...found, version: 0 } : found;
      }),
    spoilSummary: (open) => {
      if (!open) return void delete store.summary;
      const pools = POOLS.map((pool) => [pool, { size: 9, held: 0, open: [...open] }]);
      store.summary = { at: sim.time, blocks: 2, pools: Object.fromEntries(pools), counted: {} };
    },
    tick: () => sim.tick,
    toldFull: (sk, pools, since) => {
      for (const pool of pools)
        if ((store.roomSince.get(pool) ?? Number.POSITIVE_INFINITY) <= since)
          store.complaints.push(`${sk} was told that ${pool} is full, and it had a seat all the time`);
    },
    answered: new Map(),
    disturbed: new Set(),
  };
  const snapshot = () => ({
    pools: [...store.pools.values()],
    blocks: [...store.blocks.values()],
    registrations: store.all,
    seen: store.seen,
  });
  const prepare = Promise.all([resizePool(simulatedLedger(sim, store), 'evt_sim', { pool: 'open' }, 3)]);
  await sim.drain();
  await prepare;
  await Promise.all([
    (async () => {
      const quota = resizePool(simulatedLedger(sim, store), 'evt_sim', { pool: 'unt_a' }, 2);
      await sim.drain();
      await quota;
    })(),
  ]);

  Object.assign(sim.faults, faults);
  const failures: unknown[] = [];
  const look = () => {
    store.complaints.push(...alwaysTrue(snapshot()), ...sharesWrong(store));
  };
  let cutOff = 0;
  for (const c of commands) {
    if (c.do === 'pass') cutOff += sim.pass(c.ms);
    else if (c.do === 'age') {
      await sim.drain();
      perform(actors, { do: 'reconcile' }).catch((error) => failures.push(error));
      await sim.drain();
      cutOff += sim.pass(GRACE_MS + 1_000);
    } else if (c.do === 'run') {
      for (let i = 0; i < c.steps && sim.busy; i++) await sim.step();
      look();
    } else perform(actors, c).catch((error) => failures.push(error));
    if (store.complaints.length || failures.length) break;
  }
  store.crashed = Boolean(faults.lost || faults.crash || faults.unsent || cutOff);
  Object.assign(sim.faults, NONE);
  await sim.drain();
  look();
  // Where no answer was lost, no process died and the event stands, the protocol needs no reconciliation. A write
  // that was never sent may leave a free seat to the next settling, never a claim that no registration names.
  const blocks = [...store.blocks.values()];
  const stands =
    store.event.status === 'published' &&
    !isLate(store.event, sim.time) &&
    !blocks.some((b) => b.stopped || b.lateFrom !== lateFrom(store.event));
  if (!faults.lost && !faults.crash && !cutOff) store.complaints.push(...sharesLeft(store));
  if (!faults.lost && !faults.crash && !cutOff && stands)
    store.complaints.push(
      ...atRest(snapshot(), Boolean(faults.unsent)).filter((w) => !w.endsWith('nobody waits')),
    );

  // What the clock does for answers whose request died, or whose event stood still.
  for (const body of store.answers.keys()) {
    const leaving = {
      from: ['confirmed', 'waitlisted', 'pending'] as const,
      to: 'cancelled' as const,
      how: 'self' as const,
      exit: `end${body}`,
      at: '',
    };
    // Nothing went wrong and the event stood all the time: the seats followed without the clock.
    const calm = !store.crashed && stands && !commands.some((c) => c.do === 'stop');
    const due = calm ? guestsWrong(store) : [];
    store.complaints.push(...due);
    const done = seatParty(actors.ledger(), partyOf(actors, body, leaving)).catch((e) => failures.push(e));
    await sim.drain();
    await done;
  }
  for (let i = 0; i < 4; i++) {
    sim.pass(GRACE_MS + 1_000);
    const done = reconcileEvent(actors.ledger(), 'evt_sim').catch((error) => failures.push(error));
    await sim.drain();
    await done;
  }
  const standsStill = store.event.status !== 'published' || isLate(store.event, sim.time);
  const wrong = [
    ...store.complaints,
    ...failures.map((f) => `failed: ${f instanceof Error ? f.stack : String(f)}`),
    ...atRest(snapshot(), standsStill),
    ...(store.event.status === 'published' ? guestsWrong(store) : []),
    ...nobodyLost(snapshot(), actors.answered, actors.disturbed),
  ];
  return { wrong, branches: store.branches };
};

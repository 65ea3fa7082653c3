import { describe, expect, test } from 'vitest';
import { newId } from '../../functions/platform/keys/ids';
import type { SeatEntry } from '../../functions/seats/ledger/entry';
import { entryItems } from '../../functions/seats/tables/entry-tables';
import { ledgerOf } from '../../functions/seats/tables/ledger-tables';
import { blockItems, poolItems } from '../../functions/seats/tables/seat-tables';
import { useWorld } from '../support/world';
import { BLOCK, type Call, PORTS, type Port, type Scene, whole } from './ledger-calls';
import { Store, simulatedLedger } from './model/simulated-ledger';
import { random, Simulation } from './model/simulation';

/** Their own copies: the simulation changes what it holds. */
const itemsOf = (event: string, scene: Scene) => ofScene(event, structuredClone(scene));

const ofScene = (event: string, { block, pool, registrations = [] }: Scene) => ({
  blocks: block ? [{ pk: event, sk: BLOCK, pool: 'open', size: 1, count: 0, held: {}, ...block }] : [],
  pools: pool ? [{ pk: event, sk: 'pool#open', pool: 'open', ...pool }] : [],
  registrations: registrations.map((r) =>
    'pointsTo' in r ? { pk: `${event}#0`, ...r } : whole(event, r as Partial<SeatEntry>),
  ),
});

/** As both stores may be compared: without the hand, the minute and the seconds of claims. */
const plainly = (items: readonly object[]) =>
  items
    .map((item) => {
      const { by: _by, pk: _pk, updatedAt: _at, held, ...rest } = item as Record<string, unknown>;
      return {
        sk: rest.sk,
        ...rest,
        ...(held !== undefined && { held: Object.keys(held as object).sort() }),
      };
    })
    .sort((a, b) => String(a.sk).localeCompare(String(b.sk)));

const isDone = (answer: unknown) => answer === true || (answer as { ok?: boolean } | undefined)?.ok === true;

describe("the conditions of the ledger's calls", () => {
  const world = useWorld();

  const really = async (event: string, scene: Scene, call: Call) => {
    const { blocks, pools, registrations } = itemsOf(event, scene);
    for (const block of blocks) await world.db.put(blockItems, block);
    for (const pool of pools) await world.db.put(poolItems, pool);
    for (const entry of registrations) await world.db.put(entryItems, entry);
    const read = async () => {
      const where = { where: 'pk = :pk', consistent: true };
      return plainly([
        ...(await world.db.all(blockItems, { ...where, values: { ':pk': event } })),
        ...(await world.db.all(entryItems, { ...where, values: { ':pk': `${event}#0` } })),
      ]);
    };
    const before = await read();
    return { answer: await call(ledgerOf(world), event), before, after: await read() };
  };

  const simulated = async (event: string, scene: Scene, call: Call) => {
    const { blocks, pools, registrations } = itemsOf(event, scene);
    const sim = new Simulation(random(1), { lost: 0, crash: 0 });
    const store = new Store();
    for (const b of blocks) store.blocks.set(b.sk, b);
    for (const p of pools) store.pools.set(p.pool, p);
    for (const r of registrations) store.registrations.set(`${r.pk}|${r.sk}`, r);
    const read = () =>
      plainly([...store.blocks.values(), ...store.pools.values(), ...store.registrations.values()]);
    const before = read();
    const answer = call(simulatedLedger(sim, store), event);
    await sim.drain();
    return { answer: await answer, before, after: read() };
  };

  for (const [name, port] of Object.entries(PORTS)) {
    const done: Port['refused'] = { 'as it should': {}, ...port.done };
    for (const [when, c] of Object.entries(done))
      test(`${name} is done: ${when}`, async () => {
        const event = newId('event', world.now());
        const [given, call] = [c.given ?? port.given, c.call ?? port.call];
        const real = await really(event, given, call);
        expect(isDone(real.answer)).toBe(true);
        expect(real.after).not.toEqual(real.before);
        const simulation = await simulated(event, given, call);
        expect(isDone(simulation.answer)).toBe(true);
        expect(simulation.after).toEqual(real.after);
      });
    for (const [when, c] of Object.entries(port.refused))
      test(`${name} is refused: ${when}`, async () => {
        const event = newId('event', world.now());
        const [given, call] = [c.given ?? port.given, c.call ?? port.call];
        for (const ledger of [really, simulated]) {
          const { answer, before, after } = await ledger(event, given, call);
          expect(isDone(answer)).toBe(false);
          expect(after).toEqual(before);
        }
      });
  }
});

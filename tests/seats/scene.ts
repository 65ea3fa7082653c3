import type { SeatEntry } from '../../functions/seats/ledger/entry';
import type { Ledger } from '../../functions/seats/ledger/ledger';
import { admit } from '../../functions/seats/protocol/admit';
import { resizePool } from '../../functions/seats/protocol/capacity';
import { leave } from '../../functions/seats/protocol/leave';
import { reconcileEvent } from '../../functions/seats/protocol/reconcile';
import { atRest } from './model/invariants';
import { Store, simulatedLedger } from './model/simulated-ledger';
import { random, Simulation } from './model/simulation';

export const REF = { id: 'evt_sim', sections: 1 };

/** One event on the simulated store, with requests whose calls a test may get between. */
export const scene = async (seats: { open?: number; unt_a?: number }) => {
  const sim = new Simulation(random(3), { lost: 0, crash: 0 });
  const store = new Store();
  const done = async <T>(request: Promise<T>): Promise<T> => {
    const settled = request.then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    await sim.drain();
    const outcome = await settled;
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  };
  const ledger = (between: Partial<Ledger> = {}): Ledger => ({ ...simulatedLedger(sim, store), ...between });
  for (const [pool, size] of Object.entries(seats)) await done(resizePool(ledger(), REF.id, { pool }, size));
  const person = (n: number, over: Partial<SeatEntry> = {}): SeatEntry => ({
    pk: `${REF.id}#0`,
    sk: `p${n}`,
    id: `reg_sim_0_p${n}`,
    eventId: REF.id,
    status: 'pending',
    turn: 1,
    fullName: `Mẫu ${n}`,
    phone: `090000000${n}`,
    pools: ['open'],
    code: `10000000${n}`,
    version: 1,
    createdAt: new Date(sim.time).toISOString(),
    updatedAt: new Date(sim.time).toISOString(),
    ...over,
  });
  const comes = async (r: SeatEntry, l = ledger(), pending = false) =>
    admit(l, await l.room(REF.id), r, { pending });
  const goes = (n: number) =>
    leave(ledger(), person(n), {
      from: ['confirmed', 'waitlisted', 'pending'],
      to: 'cancelled',
      how: 'self',
      exit: `x${n}`,
      at: '',
    });
  const at = (n: number) => store.registrations.get(`${REF.id}#0|p${n}`) as SeatEntry;
  const wrong = () =>
    atRest(
      {
        pools: [...store.pools.values()],
        blocks: [...store.blocks.values()],
        registrations: store.all,
      },
      false,
    ).filter((w) => !w.endsWith('nobody waits'));
  const held = () => [...store.blocks.values()].flatMap((b) => Object.keys(b.held));
  const took = (branch: string) => (store.branches.get(branch) ?? 0) > 0;
  return { sim, store, done, ledger, person, comes, goes, at, wrong, held, took };
};

export const reconcileAt = async ({ sim, done, ledger }: Awaited<ReturnType<typeof scene>>, ms: number) => {
  sim.pass(ms);
  return done(reconcileEvent(ledger(), REF.id));
};

import { describe, expect, test } from 'vitest';
import { resizePool } from '../../functions/seats/protocol/capacity';
import { GRACE_MS, reconcileEvent } from '../../functions/seats/protocol/reconcile';
import { REF, reconcileAt, scene } from './scene';

describe('reconciliation', () => {
  /** After a restore: a person's claim is missing from its block. */
  const bereft = async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    const block = [...s.store.blocks.values()][0]!;
    block.held = {};
    block.count = 0;
    return { s, block };
  };

  test('seats a person whose claim was lost again, at the second look', async () => {
    const { s } = await bereft();
    expect(await reconcileAt(s, 0)).toMatchObject({ reseated: 0, unseated: [] });
    expect(await reconcileAt(s, GRACE_MS - 1)).toMatchObject({ reseated: 0, unseated: [] });
    expect(await reconcileAt(s, 1)).toMatchObject({ reseated: 1, unseated: [] });
    expect(s.took('seated again')).toBe(true);
    expect(s.wrong()).toEqual([]);
  });

  test('names a person for whom there is no seat, and seats them when there is one', async () => {
    const { s, block } = await bereft();
    block.size = 0;
    await reconcileAt(s, 0);
    expect(await reconcileAt(s, GRACE_MS)).toMatchObject({ reseated: 0, unseated: ['reg_sim_0_p1'] });
    expect(s.took('no seat to give again')).toBe(true);
    await s.done(resizePool(s.ledger(), REF.id, { pool: 'open' }, 1));
    expect(await reconcileAt(s, 1)).toMatchObject({ reseated: 1, unseated: [] });
    expect(s.wrong()).toEqual([]);
  });

  test('gives the seat on where they left while it was found', async () => {
    const { s } = await bereft();
    await reconcileAt(s, 0);
    s.sim.pass(GRACE_MS);
    const l = s.ledger();
    const late = s.ledger({
      reseat: async (...args) => {
        await s.goes(1);
        return l.reseat(...args);
      },
    });
    await s.done(reconcileEvent(late, REF.id));
    expect(s.took('reseat refused')).toBe(true);
    expect(s.held()).toEqual([]);
  });

  test('leaves a claim that a registration names since the list was read', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    // Twice the list was read while the claim passed from one section to another.
    const passing = () => s.ledger({ async *seated() {} });
    for (let i = 0; i < 2; i++) {
      await s.done(reconcileEvent(passing(), REF.id));
      s.sim.pass(GRACE_MS);
    }
    expect(s.at(1).status).toBe('confirmed');
    expect(s.wrong()).toEqual([]);
  });

  test('gives up an orphaned claim only when no request can still hold it', async () => {
    const s = await scene({ open: 1 });
    const [block] = s.store.blocks.keys();
    await s.done(s.ledger().claim(REF.id, { id: 'orphan', block: block!, pool: 'open' }));
    await reconcileAt(s, 0);
    // No request lives longer than the API's Lambda: half a minute.
    await reconcileAt(s, 30_000);
    expect(s.held()).toEqual(['orphan']);
    await reconcileAt(s, GRACE_MS);
    expect(s.held()).toEqual([]);
  });

  /** A person waited and left: the mark is still set, and a first look saw it. */
  const marked = async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    await s.done(s.comes(s.person(2)));
    await s.done(s.goes(2));
    await reconcileAt(s, 0);
    return s;
  };
  const isMarked = (s: Awaited<ReturnType<typeof scene>>) => s.store.pools.get('open')?.wait !== undefined;

  test('clears a mark at the second look, not at the first', async () => {
    const s = await marked();
    await reconcileAt(s, GRACE_MS - 1);
    expect(isMarked(s)).toBe(true);
    await reconcileAt(s, 1);
    expect(isMarked(s)).toBe(false);
  });

  test('leaves a mark that was set again between its looks', async () => {
    const s = await marked();
    s.sim.pass(GRACE_MS - 1_000);
    await s.done(s.comes(s.person(3)));
    await s.done(s.goes(3));
    await reconcileAt(s, 1_000);
    expect(isMarked(s)).toBe(true);
  });

  test('leaves a mark that is set again while it looks, by a person about to wait', async () => {
    const s = await marked();
    s.sim.pass(GRACE_MS);
    const l = s.ledger();
    const late = s.ledger({
      unmark: async (...args) => {
        await s.comes(s.person(3));
        return l.unmark(...args);
      },
    });
    await s.done(reconcileEvent(late, REF.id));
    expect(s.took('mark set again')).toBe(true);
    expect(isMarked(s)).toBe(true);
    expect(s.wrong()).toEqual([]);
  });

  test('clears no mark that a request read before and relies on', async () => {
    const s = await marked();
    // As old as a mark may be for who relies on it, and a little older: both join while it is cleared.
    for (const age of [GRACE_MS - 1, GRACE_MS]) {
      s.sim.pass(age === GRACE_MS ? 1 : age);
      const l = s.ledger();
      const joins = s.ledger({
        enter: async (r, over) => {
          await reconcileEvent(s.ledger(), REF.id);
          return l.enter(r, over);
        },
      });
      await s.done(s.comes(s.person(4), joins));
      expect(s.wrong()).toEqual([]);
      await s.done(s.goes(4));
    }
  });
});

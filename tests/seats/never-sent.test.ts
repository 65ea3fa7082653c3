import { describe, expect, test } from 'vitest';
import { LostAnswer } from '../../functions/platform/store/outcome';
import type { Ledger } from '../../functions/seats/ledger/ledger';
import { admit } from '../../functions/seats/protocol/admit';
import { resizePool } from '../../functions/seats/protocol/capacity';
import { decide } from '../../functions/seats/protocol/decide';
import { leave } from '../../functions/seats/protocol/leave';
import { GRACE_MS, reconcileEvent } from '../../functions/seats/protocol/reconcile';
import { failingOnce, NeverSent } from './model/never-sent';
import { REF, reconcileAt, scene } from './scene';

type Scene = Awaited<ReturnType<typeof scene>>;

/** Claims that the blocks hold and no confirmed registration names: seats that are gone for everybody. */
const ghosts = (s: Scene): string[] => {
  const named = s.store.all.flatMap((r) => (r.status === 'confirmed' ? [r.claim!.id] : []));
  return s.held().filter((id) => !named.includes(id));
};
const failing = (s: Scene, call: string): Ledger => failingOnce(s.ledger(), (name) => name === call);
const leaving = { from: ['confirmed'], to: 'cancelled', how: 'self', exit: 'x', at: '' } as const;

/** One person seated, one waiting. */
const full = async () => {
  const s = await scene({ open: 1 });
  for (const n of [1, 2]) await s.done(s.comes(s.person(n)));
  return s;
};

describe('a claim whose next write fails before it is sent', () => {
  test('is given up by a registration', async () => {
    const s = await scene({ open: 1 });
    await expect(s.done(s.comes(s.person(1), failing(s, 'enter')))).rejects.toThrow(NeverSent);
    expect([s.held(), s.took('claim undone')]).toEqual([[], true]);
  });

  test('goes to the next in the queue where people wait by then', async () => {
    const s = await scene({ open: 1 });
    const l = failing(s, 'enter');
    const late: Ledger = {
      ...s.ledger(),
      enter: async (r, over) => {
        await s.comes(s.person(2));
        return l.enter(r, over);
      },
    };
    await expect(s.done(s.comes(s.person(1), late))).rejects.toThrow(NeverSent);
    expect(s.at(2).status).toBe('confirmed');
    expect(s.wrong()).toEqual([]);
  });

  test('is given up by an approval, which may be asked again', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1), s.ledger(), true));
    await expect(s.done(decide(failing(s, 'decide'), s.at(1)))).rejects.toThrow(NeverSent);
    expect([s.held(), s.at(1).status]).toEqual([[], 'pending']);
    await s.done(decide(s.ledger(), s.at(1)));
    expect(s.at(1).status).toBe('confirmed');
  });

  test.each(['swap', 'confirm'])('is freed by a cancellation that cannot %s it', async (call) => {
    const s = await full();
    await expect(s.done(leave(failing(s, call), s.person(1), leaving))).rejects.toThrow(NeverSent);
    expect([s.held(), s.at(2).status]).toEqual([[], 'waitlisted']);
    // The mark still keeps the free seat for the queue.
    await s.done(s.comes(s.person(3)));
    expect([s.at(2).status, s.at(3).status]).toEqual(['confirmed', 'waitlisted']);
    expect(s.wrong()).toEqual([]);
  });

  test('is freed by a cancellation whose removal failed the first time', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    await expect(s.done(leave(failing(s, 'remove'), s.person(1), leaving))).rejects.toThrow(NeverSent);
    expect(s.held()).toEqual([]);
  });

  test('is freed by settling, once for each time it is tried', async () => {
    const s = await full();
    const never: Ledger = { ...s.ledger(), confirm: () => Promise.reject(new NeverSent('confirm')) };
    await expect(s.done(resizePool(never, REF.id, { pool: 'open' }, 3))).rejects.toThrow(NeverSent);
    expect([ghosts(s), s.at(2).status]).toEqual([[], 'waitlisted']);
    await s.done(resizePool(s.ledger(), REF.id, { pool: 'open' }, 3));
    expect(s.at(2).status).toBe('confirmed');
    expect(s.wrong()).toEqual([]);
  });

  test('is given up by a reconciliation that seats a person again', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    const block = [...s.store.blocks.values()][0]!;
    Object.assign(block, { held: {}, count: 0 });
    await reconcileAt(s, 0);
    s.sim.pass(GRACE_MS);
    await expect(s.done(reconcileEvent(failing(s, 'reseat'), REF.id))).rejects.toThrow(NeverSent);
    expect(s.held()).toEqual([]);
    expect(await reconcileAt(s, 1)).toMatchObject({ reseated: 1 });
    expect(s.wrong()).toEqual([]);
  });
});

describe('a write whose answer was lost', () => {
  test('stays lost where reading it back certainly fails: its claim is not given up', async () => {
    const s = await scene({ open: 1 });
    const l = s.ledger();
    const blind: Ledger = {
      ...l,
      enter: async (r, over) => {
        await l.enter(r, over);
        throw new LostAnswer('landed');
      },
      registration: () => Promise.reject(new TypeError('unreadable')),
    };
    const room = await s.done(l.room(REF.id));
    await expect(s.done(admit(blind, room, s.person(1)))).rejects.toThrow(LostAnswer);
    expect(s.at(1).status).toBe('confirmed');
    expect(s.wrong()).toEqual([]);
  });

  test('stays lost in a promotion too', async () => {
    const s = await full();
    const l = s.ledger();
    const blind: Ledger = {
      ...l,
      confirm: async (...args) => {
        await l.confirm(...args);
        throw new LostAnswer('landed');
      },
      registration: () => Promise.reject(new TypeError('unreadable')),
    };
    await expect(s.done(leave(blind, s.person(1), leaving))).rejects.toThrow(LostAnswer);
    expect(s.at(2).status).toBe('confirmed');
    expect(s.wrong()).toEqual([]);
  });
});

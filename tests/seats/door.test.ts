import { describe, expect, test } from 'vitest';
import { LostAnswer } from '../../functions/platform/store/outcome';
import { resizePool } from '../../functions/seats/protocol/capacity';
import { letIn, letInWaiting } from '../../functions/seats/protocol/let-in';
import { setStopped } from '../../functions/seats/protocol/stop';
import { unseat } from '../../functions/seats/protocol/unseat';
import { NeverSent } from './model/never-sent';
import { REF, scene } from './scene';

type Scene = Awaited<ReturnType<typeof scene>>;

/** Lets a person in who is not registered. */
const walksIn = async (s: Scene, n: number, beyond = true, ledger = s.ledger()) =>
  letIn(ledger, await ledger.room(REF.id), s.person(n, { how: 'door' }), { beyond });
const waiting = (s: Scene, n: number) => ({ ...s.at(n), queuedAt: s.at(n).queuedAt! });
const seated = (s: Scene, n: number) => ({ ...s.at(n), claim: s.at(n).claim! });
/** The place of a person in the queue, by the order in which they came. */
const placeOf = (n: number) => `2026-11-16T01:00:00.00${n}Z#0000`;
const size = (s: Scene) => [...s.store.blocks.values()].reduce((sum, b) => sum + b.size, 0);

describe('letting in at the door', () => {
  test('gives a free seat where no person waits', async () => {
    const s = await scene({ open: 2 });
    expect(await s.done(walksIn(s, 1, false))).toMatchObject({ ok: true, registration: { how: 'door' } });
    expect(size(s)).toBe(2);
  });

  test('gives none beyond the number until the organizer says so', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    expect(await s.done(walksIn(s, 2, false))).toEqual({ ok: false });
    expect(await s.done(walksIn(s, 2))).toMatchObject({ ok: true, registration: { status: 'confirmed' } });
    expect([size(s), s.held().length]).toEqual([2, 2]);
    expect(s.wrong()).toEqual([]);
  });

  test('takes nothing from the queue: the added seat passes over it, the next free one does not', async () => {
    const s = await scene({ open: 1 });
    for (const n of [1, 2]) await s.done(s.comes(s.person(n)));
    await s.done(walksIn(s, 3));
    expect([s.at(2).status, s.at(3).status]).toEqual(['waitlisted', 'confirmed']);
    await s.done(s.goes(1));
    expect(s.at(2).status).toBe('confirmed');
    expect(s.wrong()).toEqual([]);
  });

  test('adds a block where the pool has none, and no seat beyond a full block', async () => {
    const s = await scene({});
    expect(await s.done(walksIn(s, 1))).toMatchObject({ ok: true });
    await s.done(resizePool(s.ledger(), REF.id, { pool: 'open' }, 25));
    for (let n = 2; n <= 26; n++) await s.done(walksIn(s, n));
    expect([...s.store.blocks.values()].map((b) => [b.size, b.count])).toEqual([
      [25, 25],
      [1, 1],
    ]);
  });

  test('leaves no seat behind where the person is registered already', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    expect(await s.done(walksIn(s, 1))).toMatchObject({ ok: false, found: { sk: 'p1' } });
    expect([size(s), s.held()]).toEqual([1, [s.at(1).claim!.id]]);
  });

  test('leaves no seat behind where the registration was certainly not written', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    const failing = s.ledger({ enter: () => Promise.reject(new NeverSent('enter')) });
    await expect(s.done(walksIn(s, 2, true, failing))).rejects.toThrow(NeverSent);
    expect([size(s), s.held().length]).toEqual([1, 1]);
  });

  test('keeps the seat after a lost answer, since the registration may name it', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    const lossy = s.ledger({ enter: () => Promise.reject(new LostAnswer('enter')) });
    await expect(s.done(walksIn(s, 2, true, lossy))).rejects.toThrow(LostAnswer);
    expect(s.held()).toHaveLength(2);
  });

  test('gives no seat of an event that is postponed, also where it is postponed in between', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    const l = s.ledger();
    const late = s.ledger({
      grow: async (e, c) => {
        s.store.event = { ...s.store.event, status: 'postponed' };
        await setStopped(l, e, true);
        return l.grow(e, c);
      },
    });
    expect(await s.done(walksIn(s, 2, true, late))).toEqual({ ok: false });
    expect([s.took('grow refused'), size(s)]).toEqual([true, 1]);
  });

  test('seats a person who waits, past the others', async () => {
    const s = await scene({ open: 1 });
    for (const n of [1, 2, 3]) await s.done(s.comes(s.person(n)));
    expect(await s.done(letInWaiting(s.ledger(), waiting(s, 3)))).toBe(true);
    expect(s.at(3)).toMatchObject({ status: 'confirmed', how: 'door' });
    expect([s.at(2).status, size(s)]).toEqual(['waitlisted', 2]);
    expect(s.wrong()).toEqual([]);
  });

  test('adds no seat for a person who left the queue in between', async () => {
    const s = await scene({ open: 1 });
    for (const n of [1, 2]) await s.done(s.comes(s.person(n)));
    const asWaiting = waiting(s, 2);
    await s.done(s.goes(2));
    expect(await s.done(letInWaiting(s.ledger(), asWaiting))).toBe(false);
    expect([size(s), s.held().length]).toEqual([1, 1]);
  });
});

describe('taking a seat away that was given by mistake', () => {
  test('puts the person at the head of the queue, in the order in which they came', async () => {
    const s = await scene({ open: 3 });
    for (const n of [1, 2, 3, 4]) await s.done(s.comes(s.person(n)));
    for (const n of [3, 2]) expect(await s.done(unseat(s.ledger(), seated(s, n), placeOf(n)))).toBe(true);
    expect([1, 2, 3, 4].map((n) => s.at(n).status)).toEqual([
      'confirmed',
      'waitlisted',
      'waitlisted',
      'waitlisted',
    ]);
    expect(size(s)).toBe(1);
    await s.done(s.goes(1));
    expect([2, 3, 4].map((n) => s.at(n).status)).toEqual(['confirmed', 'waitlisted', 'waitlisted']);
    expect(s.wrong()).toEqual([]);
  });

  test('lets no later request pass them while the seat is taken away', async () => {
    const s = await scene({ open: 2 });
    for (const n of [1, 2]) await s.done(s.comes(s.person(n)));
    const l = s.ledger();
    const slow = s.ledger({
      shrink: async (e, c) => {
        await s.comes(s.person(3));
        return l.shrink(e, c);
      },
    });
    await s.done(unseat(slow, seated(s, 2), placeOf(2)));
    expect([s.at(2).status, s.at(3).status]).toEqual(['waitlisted', 'waitlisted']);
    expect(s.wrong()).toEqual([]);
  });

  test('does nothing to a person who has left in between, or sits elsewhere', async () => {
    const s = await scene({ open: 2 });
    for (const n of [1, 2]) await s.done(s.comes(s.person(n)));
    const before = seated(s, 2);
    await s.done(s.goes(2));
    await s.done(s.comes(s.person(2)));
    expect(await s.done(unseat(s.ledger(), before, placeOf(2)))).toBe(false);
    expect([s.at(2).status, size(s), s.took('unseat refused')]).toEqual(['confirmed', 2, true]);
  });

  test('gives the seat to the queue where it could certainly not be taken away', async () => {
    const s = await scene({ open: 2 });
    for (const n of [1, 2]) await s.done(s.comes(s.person(n)));
    const failing = s.ledger({ shrink: () => Promise.reject(new NeverSent('shrink')) });
    await expect(s.done(unseat(failing, seated(s, 2), placeOf(2)))).rejects.toThrow(NeverSent);
    expect([s.at(2).status, size(s)]).toEqual(['confirmed', 2]);
    expect(s.wrong()).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { LostAnswer } from '../../functions/platform/store/outcome';
import type { Ledger } from '../../functions/seats/ledger/ledger';
import { admit } from '../../functions/seats/protocol/admit';
import { relabelPool, resizePool } from '../../functions/seats/protocol/capacity';
import { decide } from '../../functions/seats/protocol/decide';
import { exchange } from '../../functions/seats/protocol/exchange';
import { giveUp } from '../../functions/seats/protocol/give-up';
import { leave } from '../../functions/seats/protocol/leave';
import { setStopped } from '../../functions/seats/protocol/stop';
import { REF, scene } from './scene';

describe('calls of the protocol that fall between each other', () => {
  test('a refused claim is followed by a second look at the room', async () => {
    const s = await scene({ open: 1 });
    const l = s.ledger();
    let first = true;
    const late = s.ledger({
      claim: async (e, c) => {
        if (first) {
          first = false;
          await s.comes(s.person(1));
          await l.addBlock(e, { sk: 'block#0002', pool: 'open', size: 1 });
        }
        return l.claim(e, c);
      },
    });
    expect(await s.done(s.comes(s.person(2), late))).toMatchObject({
      registration: { status: 'confirmed', claim: { block: 'block#0002' } },
    });
    expect([s.took('claim refused'), s.took('too many claims refused')]).toEqual([true, false]);
  });

  test('a person refused by a crowd again and again queues, is settled, and is answered with the seat', async () => {
    const s = await scene({ open: 1 });
    const l = s.ledger();
    let refusals = 0;
    const crowd = s.ledger({ claim: async (e, c) => (++refusals <= 12 ? false : l.claim(e, c)) });
    const admitted = await s.done(s.comes(s.person(1, { how: 'direct' }), crowd));
    expect(s.took('too many claims refused')).toBe(true);
    expect(admitted).toMatchObject({ ok: true, registration: { status: 'confirmed', how: 'direct' } });
    expect(s.at(1)).toMatchObject({ status: 'confirmed', how: 'direct' });
  });

  test('a seat that the request of a newcomer passes on to them is answered as theirs', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    await s.done(s.comes(s.person(2)));
    const l = s.ledger();
    const room = await s.done(l.room(REF.id));
    // A seat more, and who waits leaves in between: settling is refused, giving up finds the newcomer.
    let first = true;
    const late = s.ledger({
      enter: async (r, over) => {
        const entered = await l.enter(r, over);
        await l.addBlock(REF.id, { sk: 'block#0002', pool: 'open', size: 1 });
        return entered;
      },
      confirm: async (w, c, how) => {
        if (first) await s.goes(2);
        first = false;
        return l.confirm(w, c, how);
      },
    });
    const admitted = await s.done(admit(late, room, s.person(3, { how: 'direct' })));
    expect(admitted).toMatchObject({ registration: { status: 'confirmed', how: 'direct' } });
    expect([s.took('settle confirm refused'), s.at(3).status]).toEqual([true, 'confirmed']);
  });

  test('a resume that comes between a refused swap and the look at the block loses no person', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    await s.done(s.comes(s.person(2)));
    const l = s.ledger();
    await s.done(setStopped(s.ledger(), REF.id, true));
    const { claim } = s.at(1);
    const goes = s.ledger({
      block: async (e, b) => {
        await setStopped(l, e, false);
        return l.block(e, b);
      },
    });
    await s.done(
      leave(goes, s.person(1), { from: ['confirmed'], to: 'cancelled', how: 'self', exit: 'x', at: '' }),
    );
    expect(s.took('give-up looked again')).toBe(true);
    expect(s.at(2)).toMatchObject({ status: 'confirmed' });
    expect(s.held()).not.toContain(claim!.id);
  });

  test('a seat freed while stopped goes to the queue where the event went on meanwhile', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    await s.done(s.comes(s.person(2)));
    const l = s.ledger();
    await s.done(setStopped(s.ledger(), REF.id, true));
    const late = s.ledger({
      remove: async (e, c) => {
        await setStopped(l, e, false);
        return l.remove(e, c);
      },
    });
    await s.done(
      leave(late, s.person(1), { from: ['confirmed'], to: 'cancelled', how: 'self', exit: 'x', at: '' }),
    );
    expect(s.took('freed while stopped')).toBe(true);
    expect(s.at(2).status).toBe('confirmed');
    expect(s.wrong()).toEqual([]);
  });

  test('a promotion whose answer and write are both lost is no promotion', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    await s.done(s.comes(s.person(2)));
    const lossy = s.ledger({ confirm: () => Promise.reject(new LostAnswer('never landed')) });
    await expect(
      s.done(
        leave(lossy, s.person(1), { from: ['confirmed'], to: 'cancelled', how: 'self', exit: 'x', at: '' }),
      ),
    ).rejects.toThrow(LostAnswer);
    expect(s.at(2).status).toBe('waitlisted');
  });

  test('two hands that give up one claim pass it on once', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    for (const n of [2, 3]) await s.done(s.comes(s.person(n)));
    const { claim } = s.at(1);
    const l = s.ledger();
    await s.done(
      l.leave(s.person(1), { from: ['confirmed'], to: 'cancelled', how: 'self', exit: 'x', at: '' }),
    );
    let first = true;
    const late = s.ledger({
      swap: async (e, old, fresh) => {
        if (first) {
          first = false;
          await giveUp(l, REF, claim!);
        }
        return l.swap(e, old, fresh);
      },
    });
    await s.done(giveUp(late, REF, claim!));
    expect([s.at(2).status, s.at(3).status]).toEqual(['confirmed', 'waitlisted']);
    expect(s.took('another request was first')).toBe(true);
    expect(s.wrong()).toEqual([]);
  });

  test('an approval that comes too late gives its seat to the queue', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1), s.ledger(), true));
    const l = s.ledger();
    const late = s.ledger({
      decide: async (ref, turn, to) => {
        await s.goes(1);
        return l.decide(ref, turn, to);
      },
    });
    await expect(s.done(decide(late, s.at(1)))).rejects.toThrow('registration-not-pending');
    expect(s.held()).toEqual([]);
  });

  test('an approval to the queue finds the seat that came free meanwhile', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    await s.done(s.comes(s.person(2), s.ledger(), true));
    const l = s.ledger();
    const late = s.ledger({
      decide: async (ref, turn, to) => {
        await s.goes(1);
        return l.decide(ref, turn, to);
      },
    });
    await s.done(decide(late, s.at(2)));
    expect(s.at(2)).toMatchObject({ status: 'confirmed', how: 'approved' });
  });

  test('a replacement is sent again as the same one, and told as done where the first came late', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    const l = s.ledger();
    const tokens: string[] = [];
    const late = s.ledger({
      exchange: async (old, substitute, token) => {
        tokens.push(token);
        if (tokens.length === 1) throw new LostAnswer('on its way');
        await l.exchange(old, substitute, tokens[0]!);
        return l.exchange(old, substitute, token);
      },
    });
    expect(await s.done(exchange(late, s.at(1), s.person(2)))).toMatchObject({
      sk: 'p2',
      status: 'confirmed',
    });
    expect(s.took('exchange repeated')).toBe(true);
    expect(s.wrong()).toEqual([]);
  });

  test('a place in both queues passes with its pools, whatever pools the substitute would have had', async () => {
    const s = await scene({ open: 0, unt_a: 0 });
    await s.done(s.comes(s.person(1, { pools: ['unt_a', 'open'] })));
    const { queuedAt, place, unitPlace } = s.at(1);
    expect([place, unitPlace]).toEqual([`wait#open#${queuedAt}`, `wait#unt_a#${queuedAt}`]);
    await s.done(exchange(s.ledger(), s.at(1), s.person(2)));
    expect(s.at(2)).toMatchObject({ pools: ['unt_a', 'open'], queuedAt, place, unitPlace });
  });

  test('a person who is registered already gives the seat of their repeat back', async () => {
    const s = await scene({ open: 2 });
    await s.done(s.comes(s.person(1)));
    expect(await s.done(s.comes(s.person(1)))).toMatchObject({ ok: false, found: { sk: 'p1' } });
    expect(s.held()).toEqual([s.at(1).claim!.id]);
  });

  test('a seat that is free beside a queue is not taken by a later request', async () => {
    const s = await scene({ open: 0 });
    await s.done(s.comes(s.person(1)));
    const l = s.ledger();
    await s.done(l.addBlock(REF.id, { sk: 'block#0009', pool: 'open', size: 1 }));
    expect(await s.done(s.comes(s.person(2)))).toMatchObject({ registration: { status: 'waitlisted' } });
    expect(s.at(1).status).toBe('confirmed');
  });

  test('seats added while the event stands still are stopped like the others', async () => {
    const s = await scene({ open: 1 });
    s.store.event = { ...s.store.event, status: 'postponed' };
    await s.done(setStopped(s.ledger(), REF.id, true));
    await s.done(resizePool(s.ledger(), REF.id, { pool: 'open' }, 40));
    expect([...s.store.blocks.values()].map((b) => b.stopped)).toEqual([true, true]);
  });

  test('a quota that falls to the open pool, and an event that goes on, seat the people who wait', async () => {
    const s = await scene({ open: 0, unt_a: 1 });
    await s.done(s.comes(s.person(1)));
    await s.done(relabelPool(s.ledger(), REF.id, 'unt_a', 'open'));
    expect(s.at(1).status).toBe('confirmed');

    await s.done(s.comes(s.person(2)));
    await s.done(setStopped(s.ledger(), REF.id, true));
    await s.done(s.goes(1));
    expect(s.at(2).status).toBe('waitlisted');
    await s.done(setStopped(s.ledger(), REF.id, false));
    expect(s.at(2).status).toBe('confirmed');
  });

  test('two who release one quota at once relabel it once', async () => {
    const s = await scene({ unt_a: 1 });
    const l = s.ledger();
    const late = s.ledger({
      relabel: async (...args) => {
        await relabelPool(l, REF.id, 'unt_a', 'open');
        return l.relabel(...args);
      },
    });
    await s.done(relabelPool(late, REF.id, 'unt_a', 'open'));
    expect([s.took('relabelled'), s.took('relabel refused')]).toEqual([true, true]);
  });

  test('in a large event, a newcomer who left settles for the person who relied on them', async () => {
    const s = await scene({ open: 1 });
    await s.done(s.comes(s.person(1)));
    const l = s.ledger();
    s.store.isLarge = true;
    await s.done(l.roomAnew(REF.id));
    const comesTo = async (ledger: Ledger, n: number) =>
      admit(ledger, await ledger.anyRoom(REF.id), s.person(n));
    const between = s.ledger({
      // The seat becomes free after the newcomer has read that there is none, and before they wait.
      mark: async (...of) => {
        await s.goes(1);
        return l.mark(...of);
      },
      // The next person sees the newcomer ahead; then the newcomer leaves.
      enter: async (r, over) => {
        const entered = await l.enter(r, over);
        await comesTo(s.ledger(), 3);
        await s.goes(2);
        return entered;
      },
    });
    await s.done(comesTo(between, 2));
    expect([s.took('freed for nobody'), s.took('left to a person ahead')]).toEqual([true, true]);
    expect([s.at(2).status, s.at(3).status]).toEqual(['cancelled', 'confirmed']);
    expect(s.wrong()).toEqual([]);
  });
});

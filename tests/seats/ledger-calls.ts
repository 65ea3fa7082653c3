import { iso } from '../../functions/platform/time/dates';
import type { Pointer, SeatEntry } from '../../functions/seats/ledger/entry';
import type { Exchange, Leaving, Ledger, Replaced } from '../../functions/seats/ledger/ledger';
import type { Block, Pool } from '../../functions/seats/ledger/seats';
import { MONDAY } from '../support/world';

/** What stands in the tables before the call. */
export interface Scene {
  block?: Partial<Block>;
  pool?: Partial<Pool>;
  registrations?: (Partial<SeatEntry> | Omit<Pointer, 'pk'>)[];
}
export type Call = (ledger: Ledger, event: string) => Promise<unknown>;
/** A call that is done, and the same with one clause of its condition false, or the scene around it. */
export interface Port {
  given: Scene;
  call: Call;
  done?: Record<string, { given?: Scene; call?: Call }>;
  refused: Record<string, { given?: Scene; call?: Call }>;
}

export const BLOCK = 'block#0001';
const NONE: Scene = {};
const claim = (id: string, pool = 'open') => ({ id, block: BLOCK, pool });
const block = (over: Partial<Block> = {}): Scene => ({
  block: { pool: 'open', size: 2, count: 1, held: { c1: 1 }, ...over },
});
/** So many seats of the block are counted in a share. */
const counted = (n: number) => ({ n_1: n }) as Partial<Block>;
const QUEUED = '2026-11-16T02:00:00.000Z#0000aaaa';
/** The days on which a person was seen. */
const SEEN = { 1: iso(MONDAY) };
const LATER = '2026-11-16T02:00:00.000Z#0001bbbb';
const person = (status: SeatEntry['status'], over: Partial<SeatEntry> = {}): Partial<SeatEntry> => ({
  sk: 'p1',
  status,
  turn: 7,
  ...(status === 'confirmed' && { claim: claim('c1'), place: 'seat#c1' }),
  ...(status !== 'pending' && { queuedAt: QUEUED }),
  ...(status === 'waitlisted' && { place: `wait#open#${QUEUED}` }),
  ...over,
});
const of = (status: SeatEntry['status'], over: Partial<SeatEntry> = {}): Scene => ({
  registrations: [person(status, over)],
});
const POINTER: Scene = { registrations: [{ sk: 'p1', pointsTo: 'p9' }] };
/** Online instead of the seat, or the place in the queue, that was read. */
const sitsElsewhere =
  (status: SeatEntry['status']): Call =>
  (l, e) =>
    l.sitElsewhere(whole(e, person(status)), claim('c2', 'online'), { pools: ['online'] });
export const whole = (event: string, r: Partial<SeatEntry>): SeatEntry => ({
  pk: `${event}#0`,
  sk: 'p1',
  id: `reg_x_0_${r.sk ?? 'p1'}`,
  eventId: event,
  status: 'pending',
  turn: 1,
  fullName: 'Mẫu',
  phone: '0900000001',
  pools: ['open'],
  code: '100000001',
  version: 1,
  createdAt: iso(MONDAY),
  updatedAt: iso(MONDAY),
  ...r,
});
const at = (event: string, sk = 'p1') => ({ pk: `${event}#0`, sk });
const statuses = (but: SeatEntry['status'][], make: (s: SeatEntry['status']) => Scene = of) =>
  Object.fromEntries(
    (['pending', 'confirmed', 'waitlisted', 'cancelled', 'declined'] as const)
      .filter((s) => !but.includes(s))
      .map((s) => [`is ${s}`, { given: make(s) }]),
  );

const enters =
  (replaces?: Replaced): Call =>
  (l, e) =>
    l.enter(
      whole(e, person('confirmed', { code: '100000002', claim: claim('c2'), place: 'seat#c2' })),
      replaces,
    );
const leaves =
  (more: Pick<Leaving, 'proof' | 'unlessPresent'> = {}): Call =>
  (l, e) =>
    l.leave(at(e), {
      from: ['confirmed', 'waitlisted'],
      to: 'cancelled',
      how: 'self',
      exit: 'x1',
      at: iso(MONDAY),
      ...more,
    });
const decides: Call = (l, e) => l.decide(at(e), 7, { claim: claim('c2') });
const substitute = (e: string, old: Partial<SeatEntry>) =>
  whole(e, { ...old, sk: 'p2', id: 'reg_x_0_p2', turn: 1, code: '100000003' });
const exchanges =
  (old: Partial<SeatEntry>, how?: Exchange): Call =>
  (l, e) =>
    l.exchange(whole(e, old), substitute(e, old), `t1-${e.slice(-26)}`, how);
const beside = (status: SeatEntry['status'], came?: SeatEntry['came']): Scene => ({
  registrations: [
    person('confirmed'),
    { ...person(status), sk: 'p2', claim: claim('c3'), ...(came && { came }) },
  ],
});

export const PORTS: Record<string, Port> = {
  claim: {
    given: block(),
    call: (l, e) => l.claim(e, claim('c2')),
    done: {
      'and counted, the first of its share': {
        call: (l, e) => l.claim(e, claim('c2'), { attribute: 'n_1' }),
      },
      'and counted, below its part': {
        given: block({ size: 4, ...counted(1) }),
        call: (l, e) => l.claim(e, claim('c2'), { attribute: 'n_1', most: 2 }),
      },
      'and counted, beside the used part of another share': {
        given: block(counted(1)),
        call: (l, e) => l.claim(e, claim('c2'), { attribute: 'n_2', most: 1 }),
      },
    },
    refused: {
      "the share's part of the block is used": {
        given: block({ size: 4, ...counted(2) }),
        call: (l, e) => l.claim(e, claim('c2'), { attribute: 'n_1', most: 2 }),
      },
      'the share has no part of the block': {
        call: (l, e) => l.claim(e, claim('c2'), { attribute: 'n_1', most: 0 }),
      },
      'the block has another pool': { given: block({ pool: 'unt_a' }) },
      'every seat is held': { given: block({ size: 1 }) },
      'the block is stopped': { given: block({ stopped: true }) },
      'the claim is there already': { call: (l, e) => l.claim(e, claim('c1')) },
      'there is no such block': { given: NONE },
    },
  },
  swap: {
    given: block(),
    call: (l, e) => l.swap(e, claim('c1'), claim('c2')),
    done: { 'while it is not late': { given: block({ lateFrom: MONDAY + 1 }) } },
    refused: {
      'the block has another pool': { given: block({ pool: 'unt_a' }) },
      'the old claim is gone': { given: block({ held: { c9: 1 } }) },
      'the block is stopped': { given: block({ stopped: true }) },
      'it is late': { given: block({ lateFrom: MONDAY }) },
      'there is no such block': { given: NONE },
    },
  },
  remove: {
    given: block(),
    call: (l, e) => l.remove(e, claim('c1')),
    done: {
      'while the block is stopped': { given: block({ stopped: true }) },
      'and counts no more': { given: block(counted(2)), call: (l, e) => l.remove(e, claim('c1'), 'n_1') },
    },
    refused: {
      'the block has another pool': { given: block({ pool: 'unt_a' }) },
      'the claim is gone': { given: block({ held: { c9: 1 } }) },
      'there is no such block': { given: NONE },
    },
  },
  grow: {
    given: block(),
    call: (l, e) => l.grow(e, claim('c2')),
    done: { 'where every seat is held': { given: block({ size: 1 }) } },
    refused: {
      'the block has another pool': { given: block({ pool: 'unt_a' }) },
      'the claim is there already': { call: (l, e) => l.grow(e, claim('c1')) },
      'the block is stopped': { given: block({ stopped: true }) },
      'there is no such block': { given: NONE },
    },
  },
  shrink: {
    given: block(),
    call: (l, e) => l.shrink(e, claim('c1')),
    done: {
      'while the block is stopped': { given: block({ stopped: true }) },
      'where the block has another pool by now': { given: block({ pool: 'unt_a' }) },
    },
    refused: {
      'the claim is gone': { given: block({ held: { c9: 1 } }) },
      'there is no such block': { given: NONE },
    },
  },
  unmark: {
    given: { pool: { wait: 5 } },
    call: (l, e) => l.unmark(e, 'open', 5),
    refused: {
      'the mark was set again': { given: { pool: { wait: 6 } } },
      'there is no mark': { given: { pool: {} } },
    },
  },
  addBlock: {
    given: NONE,
    call: (l, e) => l.addBlock(e, { sk: BLOCK, pool: 'open', size: 2, stopped: true }),
    refused: { 'the block is there': { given: block() } },
  },
  resize: {
    given: block(),
    call: (l, e) => l.resize(e, { sk: BLOCK, pool: 'open', size: 2, count: 1 }, 1),
    refused: {
      'the size is not the one seen': { given: block({ size: 3 }) },
      'more seats are held': { given: block({ count: 2, held: { c1: 1, c2: 1 } }) },
      'the block has another pool': { given: block({ pool: 'unt_a' }) },
      'there is no such block': { given: NONE },
    },
  },
  relabel: {
    given: block({ pool: 'unt_a' }),
    call: (l, e) => l.relabel(e, BLOCK, 'unt_a', 'open'),
    refused: {
      'the block has another pool': { given: block({ pool: 'unt_b' }) },
      'there is no such block': { given: NONE },
    },
  },
  enter: {
    given: NONE,
    call: enters(),
    done: {
      'over a person who cancelled': { given: of('cancelled') },
      'over a person who was declined': { given: of('declined') },
      'over the pointer that was read': { given: POINTER, call: enters({ known: 'p9' }) },
      'over the same name, written differently': {
        given: of('cancelled', { fullName: 'Mau' }),
        call: enters({ known: 'Mau' }),
      },
      'over a person who was seen, with the days kept': {
        given: of('cancelled', { came: SEEN }),
        call: enters({ known: 'Mẫu', came: SEEN }),
      },
      'over a person whose mark was taken back': { given: of('cancelled', { came: {} }) },
    },
    refused: {
      ...statuses(['cancelled', 'declined']),
      'a namesake who left is there': { given: of('cancelled', { fullName: 'Mau' }) },
      'a pointer stands there': { given: POINTER },
      'another pointer stands there': { given: POINTER, call: enters({ known: 'p8' }) },
      'a registration is where a pointer was read': { given: of('confirmed'), call: enters({ known: 'p9' }) },
      'they were seen, and the days would be lost': { given: of('cancelled', { came: SEEN }) },
      'they were seen on more days by now': {
        given: of('cancelled', { came: { ...SEEN, 2: SEEN[1] } }),
        call: enters({ known: 'Mẫu', came: SEEN }),
      },
    },
  },
  leave: {
    given: of('confirmed'),
    call: leaves(),
    done: {
      'with proof': { call: leaves({ proof: { code: '100000001', phone: '0900000001' } }) },
      'though they were seen': { given: of('confirmed', { came: SEEN }) },
      'where the mark was taken back': {
        given: of('confirmed', { came: {} }),
        call: leaves({ unlessPresent: true }),
      },
    },
    refused: {
      ...statuses(['confirmed', 'waitlisted']),
      'the code is another': { call: leaves({ proof: { code: '100000009', phone: '0900000001' } }) },
      'the phone is another': { call: leaves({ proof: { code: '100000001', phone: '0900000009' } }) },
      'they were seen, and that is to be asked about': {
        given: of('confirmed', { came: SEEN }),
        call: leaves({ unlessPresent: true }),
      },
      'a pointer stands there': { given: POINTER },
      'there is no registration': { given: NONE },
    },
  },
  confirm: {
    given: of('waitlisted'),
    call: (l, e) => l.confirm({ ...at(e), queuedAt: QUEUED }, claim('c2'), 'promoted'),
    refused: {
      ...statuses(['waitlisted']),
      'they left and queue again': {
        given: of('waitlisted', { queuedAt: LATER, place: `wait#open#${LATER}` }),
      },
      'there is no registration': { given: NONE },
    },
  },
  unseat: {
    given: of('confirmed'),
    call: (l, e) => l.unseat(at(e), 'c1', { queuedAt: QUEUED, pools: ['unt_a', 'open'] }),
    refused: {
      ...statuses(['confirmed'], (s) => of(s, { claim: claim('c1') })),
      'they left and sit elsewhere': { given: of('confirmed', { claim: claim('c9'), place: 'seat#c9' }) },
      'a pointer stands there': { given: POINTER },
      'there is no registration': { given: NONE },
    },
  },
  sitElsewhere: {
    given: of('confirmed'),
    call: sitsElsewhere('confirmed'),
    done: { 'from the queue': { given: of('waitlisted'), call: sitsElsewhere('waitlisted') } },
    refused: {
      ...statuses(['confirmed'], (s) => of(s, { claim: claim('c1') })),
      'they left and sit elsewhere': { given: of('confirmed', { claim: claim('c9'), place: 'seat#c9' }) },
      'they left and queue again': {
        given: of('waitlisted', { queuedAt: LATER, place: `wait#open#${LATER}` }),
        call: sitsElsewhere('waitlisted'),
      },
      'a pointer stands there': { given: POINTER },
      'there is no registration': { given: NONE },
    },
  },
  decide: {
    given: of('pending'),
    call: decides,
    done: {
      'to the queue': { call: (l, e) => l.decide(at(e), 7, { queuedAt: QUEUED, pools: ['unt_a', 'open'] }) },
    },
    refused: {
      ...statuses(['pending']),
      'they left and asked again': { given: of('pending', { turn: 8 }) },
      'there is no registration': { given: NONE },
    },
  },
  exchange: {
    given: of('confirmed'),
    call: exchanges(person('confirmed')),
    done: {
      'of a place in the queue': { given: of('waitlisted'), call: exchanges(person('waitlisted')) },
      'with a person who cancelled': { given: beside('cancelled') },
      'with a person who was declined': { given: beside('declined') },
      "over the pointer that was read under the substitute's key": {
        given: { registrations: [person('confirmed'), { sk: 'p2', pointsTo: 'p9' }] },
        call: exchanges(person('confirmed'), { replaces: { known: 'p9' } }),
      },
      'though they were seen': {
        given: of('confirmed', { came: SEEN }),
        call: exchanges(person('confirmed')),
      },
      'and the same again': {
        call: async (l, e) => {
          await exchanges(person('confirmed'))(l, e);
          return exchanges(person('confirmed'))(l, e);
        },
      },
    },
    refused: {
      ...statuses(['confirmed'], (s) => of(s, { claim: claim('c1') })),
      'they left and sit elsewhere': { given: of('confirmed', { claim: claim('c9'), place: 'seat#c9' }) },
      'they left and queue again': {
        given: of('waitlisted', { queuedAt: LATER, place: `wait#open#${LATER}` }),
        call: exchanges(person('waitlisted')),
      },
      'they were seen, and that is to be asked about': {
        given: of('confirmed', { came: SEEN }),
        call: exchanges(person('confirmed'), { unlessPresent: true }),
      },
      'the substitute was seen before, and the days would be lost': { given: beside('cancelled', SEEN) },
      'the substitute is pending': { given: beside('pending') },
      'the substitute sits': { given: beside('confirmed') },
      'the substitute waits': { given: beside('waitlisted') },
      "a namesake who left stands under the substitute's key": {
        given: {
          registrations: [person('confirmed'), { ...person('cancelled'), sk: 'p2', fullName: 'Mau' }],
        },
      },
      "a pointer stands under the substitute's key": {
        given: { registrations: [person('confirmed'), { sk: 'p2', pointsTo: 'p9' }] },
      },
      'there is no registration': { given: NONE },
    },
  },
  reseat: {
    given: of('confirmed'),
    call: (l, e) => l.reseat(at(e), 'c1', claim('c2')),
    refused: {
      ...statuses(['confirmed'], (s) => of(s, { claim: claim('c1') })),
      'they sit elsewhere': { given: of('confirmed', { claim: claim('c9'), place: 'seat#c9' }) },
      'there is no registration': { given: NONE },
    },
  },
  pace: {
    given: block(),
    call: (l, e) => l.pace(e, BLOCK, MONDAY).then(() => true),
    done: {
      'never late': {
        given: block({ lateFrom: 5 }),
        call: (l, e) => l.pace(e, BLOCK, undefined).then(() => true),
      },
    },
    refused: {
      'there is no such block': { given: NONE, call: (l, e) => l.pace(e, BLOCK, MONDAY) },
    },
  },
  stop: {
    given: block(),
    call: (l, e) => l.stop(e, BLOCK, true).then(() => true),
    refused: {
      'there is no such block': { given: NONE, call: (l, e) => l.stop(e, BLOCK, true) },
    },
  },
};

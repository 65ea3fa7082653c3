import { isDeepStrictEqual } from 'node:util';
import { isPresent, type Pointer, type SeatEntry } from '../../../functions/seats/ledger/entry';
import type { Ledger, Replaced, Suspects } from '../../../functions/seats/ledger/ledger';
import { GUESTS, isQuota, isShared, seatPlace, waitingPlaces } from '../../../functions/seats/ledger/queue';
import {
  type AnyRoom,
  hasRoom,
  isLate,
  type Room,
  type RoomEvent,
  type RoomSummary,
  type SeatCount,
} from '../../../functions/seats/ledger/room';
import type { Block, Claim, Pool } from '../../../functions/seats/ledger/seats';
import { summaryOf } from '../../../functions/seats/ledger/summary';
import type { Simulation } from './simulation';

/** Ways to break the store or the protocol, to show that the invariants notice. */
export type Flaw =
  | 'no-seat-guard'
  | 'swap-unconditional'
  | 'confirm-without-queuedAt'
  | 'lost-is-refused'
  | 'mark-after-waiting'
  | 'remove-whatever-the-pool'
  | 'mark-cleared-at-once'
  | 'enter-over-anybody'
  | 'exchange-whatever-the-seat'
  | 'unsent-is-lost'
  | 'grow-without-a-seat'
  | 'unseat-whatever-the-seat'
  | 'sit-elsewhere-whatever-the-seat'
  | 'enter-forgets-presence'
  | 'leave-present-people'
  | 'swap-when-late'
  | 'settle-when-late'
  | 'late-seat-too-early'
  | 'guest-seat-stays'
  | 'guest-passes-over-the-queue'
  | 'party-looks-once'
  | 'reserve-waits-for-everybody'
  | 'reserve-is-forgotten'
  | 'nominee-passes-over-the-reserve'
  | 'share-without-guard'
  | 'share-counts-nothing'
  | 'share-not-given-back'
  | 'summary-says-full'
  | 'summary-says-who-waits'
  | 'newcomer-never-settles'
  | 'newcomer-settles-only-for-themselves'
  | 'freed-without-a-look';

/** A claim that is counted in a share, as the test keeps it beside the blocks' own counts. */
interface Counted {
  share: string;
  block: string;
  named: boolean;
}

/** The tables of one event in memory, with what the invariants must remember. */
export class Store {
  readonly pools = new Map<string, Pool>();
  readonly blocks = new Map<string, Block>();
  readonly registrations = new Map<string, SeatEntry | Pointer>();
  suspects: Suspects = { claims: {}, seats: {}, marks: {} };
  event: RoomEvent = { id: 'evt_sim', sections: 1, status: 'published' };
  /** When the event's beginning was last changed, and when each block last followed: ticks. */
  movedAt = 0;
  readonly pacedAt = new Map<string, number>();
  /** Since which tick a person waits, by key. */
  readonly waitingSince = new Map<string, number>();
  /** Claims on seats that the organizer gave, added or left over late: only these may pass over the queue. */
  readonly added = new Set<string>();
  /** Claims that are counted in a share, and whether a registration ever named them. */
  readonly counted = new Map<string, Counted>();
  /** When a block last counted a seat, by block and share: ticks. */
  readonly lastCounted = new Map<string, number>();
  /** Counted claims that went to another person before a registration named them: `block|share`. */
  readonly countedForOthers = new Map<string, number>();
  /** Claims that were swapped for another. */
  readonly handedOver = new Set<string>();
  /** The days on which people were seen, by key: `key|day`. */
  readonly seen = new Set<string>();
  /** What invited bodies answered last: who is to come, and who ever was. */
  readonly answers = new Map<number, { version: number; people: readonly number[]; known: Set<number> }>();
  /** An answer was lost, a process died or a request was cut off: what it began may be left half done. */
  crashed = false;
  /** What the next requests read in place of the blocks, with the pools as they were then. */
  summary?: RoomSummary;
  poolsThen: Pool[] = [];
  /** Every process knows that the event is large. */
  isLarge = false;
  /** Since which tick each pool has had a seat that may be taken, without a break. */
  readonly roomSince = new Map<string, number>();
  readonly complaints: string[] = [];
  readonly branches = new Map<string, number>();

  /** After each write: which pools have had a seat that a request without a queue could take. */
  noteRoom(tick: number): void {
    for (const { pool, wait } of this.pools.values()) {
      const isFree = [...this.blocks.values()].some((b) => b.pool === pool && hasRoom(b));
      if (!isFree || wait !== undefined) this.roomSince.delete(pool);
      else if (!this.roomSince.has(pool)) this.roomSince.set(pool, tick);
    }
  }

  get all(): SeatEntry[] {
    return [...this.registrations.values()].filter((r): r is SeatEntry => 'status' in r);
  }
}

const keyOf = (ref: { pk: string; sk: string }) => `${ref.pk}|${ref.sk}`;
const seatOf = (r: SeatEntry) => (r.status === 'confirmed' ? r.claim?.id : r.queuedAt);
/** Whether a key is free: the same person's, who left, or under the pointer or name that was read. */
const isFree = (
  found: SeatEntry | Pointer,
  fullName: string,
  { known, came = {} }: Replaced = { known: fullName },
): boolean =>
  'status' in found
    ? (found.status === 'cancelled' || found.status === 'declined') &&
      [fullName, known].includes(found.fullName) &&
      isDeepStrictEqual(found.came ?? {}, came)
    : found.pointsTo === known;
/** The same without a look at the days on which the person was seen. */
const isFreeWithoutLooking = (found: SeatEntry | Pointer, fullName: string, replaces?: Replaced): boolean =>
  isFree('status' in found ? { ...found, came: replaces?.came ?? {} } : found, fullName, replaces);
const copy = <T>(value: T): T => structuredClone(value);

/** A block as the room shows it: without its claims, and with the counts of one share. */
const shownBlock = ({ held: _held, ...block }: Block, counted?: string): SeatCount => {
  const shown = Object.entries(block).filter(([name]) => !name.startsWith('n_') || name === counted);
  return Object.fromEntries(shown) as unknown as SeatCount;
};

/** What the check-in writes, beside the ledger: the first time on a day, of a person with a seat. */
export const markPresent = (
  sim: Simulation,
  store: Store,
  ref: { pk: string; sk: string },
  day: number,
): Promise<void> =>
  sim.call(sim.time, true, () => {
    const found = store.registrations.get(keyOf(ref));
    if (!found || !('status' in found) || found.status !== 'confirmed' || found.came?.[day]) return;
    store.registrations.set(keyOf(ref), { ...found, came: { ...found.came, [day]: String(sim.time) } });
    store.seen.add(`${keyOf(ref)}|${day}`);
  });

/** The ledger's calls for one request, on the simulated store: the same conditions as on the tables. */
export const simulatedLedger = (sim: Simulation, store: Store, flaw?: Flaw): Ledger => {
  const born = sim.time;
  const bornTick = sim.tick;
  let roomSeenAt = sim.tick;
  /** A summary shows no part of a share. */
  let blocksSeen = false;
  let firstSeenAt = sim.tick;
  const heldMarks: (() => void)[] = [];
  const call = <T>(write: boolean, act: () => T) =>
    sim.call(born, write, () => {
      const done = act();
      if (write) store.noteRoom(sim.tick);
      return done;
    });
  /** What the flaws make of the next look at a queue: by a newcomer who has just entered, or after a seat was freed. */
  let entered: string | undefined;
  let freed = false;
  const isAheadByFlaw = (first: string): boolean =>
    entered !== undefined &&
    (flaw === 'newcomer-never-settles' ||
      (flaw === 'newcomer-settles-only-for-themselves' && first !== entered));
  /**
   * Whether a request that promotes must know that it is late: it began when it was. A seat that is handed over is known
   * by its block, which follows the event; a free one by the event itself.
   */
  const knowsLate = ({ id, block }: Claim): boolean => {
    if (store.movedAt >= bornTick || !isLate(store.event, born)) return false;
    if (!store.handedOver.has(id)) return true;
    const paced = (store.blocks.get(block)?.lateFrom ?? Number.POSITIVE_INFINITY) <= born;
    return paced && (store.pacedAt.get(block) ?? 0) < bornTick;
  };
  /** The event as a request reads it: the flaws are blind to the time. */
  const shown = (): RoomEvent => {
    const { startsAt, ...timeless } = copy(store.event);
    if (flaw === 'settle-when-late') return timeless;
    if (flaw === 'late-seat-too-early') return { ...timeless, startsAt: new Date(0).toISOString() };
    return { ...timeless, ...(startsAt && { startsAt }) };
  };
  const write = (act: () => boolean) =>
    flaw === 'lost-is-refused' ? call(true, act).catch(() => false) : call(true, act);

  const put = (r: SeatEntry | Pointer) => {
    store.registrations.set(keyOf(r), copy(r));
    if ('status' in r && r.status === 'waitlisted') {
      if (!store.waitingSince.has(keyOf(r))) store.waitingSince.set(keyOf(r), sim.tick);
    } else store.waitingSince.delete(keyOf(r));
  };
  const get = (ref: { pk: string; sk: string }) => store.registrations.get(keyOf(ref));
  const change = (r: SeatEntry, set: Partial<SeatEntry>) => {
    const next = { ...r, ...set, turn: r.turn + 1, version: r.version + 1 };
    for (const k of Object.keys(next) as (keyof SeatEntry)[]) if (next[k] === undefined) delete next[k];
    put(next);
  };
  /** Named beyond a quota: a seat of another pool is theirs only where the organizer adds it. */
  const isOfReserve = ({ pools: [pool, ...others] }: SeatEntry) =>
    pool !== undefined && isQuota(pool) && !others.length;
  const notePromoted = (r: SeatEntry, { id, pool }: Claim, how: SeatEntry['how']) => {
    if (!isOfReserve(r)) return;
    if (!r.pools.includes(pool) && !store.added.has(id))
      store.complaints.push(`${r.sk} waits for ${r.pools[0]} alone and got a seat of ${pool}`);
    const branch = how === 'promoted' ? 'reserve promoted' : 'reserve seated by hand';
    store.branches.set(branch, (store.branches.get(branch) ?? 0) + 1);
  };
  const waitsFor = (r: SeatEntry, pool: string) =>
    r.status === 'waitlisted' &&
    (isShared(pool) ? r.place : r.unitPlace)?.startsWith(`wait#${pool}#`) === true;

  /** A seat that is taken directly must not pass over a person who waited when the room was read. */
  const noteJump = (sk: string, { id, pool }: Claim) => {
    if (store.added.has(id)) return;
    const jumped = store.all.find(
      (r) => waitsFor(r, pool) && (store.waitingSince.get(keyOf(r)) ?? 0) < roomSeenAt,
    );
    if (jumped) store.complaints.push(`${sk} took a seat before ${jumped.sk}, who waited`);
  };

  const wholeRoom = (counted?: string): Room => {
    roomSeenAt = sim.tick;
    blocksSeen = true;
    entered = undefined;
    return {
      event: shown(),
      pools: copy([...store.pools.values()]).map((p) =>
        flaw === 'guest-passes-over-the-queue' ||
        (flaw === 'nominee-passes-over-the-reserve' && isQuota(p.pool))
          ? { ...p, wait: undefined as never }
          : p,
      ),
      blocks: [...store.blocks.values()].map((b) => shownBlock(b, counted)),
    };
  };
  const keepSummary = (summary: RoomSummary) => {
    store.summary = summary;
    store.poolsThen = copy([...store.pools.values()]);
  };
  const ofSummary = (pools: Pool[]) => (flaw === 'summary-says-who-waits' ? copy(store.poolsThen) : pools);

  const ledger: Ledger = {
    now: () => sim.time,
    newClaim: () => `c${Math.floor(sim.chance() * 1e12).toString(36)}`,
    pick: (of) => sim.pick(of),
    note: (branch, of) => {
      store.branches.set(branch, (store.branches.get(branch) ?? 0) + 1);
      if (branch === 'late seat chosen') {
        store.added.add(of!.claim!);
        if (!isLate(store.event, sim.time) && store.movedAt < bornTick)
          store.complaints.push('the organizer gave a seat that was still the queue’s');
      }
    },

    room: (_e, counted) => call(false, () => wholeRoom(counted)),
    anyRoom: (_e, counted) =>
      call(false, (): AnyRoom => {
        const { summary } = store;
        // A process that does not know yet that the event is large reads it whole.
        if (!summary || (!store.isLarge && sim.chance() < 0.2)) return wholeRoom(counted);
        const { event, pools } = wholeRoom();
        blocksSeen = false;
        return { event: event!, summary: copy(summary), pools: ofSummary(pools) };
      }).then((room) =>
        room.summary || (!store.isLarge && sim.chance() < 0.5) ? room : ledger.roomAnew(_e, counted),
      ),
    roomAnew: async (_e, counted) => {
      const room = await call(false, () => wholeRoom(counted));
      const all = { ...room, blocks: [...store.blocks.values()] };
      // Where the summary cannot be written the request goes on.
      await call(true, () => keepSummary(summaryOf(all, sim.time))).catch(() => undefined);
      if (flaw !== 'summary-says-full') return room;
      return { ...room, blocks: room.blocks.map((b) => ({ ...b, count: b.size })) };
    },
    block: (_e, block) => call(false, () => copy(store.blocks.get(block))),
    blocks: () => call(false, () => copy([...store.blocks.values()])),

    claim: (_e, { id, block, pool }, share) =>
      write(() => {
        const b = store.blocks.get(block);
        if (!b || b.pool !== pool || b.stopped || b.held[id] !== undefined) return false;
        if (flaw !== 'no-seat-guard' && b.count >= b.size) return false;
        if (share) {
          const counts = b as unknown as Record<string, number>;
          const taken = counts[share.attribute] ?? 0;
          const isUsed = taken >= (share.most ?? Number.POSITIVE_INFINITY);
          const of = `${block}|${share.attribute}`;
          if (isUsed) store.branches.set('share used', 1);
          if (isUsed && blocksSeen && store.lastCounted.get(of)! < roomSeenAt)
            store.complaints.push(
              `a seat of ${of} was asked for, and the room had shown that its part is used`,
            );
          if (isUsed && flaw !== 'share-without-guard') return false;
          if (flaw !== 'share-counts-nothing') counts[share.attribute] = taken + 1;
          store.lastCounted.set(of, sim.tick);
          store.counted.set(id, { share: share.attribute, block, named: false });
        }
        b.held[id] = sim.time;
        b.count++;
        return true;
      }),
    swap: (_e, old, fresh) =>
      write(() => {
        const b = store.blocks.get(old.block);
        if (!b) return false;
        if (
          flaw !== 'swap-unconditional' &&
          (b.held[old.id] === undefined ||
            b.pool !== old.pool ||
            b.stopped ||
            (flaw !== 'swap-when-late' && b.lateFrom !== undefined && b.lateFrom <= sim.time))
        )
          return false;
        store.handedOver.add(fresh.id);
        const counted = store.counted.get(old.id);
        if (counted && !counted.named) {
          store.counted.delete(old.id);
          const of = `${counted.block}|${counted.share}`;
          store.countedForOthers.set(of, (store.countedForOthers.get(of) ?? 0) + 1);
        }
        if (b.held[old.id] === undefined) b.count++;
        delete b.held[old.id];
        b.held[fresh.id] = sim.time;
        return true;
      }),
    remove: (_e, { id, block, pool }, counted) =>
      write(() => {
        const b = store.blocks.get(block);
        if (!b || b.held[id] === undefined) return false;
        if (flaw !== 'remove-whatever-the-pool' && b.pool !== pool) return false;
        if (counted) {
          store.counted.delete(id);
          store.branches.set('count given back', 1);
          if (flaw !== 'share-not-given-back') (b as unknown as Record<string, number>)[counted]!--;
        }
        delete b.held[id];
        b.count--;
        freed = true;
        return true;
      }),
    grow: (_e, { id, block, pool }) =>
      write(() => {
        const b = store.blocks.get(block);
        if (!b || b.pool !== pool || b.stopped || b.held[id] !== undefined) return false;
        b.held[id] = sim.time;
        b.count++;
        if (flaw !== 'grow-without-a-seat') b.size++;
        store.added.add(id);
        return true;
      }),
    shrink: (_e, { id, block }) =>
      write(() => {
        const b = store.blocks.get(block);
        if (!b || b.held[id] === undefined) return false;
        delete b.held[id];
        b.count--;
        if (flaw !== 'guest-seat-stays' || b.pool !== GUESTS) b.size--;
        return true;
      }),
    mark: (_e, pool, at) => {
      const set = () =>
        void store.pools.set(pool, {
          ...(store.pools.get(pool) ?? { pk: 'evt_sim', sk: `pool#${pool}`, pool }),
          wait: at,
        });
      if (flaw === 'mark-after-waiting') {
        heldMarks.push(set);
        return Promise.resolve();
      }
      return call(true, set);
    },
    unmark: (_e, pool, seen) =>
      write(() => {
        const p = store.pools.get(pool);
        if (p?.wait !== seen) return false;
        const { wait: _wait, ...rest } = p;
        store.pools.set(pool, rest);
        return true;
      }),

    addPool: (_e, { pool }) =>
      call(true, () => {
        if (!store.pools.has(pool)) store.pools.set(pool, { pk: 'evt_sim', sk: `pool#${pool}`, pool });
      }),
    addBlock: (_e, { sk, pool, size, stopped, lateFrom }) =>
      write(() => {
        if (store.blocks.has(sk)) return false;
        store.blocks.set(sk, {
          pk: 'evt_sim',
          sk,
          pool,
          size,
          count: 0,
          held: {},
          ...(stopped && { stopped }),
          ...(lateFrom !== undefined && { lateFrom }),
        });
        store.pacedAt.set(sk, sim.tick);
        return true;
      }),
    resize: (_e, block, size) =>
      write(() => {
        const b = store.blocks.get(block.sk);
        if (!b || b.size !== block.size || b.count > size || b.pool !== block.pool) return false;
        b.size = size;
        return true;
      }),
    relabel: (_e, block, from, to) =>
      write(() => {
        const b = store.blocks.get(block);
        if (!b || b.pool !== from) return false;
        b.pool = to;
        return true;
      }),
    stop: (_e, block, stopped) =>
      call(true, () => {
        const b = store.blocks.get(block);
        if (!b) return;
        if (stopped) b.stopped = true;
        else delete b.stopped;
      }),

    pace: (_e, block, lateFrom) =>
      call(true, () => {
        const b = store.blocks.get(block);
        if (!b) return;
        if (lateFrom === undefined) delete b.lateFrom;
        else b.lateFrom = lateFrom;
        store.pacedAt.set(block, sim.tick);
      }),

    first: (_e, pool) =>
      call(false, () => {
        firstSeenAt = sim.tick;
        const looksAway = flaw === 'freed-without-a-look' && freed;
        freed = false;
        if (looksAway) return undefined;
        const first = store.all
          .filter((r) => waitsFor(r, pool) && !(flaw === 'reserve-is-forgotten' && isOfReserve(r)))
          .sort((a, b) => (a.queuedAt! < b.queuedAt! ? -1 : 1))[0];
        if (!first) return undefined;
        const ahead = isAheadByFlaw(first.queuedAt!);
        return { pk: first.pk, sk: first.sk, queuedAt: ahead ? '' : first.queuedAt! };
      }),
    registration: (ref) => call(false, () => copy(get(ref))),
    isNamed: (_e, claim) =>
      call(false, () => store.all.some((r) => r.status === 'confirmed' && r.claim?.id === claim)),
    async *seated(event) {
      for (let section = 0; section < event.sections; section++) {
        const seats = await call(false, () =>
          store.all
            .filter((r) => r.pk === `${event.id}#${section}` && r.place?.startsWith('seat#'))
            .map((r) => copy(r)),
        );
        for (const r of seats) yield { pk: r.pk, sk: r.sk, claim: r.claim!, pools: r.pools };
      }
    },
    enter: async (registration, replaces) => {
      const written = await call(true, () => {
        const found = get(registration);
        const isFreeHere = flaw === 'enter-forgets-presence' ? isFreeWithoutLooking : isFree;
        if (found && !isFreeHere(found, registration.fullName, replaces) && flaw !== 'enter-over-anybody')
          return { ok: false as const, found: copy(found) };
        if (registration.status === 'confirmed') noteJump(registration.sk, registration.claim!);
        const waitsForAll = flaw === 'reserve-waits-for-everybody' && isOfReserve(registration);
        const { status, queuedAt } = registration;
        const place = waitsForAll && status === 'waitlisted' && `wait#open#${queuedAt}`;
        put({ ...registration, ...(place && { place }) });
        const counted = store.counted.get(registration.claim?.id ?? '');
        if (counted) counted.named = true;
        return { ok: true as const };
      });
      for (const set of heldMarks.splice(0)) await call(true, set);
      if (written.ok) entered = registration.queuedAt;
      return written;
    },
    leave: (ref, { from, to, how, exit, reason, proof, unlessPresent }) =>
      call(true, () => {
        const found = get(ref);
        if (!found || !('status' in found) || !from.includes(found.status))
          return { ok: false as const, ...(found && { found: copy(found) }) };
        if (proof && (found.code !== proof.code || found.phone !== proof.phone))
          return { ok: false as const, found: copy(found) };
        if (unlessPresent && isPresent(found) && flaw !== 'leave-present-people')
          return { ok: false as const, found: copy(found) };
        const before = copy(found);
        change(found, {
          status: to,
          how,
          exit,
          reason,
          was: found.status,
          place: undefined,
          unitPlace: undefined,
        });
        return { ok: true as const, before };
      }),
    confirm: (waiting, claim, how) =>
      write(() => {
        const found = get(waiting);
        if (!found || !('status' in found) || found.status !== 'waitlisted') return false;
        if (flaw !== 'confirm-without-queuedAt' && found.queuedAt !== waiting.queuedAt) return false;
        const passedOver = store.all.find(
          (r) =>
            waitsFor(r, claim.pool) &&
            r.queuedAt! < found.queuedAt! &&
            (store.waitingSince.get(keyOf(r)) ?? 0) < firstSeenAt,
        );
        if (passedOver && !store.added.has(claim.id))
          store.complaints.push(`${found.sk} was promoted before ${passedOver.sk}`);
        if (how === 'promoted' && knowsLate(claim) && !store.added.has(claim.id))
          store.complaints.push(`${found.sk} was promoted by itself when it was late`);
        notePromoted(found, claim, how);
        change(found, { status: 'confirmed', how, claim, place: seatPlace(claim), unitPlace: undefined });
        return true;
      }),
    unseat: async (ref, claim, { queuedAt, pools }) => {
      const unseated = await write(() => {
        const found = get(ref);
        if (!found || !('status' in found) || found.status !== 'confirmed') return false;
        if (flaw !== 'unseat-whatever-the-seat' && found.claim?.id !== claim) return false;
        change(found, {
          status: 'waitlisted',
          how: 'unseated',
          claim: undefined,
          queuedAt,
          ...waitingPlaces(pools, queuedAt),
        });
        return true;
      });
      for (const set of heldMarks.splice(0)) await call(true, set);
      return unseated;
    },
    decide: (ref, turn, to) =>
      write(() => {
        const found = get(ref);
        if (!found || !('status' in found) || found.status !== 'pending' || found.turn !== turn) return false;
        if ('claim' in to) noteJump(found.sk, to.claim);
        else entered = to.queuedAt;
        change(
          found,
          'claim' in to
            ? { status: 'confirmed', how: 'approved', claim: to.claim, place: seatPlace(to.claim) }
            : {
                status: 'waitlisted',
                how: 'approved',
                queuedAt: to.queuedAt,
                ...waitingPlaces(to.pools, to.queuedAt),
              },
        );
        return true;
      }),
    exchange: (old, substitute, token, { replaces, unlessPresent, undoes } = {}) =>
      call(true, () => {
        const found = get(old);
        if (found && 'status' in found && found.exit === token) return true; // the same transaction again
        const there = get(substitute);
        if (!found || !('status' in found) || found.status !== old.status) return false;
        // The seat itself is compared: the person may have left and come again since it was read.
        if (flaw !== 'exchange-whatever-the-seat' && seatOf(found) !== seatOf(old)) return false;
        if (unlessPresent && isPresent(found)) return false;
        if (there && !isFree(there, substitute.fullName, replaces)) return false;
        change(found, {
          status: 'cancelled',
          how: undoes ? 'undone' : 'nominator',
          exit: token,
          was: found.status,
          replacedBy: substitute.id,
          place: undefined,
          unitPlace: undefined,
        });
        put(substitute);
        return true;
      }),
    sitElsewhere: (seen, claim, { pools, set }) =>
      write(() => {
        const found = get(seen);
        if (!found || !('status' in found) || found.status !== seen.status) return false;
        if (flaw !== 'sit-elsewhere-whatever-the-seat' && seatOf(found) !== seatOf(seen)) return false;
        noteJump(found.sk, claim);
        change(found, {
          ...set,
          status: 'confirmed',
          how: 'direct',
          claim,
          pools,
          place: seatPlace(claim),
          unitPlace: undefined,
        });
        return true;
      }),
    reseat: (ref, lost, claim) =>
      write(() => {
        const found = get(ref);
        if (!found || !('status' in found) || found.status !== 'confirmed' || found.claim?.id !== lost)
          return false;
        put({ ...found, claim, place: seatPlace(claim) });
        return true;
      }),
    suspects: () =>
      call(false, () => {
        if (flaw !== 'mark-cleared-at-once') return copy(store.suspects);
        const marks = [...store.pools.values()].flatMap(({ pool, wait }) =>
          wait === undefined ? [] : [[pool, { mark: wait, at: 0 }] as const],
        );
        return { ...copy(store.suspects), marks: Object.fromEntries(marks) };
      }),
    keepSuspects: (_e, suspects) =>
      call(true, () => {
        store.suspects = copy(suspects);
      }),
  };
  return ledger;
};

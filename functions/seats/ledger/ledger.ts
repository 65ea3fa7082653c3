import type { EventRef, Pointer, RegistrationRef, SeatEntry } from './entry';
import type { AnyRoom, Room, SeatCount } from './room';
import type { Block, Claim } from './seats';
import type { Share } from './share';

/** First in the queue of a pool. A seat is theirs only while they still have this `queuedAt`. */
export interface Waiting extends RegistrationRef, Required<Pick<SeatEntry, 'queuedAt'>> {}

/** A confirmed registration as reconciliation reads it. */
export interface Seated extends RegistrationRef, Required<Pick<SeatEntry, 'claim' | 'pools'>> {}

/** The person whose request this is: given a seat within it, they never waited, and are told as they came. */
export interface Newcomer extends Waiting {
  how?: SeatEntry['how'];
}

export type Entered<R extends SeatEntry = SeatEntry> = { ok: true } | { ok: false; found: R | Pointer };
export type Left<R extends SeatEntry = SeatEntry> =
  | { ok: true; before: R }
  | { ok: false; found?: R | Pointer };

/** What was read under a key that a registration is written over (`whereFree`). */
export interface Replaced {
  /** The target of a pointer, or the name of the same person, who left. */
  known: string;
  /** The days on which that person was seen: they go along into the new record. */
  came?: SeatEntry['came'];
}

/** How a registration is ended: from which statuses, to which, and why. */
export interface Leaving {
  from: readonly SeatEntry['status'][];
  to: 'cancelled' | 'declined';
  how: SeatEntry['how'];
  /** A token of this request alone: after a lost answer it tells whether this request or another one ended it. */
  exit: string;
  at: string;
  reason?: string;
  /** What the person must know: code and phone. */
  proof?: { code: string; phone: string };
  /** Only while they were not seen at the event: who was is asked about first. */
  unlessPresent?: boolean;
}

/** How a seat passes to a substitute. */
export interface Exchange {
  replaces?: Replaced;
  unlessPresent?: boolean;
  /** The exchange takes another one back. */
  undoes?: boolean;
}

/** Of what a branch was taken: ids alone, which may stand in a log. */
export interface Noted {
  event?: string;
  claim?: string;
  registration?: string;
}

/** What the last reconciliation suspected, by key, with when it was first seen. */
export interface Suspects {
  claims: Record<string, number>;
  seats: Record<string, number>;
  marks: Record<string, { mark: number; at: number }>;
}

/** The ledger's calls on pools and blocks. */
interface BlockLedger {
  /** @param counted the name of a share, whose counts are read along */
  room(event: string, counted?: string): Promise<Room>;
  /** The same, where a large event's summary does: it may be some seconds old, or wrong. */
  anyRoom(event: string, counted?: string): Promise<AnyRoom>;
  /** The whole room again, after its summary was found wrong: a new one is kept for the next requests. */
  roomAnew(event: string, counted?: string): Promise<Room>;
  /** A block with the claims it holds, strongly consistent. */
  block(event: string, block: string): Promise<Block | undefined>;
  blocks(event: string): Promise<Block[]>;
  /**
   * Takes one seat of a block, on condition of its pool and of fewer held than its size. With a share: counts it, on
   * condition of fewer counted in this block than `most`.
   */
  claim(event: string, claim: Claim, share?: Share): Promise<boolean>;
  /**
   * Replaces one claim by another, on condition that the old one is there, of the block's pool, and that it is not late
   * for the block.
   */
  swap(event: string, old: Claim, fresh: Claim): Promise<boolean>;
  /**
   * Removes a claim from its block, on condition that it is there and of the block's pool.
   * @param counted the name of the share that counts it: it counts no more
   */
  remove(event: string, claim: Claim, counted?: string): Promise<boolean>;
  /**
   * Adds a seat to a block and takes it in the same write, so that it is never free for others. On condition of the
   * block's pool, and while the block is not stopped.
   */
  grow(event: string, claim: Claim): Promise<boolean>;
  /** Takes a claim and its seat out of a block in one write, on condition that it is there. */
  shrink(event: string, claim: Claim): Promise<boolean>;
  /** Sets the waiting mark of a pool. Idempotent. */
  mark(event: string, pool: string, at: number): Promise<void>;
  /** Removes the mark, on condition that it was not set again since. */
  unmark(event: string, pool: string, seen: number): Promise<boolean>;

  addPool(event: string, pool: { pool: string; label?: string }): Promise<void>;
  addBlock(
    event: string,
    block: Pick<Block, 'sk' | 'pool' | 'size' | 'stopped' | 'lateFrom'>,
  ): Promise<boolean>;
  /** Sets a block's size on condition of the size seen and of no more seats held than the new one has. */
  resize(event: string, block: SeatCount, size: number): Promise<boolean>;
  relabel(event: string, block: string, from: string, to: string): Promise<boolean>;
  stop(event: string, block: string, stopped: boolean): Promise<void>;
  /** Sets from when it is late for a block. */
  pace(event: string, block: string, lateFrom: number | undefined): Promise<void>;
}

/** The ledger's calls on registrations. */
interface EntryLedger<R extends SeatEntry> {
  /** First in line for a pool, strongly consistent, a point lookup. */
  first(event: EventRef, pool: string): Promise<Waiting | undefined>;
  registration(ref: RegistrationRef): Promise<R | Pointer | undefined>;
  /** Whether a confirmed registration names this claim. */
  isNamed(event: EventRef, claim: string): Promise<boolean>;
  /** Every confirmed registration's claim. */
  seated(event: EventRef): AsyncIterable<Seated>;
  /** Writes a registration where its key is free (`whereFree`). */
  enter(registration: R, replaces?: Replaced): Promise<Entered<R>>;
  leave(ref: RegistrationRef, leaving: Leaving): Promise<Left<R>>;
  /** From the queue to a seat, while they still wait with the same `queuedAt`. */
  confirm(waiting: Waiting, claim: Claim, how: SeatEntry['how']): Promise<boolean>;
  /** From a seat back to the queue, while they still hold this claim. */
  unseat(ref: RegistrationRef, claim: string, to: { queuedAt: string; pools: string[] }): Promise<boolean>;
  /** From pending to a seat or to the queue. */
  decide(
    ref: RegistrationRef,
    turn: number,
    to: { claim: Claim } | { queuedAt: string; pools: string[] },
  ): Promise<boolean>;
  /** The seat, or the place in the queue, passes from one registration to another in one transaction. */
  exchange(old: R, substitute: R, token: string, how?: Exchange): Promise<boolean>;
  /**
   * A confirmed or waiting registration names a seat of other pools, with what changes along; while it still has the
   * seat, or the place in the queue, that was read.
   */
  sitElsewhere(seen: R, claim: Claim, to: { pools: string[]; set?: Partial<R> }): Promise<boolean>;
  /** A confirmed registration whose claim was lost names a new one. */
  reseat(ref: RegistrationRef, lost: string, claim: Claim): Promise<boolean>;
}

/**
 * The calls that the ledger's protocol is made of. Each is one call to the tables, atomic by itself; a
 * crash may fall between any two. `false` is a certain refusal. `LostAnswer`: the write may have landed, or may
 * land later. Any other error: certainly nothing was written. The protocol is written over this interface alone,
 * so that the tests run it over a simulated store with crashes, lost answers, writes that land late and writes
 * that are never sent.
 */
export interface Ledger<R extends SeatEntry = SeatEntry> extends BlockLedger, EntryLedger<R> {
  /** Milliseconds. */
  now(): number;
  /** A random id for a claim. */
  newClaim(): string;
  /** Picks one of many, at random: spreads claims over blocks. */
  pick<T>(of: readonly T[]): T;
  /** Which branch the protocol took, and of what: counted in logs and tests. */
  note(branch: string, of?: Noted): void;

  suspects(event: string): Promise<Suspects>;
  keepSuspects(event: string, suspects: Suspects): Promise<void>;
}

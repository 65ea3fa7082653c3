import type { Block, Event, Pool } from '../../events/event/event';
import type { ClaimRef, Pointer, Registration } from '../../events/registrations/registration';

/** A block's seats as the room shows them: how many, how many are held, without the claims. */
export type SeatCount = Pick<Block, 'sk' | 'pool' | 'size' | 'count' | 'stopped'>;

/** An event and its seats, read in one call. */
export interface Room {
  event?: Event;
  pools: Pool[];
  blocks: SeatCount[];
}

/** Where a registration stands. */
export interface RegistrationRef {
  pk: string;
  sk: string;
}

/** Which event, and over how many partitions its registrations are spread. */
export interface EventRef {
  id: string;
  sections: number;
}

/** A person in the queue of a pool: a seat is theirs only while this `queuedAt` is still theirs. */
export interface Waiting extends RegistrationRef {
  queuedAt: string;
}

/** Whose request this is: given a seat within it, they never waited, and are told as they came. */
export interface Newcomer extends Waiting {
  how?: Registration['how'];
}

export type Entered = { ok: true } | { ok: false; found: Registration | Pointer };
export type Left = { ok: true; before: Registration } | { ok: false; found?: Registration | Pointer };

/** How a registration is left: from which states, to which, why, and a mark by which the request knows its own write. */
export interface Leaving {
  from: readonly Registration['status'][];
  to: 'cancelled' | 'declined';
  how: Registration['how'];
  /** Known to this request alone: tells its own cancellation from another one after a lost answer. */
  exit: string;
  at: string;
  reason?: string;
  /** What the person must know: code and phone. */
  proof?: { code: string; phone: string };
}

/** Of what a branch was taken: ids alone, which may stand in a log. */
export interface Noted {
  event?: string;
  claim?: string;
  registration?: string;
}

/**
 * The calls that the ledger's protocol is made of. Each is one call to the tables, atomic by itself; a
 * crash may fall between any two. `false` is a certain refusal. `LostAnswer`: the write may have landed, or may
 * land later. Any other error: certainly nothing was written. The protocol is written over this interface alone,
 * so that the tests run it over a simulated store with crashes, lost answers, writes that land late and writes
 * that are never sent.
 */
export interface Ledger {
  /** Milliseconds. */
  now(): number;
  /** A random id for a claim. */
  newClaim(): string;
  /** Picks one of many, at random: spreads claims over blocks. */
  pick<T>(of: readonly T[]): T;
  /** Which branch the protocol took, and of what: counted in logs and tests. */
  note(branch: string, of?: Noted): void;

  room(event: string): Promise<Room>;
  /** A block with the claims it holds, strongly consistent. */
  block(event: string, block: string): Promise<Block | undefined>;
  blocks(event: string): Promise<Block[]>;
  /** One seat of a block, on condition of its pool and of fewer held than its size. */
  claim(event: string, claim: ClaimRef): Promise<boolean>;
  /** One claim for another, on condition that the old one is there and of the block's pool. */
  swap(event: string, old: ClaimRef, fresh: ClaimRef): Promise<boolean>;
  /** A claim out of its block, on condition that it is there and of the block's pool. */
  remove(event: string, claim: ClaimRef): Promise<boolean>;
  /** Says that people may be waiting for a pool. Setting it twice does no harm. */
  mark(event: string, pool: string, at: number): Promise<void>;
  /** Takes the mark away on condition that it was not set again. */
  unmark(event: string, pool: string, seen: number): Promise<boolean>;

  addPool(event: string, pool: { pool: string; label?: string }): Promise<void>;
  addBlock(event: string, block: string, pool: string, size: number, stopped: boolean): Promise<boolean>;
  /** Sets a block's size on condition of the size seen and of no more seats held than the new one has. */
  resize(event: string, block: SeatCount, size: number): Promise<boolean>;
  relabel(event: string, block: string, from: string, to: string): Promise<boolean>;
  stop(event: string, block: string, stopped: boolean): Promise<void>;

  /** First in line for a pool, strongly consistent, a point lookup. */
  first(event: EventRef, pool: string): Promise<Waiting | undefined>;
  registration(ref: RegistrationRef): Promise<Registration | Pointer | undefined>;
  /** Whether a confirmed registration names this claim. */
  isNamed(event: EventRef, claim: string): Promise<boolean>;
  /** Every confirmed registration's claim. */
  seated(event: EventRef): AsyncIterable<RegistrationRef & { claim: ClaimRef; pools: string[] }>;
  /** Writes a registration where there is none, or the same person's who left, or the pointer or name `over`. */
  enter(registration: Registration, over?: string): Promise<Entered>;
  leave(ref: RegistrationRef, leaving: Leaving): Promise<Left>;
  /** From the queue to a seat, while they still wait with the same `queuedAt`. */
  confirm(waiting: Waiting, claim: ClaimRef, how: Registration['how']): Promise<boolean>;
  /** From pending to a seat or to the queue. */
  decide(
    ref: RegistrationRef,
    turn: number,
    to: { claim: ClaimRef } | { queuedAt: string; pools: string[] },
  ): Promise<boolean>;
  /** The seat, or the place in the queue, passes from one registration to another in one transaction. */
  exchange(old: Registration, substitute: Registration, token: string, over?: string): Promise<boolean>;
  /** A confirmed registration whose claim was lost names a new one. */
  reseat(ref: RegistrationRef, lost: string, claim: ClaimRef): Promise<boolean>;

  /** What the last reconciliation suspected, by key, with when it was first seen. */
  suspects(event: string): Promise<Suspects>;
  keepSuspects(event: string, suspects: Suspects): Promise<void>;
}

export interface Suspects {
  claims: Record<string, number>;
  seats: Record<string, number>;
  marks: Record<string, { mark: number; at: number }>;
}

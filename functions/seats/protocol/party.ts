import { Problem } from '../../platform/problem/problem';
import { type EventRef, isPresent, type RegistrationRef, type SeatEntry } from '../ledger/entry';
import type { Leaving, Ledger } from '../ledger/ledger';
import { GUESTS } from '../ledger/queue';
import type { Admitted } from './admit';
import { sit } from './admit';
import { exchange } from './exchange';
import { addSeat, removeSeat } from './extra-seat';
import { leave } from './leave';
import { enterOn } from './let-in';
import { take } from './take';

/** What one answer says of the people for whom it was given together: the delegates of an invited body. */
export interface Answered<R extends SeatEntry = SeatEntry> {
  /** Rises with every answer. */
  version: number;
  /** Who is to have a seat: registrations without status, place and claim. */
  wanted: readonly R[];
  /** Everybody who may have one from this answer or an earlier one. */
  known: readonly RegistrationRef[];
}

export interface Seated {
  /** The answer that the seats follow now. */
  version: number;
  /** People for whom the event gives no seat now: it is postponed or cancelled. */
  without: number;
}

interface Party<R extends SeatEntry> {
  event: EventRef;
  /** The answer as it is now, strongly consistent. */
  read(): Promise<Answered<R>>;
  /** How a registration ends that the answer no longer wants. */
  leaving(): Leaving;
}

/** Answers that come one after another are followed; a crowd of them is left to the clock. */
const ROUNDS = 10;

/**
 * Makes the seats follow an answer: who is new gets the seat of one who is wanted no more, else a free one, else one
 * beyond the number; the seats of the others are given back. A person who was seen at the event stays. Idempotent, and
 * safe beside itself: the answer is read again at the end.
 */
export const seatParty = async <R extends SeatEntry>(ledger: Ledger<R>, party: Party<R>): Promise<Seated> => {
  let answer = await party.read();
  for (let round = 0; ; round++) {
    const without = await followOnce(ledger, party, answer);
    const now = await party.read();
    if (now.version === answer.version && without !== undefined) return { version: now.version, without };
    ledger.note('party looked again');
    if (round >= ROUNDS) throw new Problem('conflict', 'registration-changed');
    answer = now;
  }
};

const keyOf = ({ pk, sk }: RegistrationRef) => `${pk}|${sk}`;

/** @returns for how many there is no seat; undefined where another request changed something meanwhile */
const followOnce = async <R extends SeatEntry>(
  ledger: Ledger<R>,
  { event, leaving }: Party<R>,
  { wanted, known }: Answered<R>,
): Promise<number | undefined> => {
  const refs = new Map([...known, ...wanted].map((ref) => [keyOf(ref), ref]));
  const there = new Map<string, R>();
  for (const [key, ref] of refs) {
    const found = await ledger.registration(ref);
    if (found && 'status' in found) there.set(key, found);
  }
  const sits = (ref: RegistrationRef) => there.get(keyOf(ref))?.status === 'confirmed';
  const isWanted = new Set(wanted.map(keyOf));
  const surplus = [...there.values()].filter((r) => sits(r) && !isWanted.has(keyOf(r)) && !isPresent(r));
  const missing = wanted.filter((r) => !sits(r)).map((r) => over(r, there.get(keyOf(r))));
  let agreed = true;
  for (const old of surplus.splice(0, Math.min(surplus.length, missing.length))) {
    const { entry, replaces } = missing.shift()!;
    agreed = (await passes(ledger, old, { entry, replaces })) && agreed;
  }
  for (const old of surplus) agreed = (await leave(ledger, old, leaving())).ok && agreed;
  let without = 0;
  for (const { entry, replaces } of missing) {
    const seated = await seatGuest(ledger, event, entry, replaces);
    if (seated.ok) continue;
    if (seated.found) agreed = false;
    else without++;
  }
  return agreed ? without : undefined;
};

/** A registration that is written over the one of the same person, who left: the days on which they were seen stay. */
const over = <R extends SeatEntry>(wanted: R, before: R | undefined) => {
  const came = before?.came;
  return {
    entry: { ...wanted, ...(came && { came }) },
    replaces: before && { known: before.fullName, ...(came && { came }) },
  };
};

type Over<R extends SeatEntry> = ReturnType<typeof over<R>>;

/** The seat passes from one delegate to another. @returns false where it was refused */
const passes = async <R extends SeatEntry>(
  ledger: Ledger<R>,
  old: R,
  { entry, replaces }: Over<R>,
): Promise<boolean> => {
  try {
    await exchange(ledger, old, entry, { unlessPresent: true, ...(replaces && { replaces }) });
    ledger.note('seat passed within a party');
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return false;
  }
};

/** A seat that no person waits for, else one beyond the number, which leaves with the guest. */
const seatGuest = async <R extends SeatEntry>(
  ledger: Ledger<R>,
  event: EventRef,
  entry: R,
  replaces: Over<R>['replaces'],
): Promise<Admitted<R>> => {
  const taken = await take(ledger, event, entry.pools, { room: await ledger.anyRoom(event.id) });
  if (taken.claim) return sit(ledger, entry, taken.claim, { replaces });
  const claim = await addSeat(ledger, event, GUESTS);
  if (!claim) return { ok: false };
  ledger.note('guest beyond the number');
  return enterOn(ledger, entry, { claim, undo: () => removeSeat(ledger, event, claim) }, replaces);
};

import { type EventRef, eventOf, type SeatEntry } from '../ledger/entry';
import type { Ledger, Replaced, Waiting } from '../ledger/ledger';
import { isShared, seatPlace } from '../ledger/queue';
import type { AnyRoom } from '../ledger/room';
import type { Claim } from '../ledger/seats';
import { type Admitted, enter, sit } from './admit';
import { confirmFirst } from './certain';
import { addSeat, removeSeat, takeLate } from './extra-seat';
import { giveUp, orUndo } from './give-up';
import { take } from './take';

interface LetIn {
  /** Where no seat is free that no person waits for: whether the organizer decides for this person all the same. */
  beyond: boolean;
  /** What the registration may be written over (`whereFree`). */
  replaces?: Replaced;
}

/** A seat that is given to a person of their choice, and how it is taken back. */
export interface Given {
  claim: Claim;
  undo: () => Promise<unknown>;
}

/** A free seat that is left to the organizer, else one more. */
const given = async (
  ledger: Ledger,
  event: EventRef,
  pools: readonly string[],
  beyond: boolean,
): Promise<Given | undefined> => {
  const free = await takeLate(ledger, event, pools);
  if (free) return { claim: free, undo: () => giveUp(ledger, event, free) };
  const added = beyond ? await addSeat(ledger, event, sharedPool(pools)) : undefined;
  return added && { claim: added, undo: () => removeSeat(ledger, event, added) };
};

/**
 * Lets a person in who stands at the door: a free seat that no person waits for, else one that the organizer decides
 * on: a free one that is no longer the queue's, or one beyond the number.
 * @param entry the registration without status, place and claim
 * @returns `ok: false` without `found` where there is no seat, and `beyond` is not set or the event gives none
 */
export const letIn = async <R extends SeatEntry>(
  ledger: Ledger<R>,
  room: AnyRoom,
  entry: R,
  { beyond, replaces }: LetIn,
): Promise<Admitted<R>> => {
  const event = eventOf(entry);
  const taken = await take(ledger, event, entry.pools, { room });
  if (taken.claim) return sit(ledger, entry, taken.claim, { replaces });
  const seat = beyond ? await given(ledger, event, entry.pools, true) : undefined;
  if (!seat) return { ok: false };
  return enterOn(ledger, entry, seat, replaces);
};

/** Writes a registration on a seat that the request holds; refused, the seat is taken back. */
export const enterOn = async <R extends SeatEntry>(
  ledger: Ledger<R>,
  entry: R,
  { claim, undo }: Given,
  replaces?: Replaced,
): Promise<Admitted<R>> => {
  const registration: R = { ...entry, status: 'confirmed', claim, place: seatPlace(claim) };
  const entered = await orUndo(ledger, { event: entry.eventId, claim: claim.id }, undo, () =>
    enter(ledger, registration, replaces),
  );
  if (entered.ok) return { ok: true, registration };
  await undo();
  return entered;
};

/**
 * Seats a person who waits, past the others, as the organizer decides: on a free seat that is no longer the queue's,
 * else on one beyond the number.
 * @param how `door` where they stand there; `promoted` where they are still to be told
 * @returns whether they were seated; not where they no longer wait, or the event gives no seats
 */
export const letInWaiting = async (
  ledger: Ledger,
  waiting: SeatEntry & Waiting,
  { how = 'door', beyond = true }: { how?: 'door' | 'promoted'; beyond?: boolean } = {},
): Promise<boolean> => {
  const event = eventOf(waiting);
  const seat = await given(ledger, event, waiting.pools, beyond);
  if (!seat) return false;
  const { claim, undo } = seat;
  const seated = await orUndo(ledger, { event: event.id, claim: claim.id }, undo, () =>
    confirmFirst(ledger, waiting, claim, how),
  );
  if (seated) ledger.note('let in past the queue');
  else await undo();
  return seated;
};

/** A quota keeps its number: the seat is added where anyone may sit. */
const sharedPool = (pools: readonly string[]): string => pools.find(isShared) ?? 'open';

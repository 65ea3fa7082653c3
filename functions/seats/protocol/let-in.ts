import { eventOf, type SeatEntry } from '../ledger/entry';
import type { Ledger, Replaced, Waiting } from '../ledger/ledger';
import { isShared, seatPlace } from '../ledger/queue';
import type { Room } from '../ledger/room';
import { type Admitted, enter, sit } from './admit';
import { confirmFirst } from './certain';
import { addSeat, removeSeat } from './extra-seat';
import { orUndo } from './give-up';
import { take } from './take';

interface LetIn {
  /** Where there is no seat: whether the organizer adds one. */
  beyond: boolean;
  /** What the registration may be written over (`whereFree`). */
  replaces?: Replaced;
}

/**
 * Lets a person in who stands at the door: a free seat that no person waits for, else a seat beyond the number.
 * @param entry the registration without status, place and claim
 * @returns `ok: false` without `found` where there is no seat, and `beyond` is not set or the event gives none
 */
export const letIn = async <R extends SeatEntry>(
  ledger: Ledger<R>,
  room: Room,
  entry: R,
  { beyond, replaces }: LetIn,
): Promise<Admitted<R>> => {
  const event = eventOf(entry);
  const taken = await take(ledger, event, entry.pools, room);
  if (taken.claim) return sit(ledger, entry, taken.claim, replaces);
  const claim = beyond ? await addSeat(ledger, event, sharedPool(entry)) : undefined;
  if (!claim) return { ok: false };
  const registration: R = { ...entry, status: 'confirmed', claim, place: seatPlace(claim) };
  const undo = () => removeSeat(ledger, event, claim);
  const entered = await orUndo(ledger, { event: event.id, claim: claim.id }, undo, () =>
    enter(ledger, registration, replaces),
  );
  if (entered.ok) return { ok: true, registration };
  await undo();
  return entered;
};

/**
 * Seats a person who waits, past the others, on a seat beyond the number: the organizer decides at the door.
 * @returns whether they were seated; not where they no longer wait, or the event gives no seats
 */
export const letInWaiting = async (ledger: Ledger, waiting: SeatEntry & Waiting): Promise<boolean> => {
  const event = eventOf(waiting);
  const claim = await addSeat(ledger, event, sharedPool(waiting));
  if (!claim) return false;
  const undo = () => removeSeat(ledger, event, claim);
  const seated = await orUndo(ledger, { event: event.id, claim: claim.id }, undo, () =>
    confirmFirst(ledger, waiting, claim, 'door'),
  );
  if (seated) ledger.note('let in past the queue');
  else await undo();
  return seated;
};

/** A quota keeps its number: the seat is added where anyone may sit. */
const sharedPool = ({ pools }: SeatEntry): string => pools.find(isShared) ?? 'open';

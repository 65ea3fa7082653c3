import { LostAnswer } from '../../platform/store/outcome';
import { type EventRef, eventOf, holdsClaim, type Pointer, type SeatEntry } from '../ledger/entry';
import type { Entered, Ledger, Replaced } from '../ledger/ledger';
import { newQueuedAt, seatPlace, waitingPlaces } from '../ledger/queue';
import type { AnyRoom } from '../ledger/room';
import type { Claim } from '../ledger/seats';
import type { Share } from '../ledger/share';
import { readBack } from './certain';
import { giveUp, orUndo, settle, settleNewcomer } from './give-up';
import { take } from './take';

/** A mark set longer ago is set again, so that reconciliation never removes one that a request relies on. */
export const MARK_FRESH_MS = 30_000;

export type Admitted<R extends SeatEntry = SeatEntry> =
  | { ok: true; registration: R }
  /** There is a record under this key already. */
  | { ok: false; found: R | Pointer }
  /** There is no seat, and the caller wants no place in the queue. */
  | { ok: false; found?: undefined };

interface AdmitOptions {
  /** `pending` where the organizer approves: holds no seat. */
  pending?: boolean;
  /** A seat or nothing: no place in the queue. */
  seatOnly?: boolean;
  /** A seat in this pool or nowhere. */
  within?: string;
  /** When the request came in (`newQueuedAt`), before it read anything: the order of arrival. */
  arrived?: string;
  /** What the registration may be written over (`whereFree`). */
  replaces?: Replaced;
  /**
   * The share in which the seat is counted. With `most` it is for `seatOnly` alone: a person who finds no seat of their share has
   * perhaps not found a full room, and must not wait as if they had.
   */
  share?: Share;
}

/**
 * Gives a person a seat, or a place in the queue of their pools. Calls: a seat costs claim + write; the queue of
 * a marked pool costs write + one look at the room.
 * @param entry the registration without status, place and claim
 * @returns what this request made of them
 * @throws LostAnswer when it is not known whether they are in: they try again and are recognised
 */
export const admit = async <R extends SeatEntry>(
  ledger: Ledger<R>,
  room: AnyRoom,
  entry: R,
  { pending = false, seatOnly = false, within, arrived, replaces, share }: AdmitOptions = {},
): Promise<Admitted<R>> => {
  if (pending) {
    const registration: R = { ...entry, status: 'pending' };
    const entered = await enter(ledger, registration, replaces);
    return entered.ok ? { ok: true, registration } : entered;
  }
  const queuedAt = arrived ?? newQueuedAt(entry.createdAt, ledger.newClaim().slice(0, 4));
  const taken = await take(ledger, eventOf(entry), within ? [within] : entry.pools, { room, share });
  if (taken.claim) return sit(ledger, entry, taken.claim, { replaces, counted: share?.attribute });
  if (seatOnly) return { ok: false };
  const settles = room.summary ? settleNewcomer : settle;
  return queue(ledger, taken.room, { ...entry, queuedAt }, { replaces, settles });
};

export const sit = async <R extends SeatEntry>(
  ledger: Ledger<R>,
  entry: R,
  claim: Claim,
  { replaces, counted }: { replaces?: Replaced | undefined; counted?: string | undefined } = {},
): Promise<Admitted<R>> => {
  const registration: R = { ...entry, status: 'confirmed', claim, place: seatPlace(claim) };
  const event = eventOf(entry);
  const entered = await orUndo(
    ledger,
    { event: event.id, claim: claim.id },
    () => giveUp(ledger, event, claim, { counted }),
    () => enter(ledger, registration, replaces),
  );
  if (entered.ok) return { ok: true, registration };
  ledger.note('seat given back');
  await giveUp(ledger, event, claim, { counted });
  return entered;
};

const queue = async <R extends SeatEntry>(
  ledger: Ledger<R>,
  room: AnyRoom,
  entry: R & { queuedAt: string },
  { replaces, settles }: { replaces: Replaced | undefined; settles: typeof settle },
): Promise<Admitted<R>> => {
  const { pools, queuedAt } = entry;
  const registration = { ...entry, status: 'waitlisted', ...waitingPlaces(pools, queuedAt) } as const;
  const event = eventOf(entry);
  // The marks are set before the place in the queue: a later request must not see a free seat first.
  await markPools(ledger, event, room, pools);
  const entered = await enter(ledger, registration, replaces);
  if (!entered.ok) return entered;
  const claim = await settles(ledger, event, pools, registration);
  return { ok: true, registration: claim ? seatedOnTheWay(registration, claim) : registration };
};

/** A seat came free within the request: the registration as `confirm` left it. */
const seatedOnTheWay = <R extends SeatEntry>(waiting: R, claim: Claim): R => {
  const { unitPlace: _waits, ...registration } = waiting;
  return {
    ...(registration as R),
    status: 'confirmed',
    claim,
    place: seatPlace(claim),
    turn: waiting.turn + 1,
    version: waiting.version + 1,
  };
};

/** Sets the marks of these pools that are missing or old. */
export const markPools = async (ledger: Ledger, event: EventRef, room: AnyRoom, pools: readonly string[]) => {
  const now = ledger.now();
  for (const pool of pools) {
    const mark = room.pools.find((p) => p.pool === pool)?.wait;
    if (mark === undefined || now - mark > MARK_FRESH_MS) await ledger.mark(event.id, pool, now);
  }
};

/** Writes the registration. After a lost answer, the record under the key tells whether it landed. */
export const enter = async <R extends SeatEntry>(
  ledger: Ledger<R>,
  registration: R,
  replaces?: Replaced,
): Promise<Entered<R>> => {
  try {
    return await ledger.enter(registration, replaces);
  } catch (error) {
    if (!(error instanceof LostAnswer)) throw error;
    const landed = isSame(await readBack(() => ledger.registration(registration)), registration);
    ledger.note(landed ? 'entry found after a lost answer' : 'entry lost', { registration: registration.id });
    if (landed) return { ok: true };
    throw error;
  }
};

const isSame = (found: SeatEntry | Pointer | undefined, { claim, code, createdAt }: SeatEntry): boolean => {
  if (claim) return holdsClaim(found, claim);
  return found !== undefined && 'code' in found && found.code === code && found.createdAt === createdAt;
};

import type { ClaimRef, Registration } from '../../events/registrations/registration';
import { LostAnswer } from '../../platform/store/outcome';
import type { Entered, EventRef, Ledger, Room } from '../ledger/ledger';
import { newQueuedAt, seatPlace, waitingPlaces } from '../ledger/queue';
import { readBack } from './certain';
import { giveUp, names, orGiveUp, settle } from './give-up';
import { take } from './take';

/** A mark set longer ago is set again, so that reconciliation never clears one that a request relies on. */
export const MARK_FRESH_MS = 30_000;

export type Admitted =
  | { ok: true; registration: Registration }
  /** There is a registration under this key already. */
  | { ok: false; found: Exclude<Entered, { ok: true }>['found'] }
  /** No seat, and the caller wants no place in the queue. */
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
  /** The pointer that may be written over, or the name of who left. */
  over?: string;
}

/**
 * Gives a person a seat, or a place in the queue of their pools. The registration comes without
 * status, place and claim. Calls: a seat costs claim + write; the queue of a marked pool costs
 * write + one look at the room. What is answered is what this request made of them.
 * @throws LostAnswer when the write may or may not have landed: the person tries again, and is recognised
 */
export const admit = async (
  ledger: Ledger,
  event: EventRef,
  room: Room,
  entry: Registration,
  { pending = false, seatOnly = false, within, arrived, over }: AdmitOptions = {},
): Promise<Admitted> => {
  if (pending) {
    const entered = await enter(ledger, { ...entry, status: 'pending' }, over);
    return entered.ok ? { ok: true, registration: { ...entry, status: 'pending' } } : entered;
  }
  const queuedAt = arrived ?? newQueuedAt(entry.createdAt, ledger.newClaim().slice(0, 4));
  const taken = await take(ledger, event, within ? [within] : entry.pools, room);
  if (taken.claim) return sit(ledger, event, entry, taken.claim, over);
  if (seatOnly) return { ok: false };
  return queue(ledger, event, taken.room, { ...entry, queuedAt }, over);
};

const sit = async (
  ledger: Ledger,
  event: EventRef,
  entry: Registration,
  claim: ClaimRef,
  over?: string,
): Promise<Admitted> => {
  const registration: Registration = { ...entry, status: 'confirmed', claim, place: seatPlace(claim) };
  const entered = await orGiveUp(ledger, event, claim, () => enter(ledger, registration, over));
  if (entered.ok) return { ok: true, registration };
  ledger.note('seat given back');
  await giveUp(ledger, event, claim);
  return entered;
};

const queue = async (
  ledger: Ledger,
  event: EventRef,
  room: Room,
  entry: Registration,
  over?: string,
): Promise<Admitted> => {
  const registration: Registration = {
    ...entry,
    status: 'waitlisted',
    ...waitingPlaces(entry.pools, entry.queuedAt!),
  };
  // The marks are written before the place in the queue: a later request must not see a free seat first.
  await markPools(ledger, event, room, entry.pools);
  const entered = await enter(ledger, registration, over);
  if (!entered.ok) return entered;
  const claim = await settle(ledger, event, entry.pools, { ...registration, queuedAt: entry.queuedAt! });
  return { ok: true, registration: claim ? seatedAtOnce(registration, claim) : registration };
};

/** A seat came free on the way: as `confirm` left them. */
const seatedAtOnce = (
  { unitPlace: _waits, ...registration }: Registration,
  claim: ClaimRef,
): Registration => ({
  ...registration,
  status: 'confirmed',
  claim,
  place: seatPlace(claim),
  turn: registration.turn + 1,
  version: registration.version + 1,
});

/** Sets the marks of these pools that are missing or old. */
export const markPools = async (ledger: Ledger, event: EventRef, room: Room, pools: readonly string[]) => {
  const now = ledger.now();
  for (const pool of pools) {
    const mark = room.pools.find((p) => p.pool === pool)?.wait;
    if (mark === undefined || now - mark > MARK_FRESH_MS) await ledger.mark(event.id, pool, now);
  }
};

/** Writes the registration; after a lost answer, whether ours stands there tells. */
const enter = async (ledger: Ledger, registration: Registration, over?: string): Promise<Entered> => {
  try {
    return await ledger.enter(registration, over);
  } catch (error) {
    if (!(error instanceof LostAnswer)) throw error;
    const found = (await readBack(() => ledger.registration(registration))) as Registration | undefined;
    const ours =
      registration.claim !== undefined
        ? names(found, registration.claim)
        : found?.code === registration.code && found.createdAt === registration.createdAt;
    ledger.note(ours ? 'entry found after a lost answer' : 'entry lost', { registration: registration.id });
    if (ours) return { ok: true };
    throw error;
  }
};

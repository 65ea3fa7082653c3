import type { SeatEntry } from './entry';
import type { Claim } from './seats';

/** The pools that are no quota: a person of any unit or body may sit there. */
export const SHARED_POOLS = ['open', 'online'] as const;
export const isShared = (pool: string): boolean => (SHARED_POOLS as readonly string[]).includes(pool);

/** Seats beyond the number, for delegates of invited bodies: each is added with its delegate and leaves with them. */
export const GUESTS = 'guests';
/** The quota of a unit or body. */
export const isQuota = (pool: string): boolean => !isShared(pool) && pool !== GUESTS;

let last = { at: '', n: 0 };

/**
 * The order of a queue: the time, then a running number for those who came in the same millisecond, then a
 * random tail, so that no two are ever equal. It never goes back: after the clock was set back, those who come wait at the
 * last time with a higher number, behind those who came before.
 */
export const newQueuedAt = (at: string, tail: string): string => {
  last = at <= last.at ? { at: last.at, n: last.n + 1 } : { at, n: 0 };
  return `${last.at}#${String(last.n).padStart(6, '0')}${tail}`;
};

/** The index keys of a registration that waits: `place` for the shared pool, `unitPlace` for the quota. */
export const waitingPlaces = (
  pools: readonly string[],
  queuedAt: string,
): Pick<SeatEntry, 'place' | 'unitPlace'> => {
  const shared = pools.find(isShared);
  const quota = pools.find(isQuota);
  return {
    place: shared && `wait#${shared}#${queuedAt}`,
    unitPlace: quota && `wait#${quota}#${queuedAt}`,
  };
};

export const seatPlace = (claim: Claim): string => `seat#${claim.id}`;

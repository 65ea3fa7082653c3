import type { Account } from '../directory/accounts/account';
import { getEvent } from '../events/event/get';
import { readRoom } from '../events/event/room';
import { listNominations } from '../events/nominations/list';
import { sharedPoolOf } from '../events/nominations/take-back';
import { Problem } from '../platform/problem/problem';
import type { World } from '../platform/world/world';
import { seatsIn } from '../seats/ledger/room';
import { readCoverage } from './coverage';

/** A unit, its mediators who were never trained, and the quota that is proposed for it. */
export interface ProposedQuota {
  unitId: string;
  name: string;
  never: number;
  quota: number;
}

export interface QuotaProposal {
  quotas: readonly ProposedQuota[];
  /** All of the units that were never trained. */
  never: number;
  /** By how many seats the quotas are bounded; absent where they are not. */
  seats?: number | undefined;
}

/** The largest quota that a unit can have. */
const MOST = 500;

/**
 * Shares seats by need: each gets what it needs where there are enough seats, else its part by the largest remainder;
 * equal remainders go to the larger need, then to the first. Pure.
 */
export const shareSeats = (needs: readonly number[], seats: number): number[] => {
  const all = needs.reduce((sum, need) => sum + need, 0);
  if (all <= seats) return [...needs];
  const parts = needs.map((need, i) => {
    const whole = Math.floor((need * seats) / all);
    return { i, need, whole, rest: need * seats - whole * all };
  });
  let left = seats - parts.reduce((sum, { whole }) => sum + whole, 0);
  const first = [...parts].sort((a, b) => b.rest - a.rest || b.need - a.need || a.i - b.i);
  for (const part of first) {
    if (left === 0) break;
    part.whole++;
    left--;
  }
  return parts.map(({ whole }) => whole);
};

/**
 * What a call for nomination would ask of each unit: its recognised mediators who were never trained, shared among the
 * units where there are fewer seats than people. Units that have a quota of the event are left out. Writes nothing.
 * @param asked `seats`: how many the call may give; left out, the free seats that are open to everybody, if the event has
 *   such seats at all
 * @throws Problem `not-nomination`, `event-cancelled`
 */
export const proposeQuotas = async (
  world: World,
  account: Account | undefined,
  eventId: string,
  asked: { area?: string | undefined; seats?: number | undefined } = {},
): Promise<QuotaProposal> => {
  const event = await getEvent(world, eventId);
  if (event.admission !== 'nomination') throw new Problem('conflict', 'not-nomination');
  if (event.status === 'cancelled') throw new Problem('conflict', 'event-cancelled');
  const [room, given, coverage] = await Promise.all([
    readRoom(world, eventId),
    listNominations(world, eventId),
    readCoverage(world, account, { area: asked.area }),
  ]);
  const taken = new Set(given.filter(({ status }) => status === 'issued').map(({ pool }) => pool));
  const units = coverage.units
    .map(({ unitId, name, mediators, trained }) => ({ unitId, name, never: mediators - trained }))
    .filter(({ unitId, never }) => never > 0 && !taken.has(unitId));
  const shared = seatsIn(room, sharedPoolOf(event));
  const seats = asked.seats ?? (shared.size > 0 ? shared.free : undefined);
  const never = units.reduce((sum, one) => sum + one.never, 0);
  const shares = shareSeats(
    units.map((one) => one.never),
    seats ?? never,
  );
  const quotas = units.map((one, i) => ({ ...one, quota: Math.min(shares[i]!, MOST) }));
  return { quotas, never, seats };
};

import { randomUUID } from 'node:crypto';
import { Problem } from '../../platform/problem/problem';
import { LostAnswer } from '../../platform/store/outcome';
import { isPresent, type SeatEntry } from '../ledger/entry';
import type { Exchange, Ledger } from '../ledger/ledger';
import { seatPlace, waitingPlaces } from '../ledger/queue';

/**
 * The seat, or the place in the queue, passes to a substitute in one transaction. The block is not touched: the
 * substitute names the same claim.
 * @param entry the substitute's registration without status, place and claim
 * @throws Problem `registration-not-active`, `substitute-already-registered`; with `unlessPresent` also
 *   `marked-present`
 */
export const exchange = async <R extends SeatEntry>(
  ledger: Ledger<R>,
  old: R,
  entry: R,
  how?: Exchange,
): Promise<R> => {
  const { pools, claim, queuedAt } = old;
  const successor: R =
    old.status === 'confirmed' && claim
      ? { ...entry, status: 'confirmed', pools, claim, place: seatPlace(claim) }
      : { ...entry, status: 'waitlisted', pools, queuedAt, ...waitingPlaces(pools, queuedAt!) };
  if (await exchangeCertainly(ledger, old, successor, how)) return successor;
  const now = await ledger.registration(old);
  const unchanged =
    now &&
    'status' in now &&
    now.status === old.status &&
    now.claim?.id === claim?.id &&
    now.queuedAt === queuedAt;
  if (unchanged && how?.unlessPresent && isPresent(now)) throw new Problem('conflict', 'marked-present');
  throw new Problem('conflict', unchanged ? 'substitute-already-registered' : 'registration-not-active');
};

const TRIES = 3;

/** After a lost answer the transaction is sent again: its token makes it the same one. */
const exchangeCertainly = async <R extends SeatEntry>(
  ledger: Ledger<R>,
  old: R,
  successor: R,
  how?: Exchange,
): Promise<boolean> => {
  const token = randomUUID();
  for (let attempt = 1; ; attempt++) {
    try {
      return await ledger.exchange(old, successor, token, how);
    } catch (error) {
      if (!(error instanceof LostAnswer)) throw error;
      const found = await ledger.registration(old);
      if (found && 'exit' in found && found.exit === token) return true;
      ledger.note('exchange repeated', { registration: old.id });
      if (attempt >= TRIES) throw error;
    }
  }
};

import { randomInt } from 'node:crypto';
import { newClaimId } from '../../platform/keys/ids';
import type { World } from '../../platform/world/world';
import type { SeatEntry } from '../ledger/entry';
import type { Ledger } from '../ledger/ledger';
import { blockCalls, claimCalls, poolCalls, roomCalls } from './block-calls';
import { entryCalls, reseatingCalls, seatingCalls } from './entry-calls';
import { queueCalls } from './queue-calls';
import { suspectCalls } from './suspect-calls';

/** Branches that only crashes, failed writes, lost answers and restores lead to: logged for the person on duty. */
const WORTH_A_LOOK = new Set([
  'claim left to reconciliation',
  'claim undone',
  'entry found after a lost answer',
  'entry lost',
  'exchange repeated',
  'exit found after a lost answer',
  'freed without a handover',
  'no seat to give again',
  'orphaned claim given up',
  'seated again',
  'too many claims refused',
]);

/**
 * The ledger's calls on the real tables. Each write is one call, atomic by itself; it is sent again only while
 * DynamoDB says that nothing was written. A read may take several calls: pages, or one for each section.
 * @template R all that the caller keeps of a registration; the ledger reads and writes it whole
 */
export const ledgerOf = <R extends SeatEntry = SeatEntry>(world: World): Ledger<R> => {
  const ledger: Ledger = {
    now: world.now,
    newClaim: newClaimId,
    pick: (of) => of[randomInt(of.length)]!,
    note: (branch, of) => {
      if (WORTH_A_LOOK.has(branch)) world.log({ what: 'ledger', level: 'warn', branch, ...of });
    },
    ...roomCalls(world.db, world.now),
    ...blockCalls(world.db),
    ...claimCalls(world.db, world.now),
    ...poolCalls(world.db),
    ...queueCalls(world.db),
    ...entryCalls(world.db),
    ...seatingCalls(world.db, world.now),
    ...reseatingCalls(world.db, world.now),
    ...suspectCalls(world.db),
  };
  return ledger as Ledger<R>;
};

import type { World } from '../platform/world/world';
import { type PoolAsked, relabelPool, resizePool } from './protocol/capacity';
import { ledgerOf } from './tables/ledger-tables';
import { poolItems, poolKey } from './tables/seat-tables';

/**
 * Gives a pool its number of seats; more than before move the queue. Idempotent: sizes are set, never added to.
 * @example await setPoolSize(world, event.id, { pool: 'open' }, 40);
 * @throws Problem `capacity-below-held` where more seats are held than asked for
 */
export const setPoolSize = (world: World, eventId: string, pool: PoolAsked, seats: number): Promise<void> =>
  resizePool(ledgerOf(world), eventId, pool, seats);

/**
 * Records that a quota is being given, before its seats are there: a reader who finds the seats without a
 * nomination sees how long ago that was begun.
 */
export const askForQuota = async (world: World, eventId: string, pool: string): Promise<void> => {
  await world.db.update(poolItems, poolKey(eventId, pool), { set: { pool, asked: world.now() } });
};

/** After its deadline a quota's seats fall to everybody: its blocks get the shared pool's label. */
export const releaseQuota = (
  world: World,
  eventId: string,
  pool: string,
  shared: 'open' | 'online' = 'open',
): Promise<void> => relabelPool(ledgerOf(world), eventId, pool, shared);

import type { World } from '../../platform/world/world';
import type { Ledger } from '../ledger/ledger';
import { ledgerOf } from '../tables/ledger-tables';
import { refOf } from './capacity';
import { settle } from './give-up';

/**
 * The event is cancelled or postponed: no registration is touched; the blocks take no claim and no
 * promotion from now on. The event's own state was set before; reconciliation repeats what a crash left.
 */
export const stopSeats = (world: World, eventId: string): Promise<void> =>
  setStopped(ledgerOf(world), eventId, true);

/** The event goes on: seats are given again, first to those who wait. */
export const resumeSeats = (world: World, eventId: string): Promise<void> =>
  setStopped(ledgerOf(world), eventId, false);

export const setStopped = async (ledger: Ledger, eventId: string, stopped: boolean): Promise<void> => {
  const room = await ledger.room(eventId);
  for (const block of room.blocks)
    if (Boolean(block.stopped) !== stopped) await ledger.stop(eventId, block.sk, stopped);
  if (!stopped && room.event)
    await settle(
      ledger,
      refOf(room.event),
      room.pools.map((p) => p.pool),
    );
};

import type { World } from '../world';
import { refOf } from './capacity';
import { settle } from './give-up';
import type { Ledger } from './ledger';
import { ledgerOf } from './ledger-tables';

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

import type { World } from '../platform/world/world';
import { setPace, setStopped } from './protocol/stop';
import { ledgerOf } from './tables/ledger-tables';

/**
 * The event is cancelled or postponed: no registration is touched; the blocks take no claim and no
 * promotion from now on. The event's own state was set before; reconciliation repeats what a crash left.
 */
export const stopSeats = (world: World, eventId: string): Promise<void> =>
  setStopped(ledgerOf(world), eventId, true);

/** The event goes on: seats are given again, first to those who wait. */
export const resumeSeats = (world: World, eventId: string): Promise<void> =>
  setStopped(ledgerOf(world), eventId, false);

/** The event's beginning or its `promotionHours` changed: from when the queue no longer moves by itself follows. */
export const paceSeats = (world: World, eventId: string): Promise<void> => setPace(ledgerOf(world), eventId);

import type { World } from '../platform/world/world';
import type { Room } from './ledger/room';
import { type Reconciled, reconcileEvent } from './protocol/reconcile';
import { ledgerOf } from './tables/ledger-tables';

/**
 * Repairs what crashes left behind. Safe beside the traffic and beside itself; runs on the clock.
 * @param room what the caller read just now
 */
export const reconcile = (world: World, eventId: string, room?: Room): Promise<Reconciled> =>
  reconcileEvent(ledgerOf(world), eventId, room);

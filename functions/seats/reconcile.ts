import type { World } from '../platform/world/world';
import { type Reconciled, reconcileEvent } from './protocol/reconcile';
import { ledgerOf } from './tables/ledger-tables';

/** Repairs what crashes left behind. Safe beside the traffic and beside itself; runs on the clock. */
export const reconcile = (world: World, eventId: string): Promise<Reconciled> =>
  reconcileEvent(ledgerOf(world), eventId);

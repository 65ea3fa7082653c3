import type { Ledger } from '../ledger/ledger';
import { settle } from './give-up';

/** Sets or removes the flag on an event's blocks. Where the event goes on, the queue moves. */
export const setStopped = async (ledger: Ledger, eventId: string, stopped: boolean): Promise<void> => {
  const room = await ledger.room(eventId);
  for (const block of room.blocks)
    if (Boolean(block.stopped) !== stopped) await ledger.stop(eventId, block.sk, stopped);
  if (!stopped && room.event) {
    const pools = room.pools.map((p) => p.pool);
    await settle(ledger, room.event, pools);
  }
};

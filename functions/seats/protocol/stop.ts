import type { Ledger } from '../ledger/ledger';
import { lateFrom, type Room } from '../ledger/room';
import { settle } from './give-up';

/** Sets or removes the flag on an event's blocks. Where the event goes on, the queue moves. */
export const setStopped = async (ledger: Ledger, eventId: string, stopped: boolean): Promise<void> => {
  const room = await ledger.room(eventId);
  for (const block of room.blocks)
    if (Boolean(block.stopped) !== stopped) await ledger.stop(eventId, block.sk, stopped);
  await paceBlocks(ledger, room);
  if (!stopped) await settleAll(ledger, room);
};

/** The event's beginning, or how long before it the queue moves by itself, has changed: the blocks follow. */
export const setPace = async (ledger: Ledger, eventId: string): Promise<void> => {
  const room = await ledger.room(eventId);
  await paceBlocks(ledger, room);
  await settleAll(ledger, room);
};

/** Writes to each block from when it is late, where it says another time. */
export const paceBlocks = async (ledger: Ledger, { event, blocks }: Room): Promise<void> => {
  if (!event) return;
  const from = lateFrom(event);
  for (const block of blocks) if (block.lateFrom !== from) await ledger.pace(event.id, block.sk, from);
};

const settleAll = async (ledger: Ledger, { event, pools }: Room): Promise<void> => {
  if (event)
    await settle(
      ledger,
      event,
      pools.map((p) => p.pool),
    );
};

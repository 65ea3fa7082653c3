import { BLOCK_SEATS, type Block, type Event, eventsTable, type Pool } from '../../events/event/event';
import { invalid } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import type { EventRef, Ledger } from '../ledger/ledger';
import { seatsIn, standsStill } from '../ledger/room';
import { ledgerOf } from '../tables/ledger-tables';
import { settle } from './give-up';

const ROUNDS = 50;

/**
 * Gives a pool its number of seats. Up: blocks grow to 25 seats, then blocks are added, then the queue
 * moves. Down: only seats that nobody holds. Sizes are set, never added to, so that a repeat is harmless.
 * @param path of the field to blame
 * @throws Problem `capacity-below-held` where more seats are held than asked for
 */
export const setPoolSize = (
  world: World,
  eventId: string,
  pool: { pool: string; label?: string },
  seats: number,
  path = 'capacity',
): Promise<void> => resizePool(ledgerOf(world), eventId, pool, seats, path);

export const resizePool = async (
  ledger: Ledger,
  eventId: string,
  pool: { pool: string; label?: string },
  seats: number,
  path = 'capacity',
): Promise<void> => {
  for (let round = 0; round < ROUNDS; round++) {
    const room = await ledger.room(eventId);
    if (!room.pools.some((p) => p.pool === pool.pool && (p.label === pool.label || !pool.label)))
      await ledger.addPool(eventId, pool);
    const blocks = room.blocks.filter((b) => b.pool === pool.pool);
    const { size, held } = seatsIn(room, pool.pool);
    if (seats < held) throw invalid(path, 'capacity-below-held', { held });
    let change = seats - size;
    if (change === 0) {
      if (room.event) await settle(ledger, refOf(room.event), [pool.pool]);
      return;
    }
    let agreed = true;
    for (const block of blocks) {
      const to =
        change > 0
          ? Math.max(block.size, Math.min(BLOCK_SEATS, block.size + change))
          : Math.max(block.count, block.size + change);
      if (to === block.size) continue;
      agreed = (await ledger.resize(eventId, block, to)) && agreed;
      change -= to - block.size;
    }
    const stopped = room.event !== undefined && standsStill(room.event, ledger.now());
    for (let n = nextBlock(room.blocks); change > 0; n++) {
      const to = Math.min(BLOCK_SEATS, change);
      agreed = (await ledger.addBlock(eventId, blockName(n), pool.pool, to, stopped)) && agreed;
      change -= to;
    }
    ledger.note(agreed ? 'resized' : 'resize refused');
    // Round again: what was refused is seen anew, and what was agreed is settled.
  }
  throw invalid(path, 'capacity-contended');
};

const blockName = (n: number) => `block#${String(n).padStart(4, '0')}`;
const nextBlock = (blocks: readonly { sk: string }[]) =>
  Math.max(0, ...blocks.map((b) => Number(b.sk.slice('block#'.length)))) + 1;

export const refOf = (event: { id: string; sections: number }): EventRef => ({
  id: event.id,
  sections: event.sections,
});

/**
 * Says that a quota is being given, before its seats are there: whoever finds the seats without a nomination
 * sees how long ago that was begun.
 */
export const askForQuota = async (world: World, eventId: string, pool: string): Promise<void> => {
  await world.db.update<Pool | Event | Block>(
    eventsTable,
    { pk: eventId, sk: `pool#${pool}` },
    { set: { pool, asked: world.now() } },
  );
};

/** After its deadline a quota's seats fall to everybody: its blocks get the shared pool's label. */
export const releaseQuota = (
  world: World,
  eventId: string,
  pool: string,
  shared: 'open' | 'online' = 'open',
): Promise<void> => relabelPool(ledgerOf(world), eventId, pool, shared);

export const relabelPool = async (
  ledger: Ledger,
  eventId: string,
  from: string,
  to: string,
): Promise<void> => {
  const room = await ledger.room(eventId);
  if (!room.event) return;
  if (!room.pools.some((p) => p.pool === to)) await ledger.addPool(eventId, { pool: to });
  for (const block of room.blocks.filter((b) => b.pool === from))
    ledger.note((await ledger.relabel(eventId, block.sk, from, to)) ? 'relabelled' : 'relabel refused');
  await settle(ledger, refOf(room.event), [to]);
};

import { releaseQuota } from '../seats/capacity';
import { readRoom } from '../seats/room';
import { iso } from '../time';
import type { World } from '../world';
import { listNominations } from './list';

/** After its deadline, what a quota has not used falls to the open pool. Safe to repeat. */
export const releaseExpiredQuotas = async (world: World, eventId: string): Promise<void> => {
  const now = iso(world.now());
  const expired = (await listNominations(world, eventId)).filter((n) => n.deadline <= now);
  if (!expired.length) return;
  const room = await readRoom(world, eventId);
  for (const { pool } of expired)
    if (room.blocks.some((b) => b.pool === pool && b.count < b.size))
      await releaseQuota(world, eventId, pool);
};

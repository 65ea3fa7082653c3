import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { changeInvitation } from './change';
import { seatAnswered } from './delegates';
import type { Invitation } from './invitation';
import { getInvitation } from './list';

/**
 * Takes an invitation back: its link then says so, and a body that had the letter is told. Idempotent.
 * @throws Problem stale `invitation-stale`
 */
export const revoke = async (world: World, id: string, version: number): Promise<Invitation> => {
  const before = await getInvitation(world, id);
  if (before.status === 'revoked') return before;
  const revoked = await changeInvitation(world, id, {
    version,
    from: ['prepared', 'issued'],
    set: { status: 'revoked', revokedAt: iso(world.now()) },
  });
  await seatAnswered(world, id);
  return revoked;
};

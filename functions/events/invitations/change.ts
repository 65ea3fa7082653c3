import { Problem } from '../../platform/problem/problem';
import type { Change } from '../../platform/store/db';
import { Refused } from '../../platform/store/outcome';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Invitation, invitationsTable } from './invitation';

/**
 * Changes what an answer rests on: the version rises, and whoever read an older one is refused.
 * @throws Problem stale `invitation-stale`
 */
export const change = async (
  world: World,
  id: string,
  version: number,
  set: Partial<Record<keyof Invitation, unknown>>,
  status: readonly Invitation['status'][],
): Promise<Invitation> => {
  try {
    return await write(world, id, {
      set: { ...set, version: version + 1 },
      if: `#v = :v AND #s IN (${status.map((_, i) => `:s${i}`).join(', ')})`,
      names: { '#v': 'version', '#s': 'status' },
      values: { ':v': version, ...Object.fromEntries(status.map((s, i) => [`:s${i}`, s])) },
    });
  } catch (error) {
    if (error instanceof Refused) throw new Problem('stale', 'invitation-stale');
    throw error;
  }
};

/** Notes something beside the answer (a signed letter, a reminder), so no answer goes stale by it. */
export const note = (
  world: World,
  id: string,
  set: Partial<Record<keyof Invitation, unknown>>,
  condition: Pick<Change, 'if' | 'names' | 'values'>,
): Promise<Invitation> => write(world, id, { set, ...condition });

const write = async (world: World, id: string, { set, ...rest }: Change): Promise<Invitation> => {
  const after = await world.db.update<Invitation>(
    invitationsTable,
    { pk: id, sk: 'invitation' },
    { set: { ...set, updatedAt: iso(world.now()) }, ...rest, returns: 'ALL_NEW' },
  );
  return after!;
};

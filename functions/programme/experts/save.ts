import { idOfForm, newId } from '../../platform/keys/ids';
import { missing, Problem } from '../../platform/problem/problem';
import { ifVersion, nextVersion } from '../../platform/store/optimistic-lock';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { checkPledge } from '../pledges/check';
import { type Expert, type ExpertInput, expertKey, experts } from './expert';

/** Which expert, as the editor read it. */
interface Read {
  id: string;
  version: number;
}

/** Writes down an expert that a body named. Idempotent by `nonce`. @throws Problem invalid `body-unknown` at `bodyId` */
export const createExpert = async (
  world: World,
  { nonce, ...input }: ExpertInput,
  { sample, ...more }: { id?: string; sample?: true } = {},
): Promise<Expert> => {
  const bodyName = await checkPledge(world, input);
  const id = more.id ?? (nonce ? idOfForm('expert', world.db.actor, nonce) : newId('expert', world.now()));
  const now = iso(world.now());
  const expert: Expert = {
    ...expertKey(id),
    id,
    ...input,
    bodyName,
    ...(sample && { sample }),
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const written = await world.db.putIf(experts, expert, { if: 'attribute_not_exists(pk)' });
  return written.ok ? expert : (written.found ?? expert);
};

/** Saves an expert as a whole. @throws Problem as `createExpert`; missing `expert-missing`; stale `expert-stale` */
export const updateExpert = async (
  world: World,
  { id, version }: Read,
  { bodyId, fullName, position, topics, phone, email, from, to, document }: Omit<ExpertInput, 'nonce'>,
): Promise<Expert> => {
  const bodyName = await checkPledge(world, { bodyId });
  const set = { bodyId, bodyName, fullName, position, topics, phone, email, from, to, document };
  const written = await world.db.updateIf(experts, expertKey(id), {
    ...nextVersion(version, { set: { ...set, updatedAt: iso(world.now()) } }),
    returns: 'ALL_NEW',
  });
  if (!written.ok) throw written.found ? new Problem('stale', 'expert-stale') : missing('expert');
  return written.item!;
};

/**
 * Removes an expert who helps no more: the person's data are not needed any longer. Idempotent for one that is gone.
 * @throws Problem stale `expert-stale`
 */
export const removeExpert = async (world: World, { id, version }: Read): Promise<void> => {
  const written = await world.db.deleteIf(experts, expertKey(id), ifVersion(version));
  if (!written.ok && (await world.db.get(experts, expertKey(id), { consistent: true })))
    throw new Problem('stale', 'expert-stale');
};

/** Erases what is kept of an expert who is forgotten, whatever was changed since it was read. */
export const eraseExpert = async (world: World, id: string): Promise<void> => {
  await world.db.deleteIf(experts, expertKey(id), { if: 'attribute_exists(pk)' });
};

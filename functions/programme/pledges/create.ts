import { idOfForm, newId } from '../../platform/keys/ids';
import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { checkPledge } from './check';
import { allPledges } from './list';
import { type Pledge, type PledgeInput, pledgeKey, pledges } from './pledge';

/** Ten years of a province have fewer. */
export const MOST_PLEDGES = 5_000;

/**
 * Writes down what a partner promised. Idempotent by `nonce`.
 * @throws Problem conflict `pledges-full`, and as `checkPledge`
 */
export const createPledge = async (
  world: World,
  { nonce, ...input }: PledgeInput,
  { sample, appealId, ...more }: { id?: string; sample?: true; appealId?: string } = {},
): Promise<Pledge> => {
  const id = more.id ?? (nonce ? idOfForm('pledge', world.db.actor, nonce) : newId('pledge', world.now()));
  const bodyName = await checkPledge(world, input);
  const all = await allPledges(world);
  if (all.length >= MOST_PLEDGES && !all.some((pledge) => pledge.id === id))
    throw new Problem('conflict', 'pledges-full', { max: MOST_PLEDGES });
  const now = iso(world.now());
  const pledge: Pledge = {
    ...pledgeKey(id),
    id,
    ...input,
    bodyName,
    receipts: [],
    ...(appealId && { appealId }),
    ...(sample && { sample }),
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const written = await world.db.putIf(pledges, pledge, { if: 'attribute_not_exists(pk)' });
  return written.ok ? pledge : (written.found ?? pledge);
};

import { newId } from '../../platform/keys/ids';
import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { checkPledge } from './check';
import { allPledges } from './list';
import { type Pledge, type PledgeInput, pledgeKey, pledges } from './pledge';

/** Ten years of a province have fewer. */
export const MOST_PLEDGES = 5_000;

/**
 * Writes down what a partner promised.
 * @throws Problem conflict `pledges-full`, and as `checkPledge`
 */
export const createPledge = async (
  world: World,
  input: PledgeInput,
  { id = newId('pledge', world.now()), sample }: { id?: string; sample?: true } = {},
): Promise<Pledge> => {
  const bodyName = await checkPledge(world, input);
  if ((await allPledges(world)).length >= MOST_PLEDGES)
    throw new Problem('conflict', 'pledges-full', { max: MOST_PLEDGES });
  const now = iso(world.now());
  const pledge: Pledge = {
    ...pledgeKey(id),
    id,
    ...input,
    bodyName,
    receipts: [],
    ...(sample && { sample }),
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const written = await world.db.putIf(pledges, pledge, { if: 'attribute_not_exists(pk)' });
  if (!written.ok) throw new Error(`pledge ${id} exists already`);
  return pledge;
};

import type { Account } from '../directory/accounts/account';
import { allUnits } from '../directory/units/list';
import { must } from '../platform/problem/must';
import { Problem } from '../platform/problem/problem';
import type { World } from '../platform/world/world';
import { getSupport, listSupport } from './read';
import { maySupport, visibleSupport } from './register';
import type { Support } from './request';

/** A request for an account. @throws Problem missing `support-missing`; forbidden outside of the account's area */
export const getVisibleSupport = async (
  world: World,
  account: Account | undefined,
  id: string,
): Promise<Support> => {
  must(maySupport(account, []), 'see');
  const found = await getSupport(world, id);
  if (visibleSupport(account, await allUnits(world), [found]).length === 0)
    throw new Problem('forbidden', 'forbidden');
  return found;
};

/** Every request that an account sees. @throws Problem forbidden */
export const listVisibleSupport = async (world: World, account: Account | undefined): Promise<Support[]> => {
  must(maySupport(account, []), 'see');
  return visibleSupport(account, await allUnits(world), await listSupport(world));
};

import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import type { Account, AccountItem } from '../accounts/account';
import { getAccount } from '../accounts/find';
import { changeAccount, isRepeat } from './change';
import { mustManageNow } from './may';

interface Told {
  version: number;
  /** For the history. */
  reason: string;
}

/**
 * Suspends an account: signing in to it is refused, and what was open ends at its next request.
 * @throws Problem `forbidden`, unauthenticated `sign-in-again`; conflict `own-suspension`, `account-suspended`; stale `account-stale`
 */
export const suspendAccount = async (
  world: World,
  actor: Account,
  id: string,
  told: Told,
): Promise<AccountItem> => {
  mustManageNow(world, actor);
  if (actor.id === id) throw new Problem('conflict', 'own-suspension');
  return setActive(world, actor, id, { ...told, active: false });
};

/**
 * Opens a suspended account again. Its person must sign in again.
 * @throws Problem `forbidden`, unauthenticated `sign-in-again`; conflict `account-active`; stale `account-stale`
 */
export const reactivateAccount = async (
  world: World,
  actor: Account,
  id: string,
  told: Told,
): Promise<AccountItem> => {
  mustManageNow(world, actor);
  return setActive(world, actor, id, { ...told, active: true });
};

const setActive = async (
  world: World,
  actor: Account,
  id: string,
  { version, reason, active }: Told & { active: boolean },
): Promise<AccountItem> => {
  const account = await getAccount(world, id);
  const set = active
    ? { active, suspendedFor: undefined, reopenedFor: reason }
    : { active, suspendedFor: reason, reopenedFor: undefined };
  if (isRepeat(actor, account, { version, act: 'state', set })) return account;
  if (account.active === active)
    throw new Problem('conflict', active ? 'account-active' : 'account-suspended');
  return changeAccount(world, actor, account, { version, act: 'state', set, ends: true });
};

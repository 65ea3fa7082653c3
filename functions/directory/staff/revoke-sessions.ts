import { noteSecurity } from '../../platform/keys/security-log';
import type { World } from '../../platform/world/world';
import { type Account, type AccountItem, accountItems } from '../accounts/account';
import { getAccount } from '../accounts/find';
import { changeAccount, isRepeat } from './change';
import { mustManageNow } from './may';

/**
 * Ends every session and bearer token of a colleague's account, which stays in force.
 * @throws Problem `forbidden`, unauthenticated `sign-in-again`; stale `account-stale`
 */
export const revokeSessions = async (
  world: World,
  actor: Account,
  id: string,
  version: number,
): Promise<AccountItem> => {
  mustManageNow(world, actor);
  const account = await getAccount(world, id);
  if (isRepeat(actor, account, { version, act: 'revoke' })) return account;
  return changeAccount(world, actor, account, { version, act: 'revoke', set: {}, ends: true });
};

/** The same for one's own account, whatever the role: this session ends, too. Once or twice is the same. */
export const revokeOwnSessions = async (world: World, account: Account): Promise<void> => {
  await world.db.updateIf(
    accountItems,
    { pk: account.id },
    {
      expression: '#epoch = if_not_exists(#epoch, :zero) + :one',
      if: 'attribute_exists(pk)',
      names: { '#epoch': 'epoch' },
      values: { ':zero': 0, ':one': 1 },
    },
  );
  noteSecurity(world, 'sessions-ended', { account: account.id, how: 'own' });
};

import { newId } from '../../platform/keys/ids';
import { noteSecurity } from '../../platform/keys/security-log';
import { invalid } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Account, accountItems, epochOf } from '../accounts/account';
import { waitingRecovery } from '../accounts/second-factor';
import { alertOwner } from '../sessions/alert';
import { spendTry } from './half';

/**
 * Asks colleagues to let the account's person in by a mailed code once more, and tells the owner. Asked twice, it is one
 * request.
 * @throws Problem invalid `recovery-over` where another mailed code is needed
 */
export const askRecovery = async (world: World, half: string): Promise<Account> => {
  const account = await spendTry(world, half);
  if (waitingRecovery(world, account)) return account;
  const recovery = {
    id: newId('recovery', world.now()),
    askedAt: iso(world.now()),
    epoch: epochOf(account),
  };
  const written = await world.db.updateIf(
    accountItems,
    { pk: account.id },
    {
      set: { recovery, listed: 'account' },
      if: '#active = :true',
      names: { '#active': 'active' },
      values: { ':true': true },
    },
  );
  if (!written.ok) throw invalid('code', 'recovery-over');
  noteSecurity(world, 'recovery-asked', { account: account.id });
  await alertOwner(world, account, { what: 'recovery-asked' });
  return { ...account, recovery };
};

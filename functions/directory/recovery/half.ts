import { newToken } from '../../platform/keys/ids';
import { tokenHash } from '../../platform/keys/link-token';
import { invalid } from '../../platform/problem/problem';
import { table } from '../../platform/store/table';
import { MINUTE } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Account, accountsTable, epochOf } from '../accounts/account';
import { activeAccount } from '../accounts/find';

const LIVES = 15 * MINUTE;
const TRIES = 5;

/** `half#<hash>`: the mailed code was right, and the account has a passkey: one half of signing in. It opens nothing. */
const halves = table<{ pk: string; accountId: string; epoch: number; tries: number; expiresAt: number }>(
  accountsTable,
);
const keyOf = (half: string) => ({ pk: `half#${tokenHash(half)}` });

/** @returns its secret, which stays with the browser that typed the code */
export const beginHalf = async (world: World, account: Account): Promise<string> => {
  const half = newToken();
  await world.db.put(halves, {
    ...keyOf(half),
    accountId: account.id,
    epoch: epochOf(account),
    tries: 0,
    expiresAt: Math.floor((world.now() + LIVES) / 1_000),
  });
  return half;
};

/**
 * Whose half it is. Each reading counts as a try, before anything is looked at, so that many at once are still five.
 * @throws Problem invalid `recovery-over` on `code` where another mailed code is needed
 */
export const spendTry = async (world: World, half: string): Promise<Account> => {
  const over = () => invalid('code', 'recovery-over');
  if (!/^[0-9a-z]{20,40}$/.test(half)) throw over();
  const counted = await world.db.updateIf(halves, keyOf(half), {
    expression: 'tries = tries + :one',
    if: 'attribute_exists(pk) AND tries < :most AND expiresAt > :now',
    values: { ':one': 1, ':most': TRIES, ':now': Math.floor(world.now() / 1_000) },
    returns: 'ALL_NEW',
  });
  const account = counted.ok ? await activeAccount(world, counted.item!.accountId) : undefined;
  if (!counted.ok || !account || epochOf(account) !== counted.item!.epoch) throw over();
  return account;
};

export const endHalf = (world: World, half: string): Promise<void> => world.db.delete(halves, keyOf(half));

import { found } from '../../platform/text/search';
import type { World } from '../../platform/world/world';
import { type AccountItem, accountItems } from '../accounts/account';

/** All accounts, in force or not, in the order of names. An account that was just added may come a moment later. */
export const listAccounts = async (world: World): Promise<AccountItem[]> => {
  const all = await world.db.all(accountItems, {
    index: 'everyone',
    where: '#listed = :account',
    names: { '#listed': 'listed' },
    values: { ':account': 'account' },
  });
  return all.sort((a, b) => a.name.localeCompare(b.name, 'vi') || a.id.localeCompare(b.id));
};

/** Those whose name, address or other words a search finds, the best first. */
export const accountsWith = (
  accounts: readonly AccountItem[],
  search: string | undefined,
  wordsOf: (account: AccountItem) => readonly (string | undefined)[] = () => [],
): AccountItem[] =>
  found(accounts, search, (account) => ({
    name: account.name,
    texts: [account.email, ...wordsOf(account)],
  }));

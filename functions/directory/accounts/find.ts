import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Account, type AccountItem, accountItems, accountPointers } from './account';

/** The account while it is in force. One call. */
export const activeAccount = async (world: World, id: string | undefined): Promise<Account | undefined> => {
  if (!id) return undefined;
  const found = await world.db.get(accountItems, { pk: id }, { consistent: true });
  if (!found?.active) return undefined;
  const { pk: _pk, by: _by, listed: _listed, nonce: _nonce, lastAct: _act, ...account } = found;
  return account;
};

/** One account, in force or not. @throws Problem missing `account-missing` */
export const getAccount = async (world: World, id: string): Promise<AccountItem> => {
  // Sessions, codes and pointers share the table.
  const found = id.startsWith('acc_')
    ? await world.db.get(accountItems, { pk: id }, { consistent: true })
    : undefined;
  if (!found) throw missing('account');
  return found;
};

/** Whose address it is, in force or not: for staff who may know. */
export const ownerOfEmail = async (world: World, email: string): Promise<AccountItem | undefined> => {
  const found = await world.db.get(accountPointers, { pk: `email#${email}` }, { consistent: true });
  return found && getAccount(world, found.accountId);
};

export const accountByEmail = async (world: World, email: string): Promise<Account | undefined> => {
  const found = await world.db.get(accountPointers, { pk: `email#${email}` });
  return activeAccount(world, found?.accountId);
};

/** Names of accounts by id, also of those no longer in force: what they did stays theirs. */
export const namesOf = async (world: World, ids: readonly string[]): Promise<Map<string, string>> => {
  const keys = [...new Set(ids)].map((pk) => ({ pk }));
  const found = keys.length ? await world.db.getMany(accountItems, keys) : [];
  return new Map(found.map(({ pk, name }) => [pk, name ?? '']));
};

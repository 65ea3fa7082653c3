import { tokenHash } from '../../platform/keys/link-token';
import type { World } from '../../platform/world/world';
import { type Account, accountItems, accountPointers } from './account';

/** The account while it is in force. One call. */
export const activeAccount = async (world: World, id: string | undefined): Promise<Account | undefined> => {
  if (!id) return undefined;
  const found = await world.db.get(accountItems, { pk: id }, { consistent: true });
  if (!found?.active) return undefined;
  const { pk: _pk, by: _by, ...account } = found;
  return account;
};

export const accountByEmail = async (world: World, email: string): Promise<Account | undefined> => {
  const found = await world.db.get(accountPointers, { pk: `email#${email}` });
  return activeAccount(world, found?.accountId);
};

export const accountByApiToken = async (world: World, token: string): Promise<Account | undefined> => {
  const found = await world.db.get(accountPointers, { pk: `token#${tokenHash(token)}` });
  return activeAccount(world, found?.accountId);
};

/** Names of accounts by id, also of those no longer in force: what they did stays theirs. */
export const namesOf = async (world: World, ids: readonly string[]): Promise<Map<string, string>> => {
  const keys = [...new Set(ids)].map((pk) => ({ pk }));
  const found = keys.length ? await world.db.getMany(accountItems, keys) : [];
  return new Map(found.map(({ pk, name }) => [pk, name ?? '']));
};

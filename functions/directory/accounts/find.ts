import { tokenHash } from '../../platform/keys/link-token';
import type { World } from '../../platform/world/world';
import { type Account, accountsTable } from './account';

/** The account while it is in force. One call. */
export const activeAccount = async (world: World, id: string | undefined): Promise<Account | undefined> => {
  if (!id) return undefined;
  const found = await world.db.get(accountsTable, { pk: id }, { consistent: true });
  if (!found?.active) return undefined;
  const { pk: _pk, by: _by, ...account } = found;
  return account as unknown as Account;
};

export const accountByEmail = async (world: World, email: string): Promise<Account | undefined> => {
  const found = await world.db.get(accountsTable, { pk: `email#${email}` });
  return activeAccount(world, found?.accountId as string | undefined);
};

export const accountByApiToken = async (world: World, token: string): Promise<Account | undefined> => {
  const found = await world.db.get(accountsTable, { pk: `token#${tokenHash(token)}` });
  return activeAccount(world, found?.accountId as string | undefined);
};

/** Names of accounts by id, also of those no longer in force: what they did stays theirs. */
export const namesOf = async (world: World, ids: readonly string[]): Promise<Map<string, string>> => {
  const keys = [...new Set(ids)].map((pk) => ({ pk }));
  const found = keys.length ? await world.db.getMany(accountsTable, keys) : [];
  return new Map(found.map(({ pk, name }) => [pk, String(name ?? '')]));
};

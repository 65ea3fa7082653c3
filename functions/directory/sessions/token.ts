import { newId } from '../../platform/keys/ids';
import { tokenHash } from '../../platform/keys/link-token';
import { table } from '../../platform/store/table';
import { DAY, HOUR, iso, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Account, accountsTable, epochOf } from '../accounts/account';
import { activeAccount, getAccount } from '../accounts/find';

/** `token#<hash>`: a bearer token, by which a program calls the API in an account's name. */
export interface ApiToken {
  pk: string;
  /** `tok_…`: by which it is shown and revoked. It opens nothing. */
  id: string;
  /** The account that it opens. */
  opens: string;
  epoch: number;
  name: string;
  createdAt: string;
  /** Within an hour; absent before the first call. */
  usedAt?: string;
  /** It may manage accounts, as only a token that was made for it may. */
  manages?: true;
  expiresAt: number;
}
export const apiTokens = table<ApiToken>(accountsTable);

/** A token ends by itself, so that one that was forgotten somewhere does not open the account for ever. */
const LASTS = 90 * DAY;
/** Not every call notes that it was used. */
const NOTE_AFTER = HOUR;

export const tokenKey = (token: string) => ({ pk: `token#${tokenHash(token)}` });

/** A token of the account as it is stored: its hash alone. */
export const tokenItem = (
  world: Pick<World, 'now'>,
  account: Pick<Account, 'id' | 'epoch'>,
  token: string,
  { name, manages }: { name: string; manages?: boolean | undefined },
): ApiToken => ({
  ...tokenKey(token),
  id: newId('token', world.now()),
  opens: account.id,
  epoch: epochOf(account),
  name,
  createdAt: iso(world.now()),
  ...(manages && { manages }),
  expiresAt: Math.floor((world.now() + LASTS) / 1_000),
});

/** Adds a token without asking who acts: for commands of an operator. People use `makeToken`. */
export const addApiToken = async (
  world: World,
  accountId: string,
  token: string,
  { name = 'API', manages }: { name?: string; manages?: boolean } = {},
): Promise<ApiToken> => {
  const item = tokenItem(world, await getAccount(world, accountId), token, { name, manages });
  await world.db.put(apiTokens, item);
  return item;
};

/** Whether it still opens the account. A token of before tokens had an end does not. Pure but for the clock. */
export const isValid = (world: World, token: ApiToken, account: Account): boolean =>
  token.opens === account.id &&
  token.epoch === epochOf(account) &&
  token.expiresAt !== undefined &&
  token.expiresAt * 1_000 > world.now();

/** A token with the account that it opens, while it lasts. */
export const readApiToken = async (
  world: World,
  secret: string,
): Promise<{ account: Account; token: ApiToken } | undefined> => {
  const token = await world.db.get(apiTokens, tokenKey(secret));
  if (!token) return undefined;
  const account = await activeAccount(world, token.opens);
  if (!account || !isValid(world, token, account)) return undefined;
  await noteUse(world, token);
  return { account, token };
};

/** A token that was revoked meanwhile stays so: the refusal needs no answer. */
const noteUse = async (world: World, { pk, usedAt }: ApiToken): Promise<void> => {
  if (usedAt && ms(usedAt) > world.now() - NOTE_AFTER) return;
  await world.db.updateIf(
    apiTokens,
    { pk },
    { set: { usedAt: iso(world.now()) }, if: 'attribute_exists(pk)' },
  );
};

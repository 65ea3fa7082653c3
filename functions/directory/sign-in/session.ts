import { newToken } from '../../platform/keys/ids';
import { tokenHash } from '../../platform/keys/link-token';
import { table } from '../../platform/store/table';
import { HOUR, iso, MINUTE } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Account, accountItems, accountsTable, epochOf } from '../accounts/account';
import { activeAccount } from '../accounts/find';

/** `ses#<hash of the secret>`: an open session. */
const sessions = table<{ pk: string; accountId: string; epoch?: number; expiresAt: number }>(accountsTable);

/** A session ends after so long without a request. */
export const IDLE = 12 * HOUR;
/** Not every request moves the end: one write in ten minutes of work is enough. */
const MOVE_AFTER = 10 * MINUTE;

const endOf = (world: World) => Math.floor((world.now() + IDLE) / 1_000);
const keyOf = (session: string) => ({ pk: `ses#${tokenHash(session)}` });

/** @returns the session's secret, for the cookie; only its hash is kept */
export const openSession = async (world: World, account: Pick<Account, 'id' | 'epoch'>): Promise<string> => {
  const session = newToken();
  const { id: accountId } = account;
  await world.db.put(sessions, {
    ...keyOf(session),
    accountId,
    epoch: epochOf(account),
    expiresAt: endOf(world),
  });
  return session;
};

/**
 * Opens a session for who has just proved to be the account's person, and notes the time.
 * @returns undefined where the account was suspended or its sessions were ended meanwhile
 */
export const enter = async (world: World, account: Account): Promise<string | undefined> => {
  const noted = await world.db.updateIf(
    accountItems,
    { pk: account.id },
    {
      set: { signedInAt: iso(world.now()), listed: 'account' },
      if: `#active = :true AND ${account.epoch === undefined ? 'attribute_not_exists(#epoch)' : '#epoch = :epoch'}`,
      names: { '#active': 'active', '#epoch': 'epoch' },
      values: { ':true': true, ...(account.epoch !== undefined && { ':epoch': account.epoch }) },
    },
  );
  return noted.ok ? openSession(world, account) : undefined;
};

/** Whose session this is, while it lasts. Two reads, so that a suspended account is out at once. */
export const sessionAccount = async (world: World, session: string): Promise<Account | undefined> => {
  const found = await world.db.get(sessions, keyOf(session), { consistent: true });
  // DynamoDB removes what expired within days, not at once.
  const expiresAt = found?.expiresAt ?? 0;
  if (expiresAt * 1_000 <= world.now()) return undefined;
  const account = await activeAccount(world, found?.accountId);
  if (account && epochOf(account) !== epochOf(found!)) return undefined;
  if (account && (endOf(world) - expiresAt) * 1_000 > MOVE_AFTER) await moveEnd(world, session);
  return account;
};

/** A session that was closed meanwhile stays closed: the refusal needs no answer. */
const moveEnd = async (world: World, session: string): Promise<void> => {
  await world.db.updateIf(sessions, keyOf(session), {
    set: { expiresAt: endOf(world) },
    if: 'attribute_exists(pk)',
  });
};

export const closeSession = (world: World, session: string): Promise<void> =>
  world.db.delete(sessions, keyOf(session));

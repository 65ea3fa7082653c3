import { newToken } from '../../platform/keys/ids';
import { tokenHash } from '../../platform/keys/link-token';
import { Refused } from '../../platform/store/outcome';
import { HOUR, MINUTE } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Account, accountsTable } from '../accounts/account';
import { activeAccount } from '../accounts/find';

/** A session ends after so long without a request. */
export const IDLE = 12 * HOUR;
/** Not every request moves the end: one write in ten minutes of work is enough. */
const MOVE_AFTER = 10 * MINUTE;

const endOf = (world: World) => Math.floor((world.now() + IDLE) / 1_000);
const keyOf = (session: string) => ({ pk: `ses#${tokenHash(session)}` });

/** @returns the session's secret, for the cookie; only its hash is kept */
export const openSession = async (world: World, accountId: string): Promise<string> => {
  const session = newToken();
  await world.db.put(accountsTable, { ...keyOf(session), accountId, expiresAt: endOf(world) });
  return session;
};

/** Whose session this is, while it lasts. Two reads, so that a closed account is out at once. */
export const sessionAccount = async (world: World, session: string): Promise<Account | undefined> => {
  const found = await world.db.get(accountsTable, keyOf(session), { consistent: true });
  // DynamoDB removes what expired within days, not at once.
  const expiresAt = Number(found?.expiresAt ?? 0);
  if (expiresAt * 1_000 <= world.now()) return undefined;
  const account = await activeAccount(world, found?.accountId as string | undefined);
  if (account && (endOf(world) - expiresAt) * 1_000 > MOVE_AFTER) await moveEnd(world, session);
  return account;
};

/** A session closed meanwhile stays closed. */
const moveEnd = async (world: World, session: string): Promise<void> => {
  try {
    await world.db.update(accountsTable, keyOf(session), {
      set: { expiresAt: endOf(world) },
      if: 'attribute_exists(pk)',
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
};

export const closeSession = (world: World, session: string): Promise<void> =>
  world.db.delete(accountsTable, keyOf(session));

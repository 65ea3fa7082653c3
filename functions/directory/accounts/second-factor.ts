import { DAY, iso, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Account, epochOf, type Recovery } from './account';

/** So long after signing in first, an admin or organizer has added a passkey. */
const PASSKEY_WITHIN = 7 * DAY;
/** A recovery waits for a colleague for so long, */
const ASKED_FOR = 3 * DAY;
/** and then for its person. */
const RELEASED_FOR = DAY;

/** From then on the mailed code alone opens nothing more. */
export const hasPasskey = ({ passkeys }: Pick<Account, 'passkeys'>): boolean => Boolean(passkeys?.length);

/** Who may read and change the data of the whole province does not stay with one factor. */
export const needsPasskey = (account: Pick<Account, 'role' | 'passkeys'>): boolean =>
  (account.role === 'admin' || account.role === 'organizer') && !hasPasskey(account);

export const passkeyDue = (now: number): string => iso(now + PASSKEY_WITHIN);

/** Whether the console asks for a passkey before anything else. The demo's accounts guard nothing: it asks none. */
export const isPasskeyOverdue = (
  { settings, now }: Pick<World, 'settings' | 'now'>,
  account: Pick<Account, 'role' | 'passkeys' | 'passkeyBy'>,
): boolean =>
  !settings.sampleData &&
  needsPasskey(account) &&
  account.passkeyBy !== undefined &&
  ms(account.passkeyBy) <= now();

/** The recovery that a colleague has to decide about, while it waits. */
export const waitingRecovery = (
  { now }: Pick<World, 'now'>,
  account: Pick<Account, 'recovery' | 'epoch'>,
): Recovery | undefined => {
  const { recovery } = account;
  if (!recovery || recovery.releasedAt || recovery.epoch !== epochOf(account)) return undefined;
  return ms(recovery.askedAt) + ASKED_FOR > now() ? recovery : undefined;
};

/** The recovery by which a mailed code opens the account once more. */
export const releasedRecovery = (
  { now }: Pick<World, 'now'>,
  account: Pick<Account, 'recovery' | 'epoch'>,
): Recovery | undefined => {
  const { recovery } = account;
  if (!recovery?.releasedAt || recovery.epoch !== epochOf(account)) return undefined;
  return ms(recovery.releasedAt) + RELEASED_FOR > now() ? recovery : undefined;
};

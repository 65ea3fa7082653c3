import { newId, newToken } from '../../platform/keys/ids';
import { tokenHash } from '../../platform/keys/link-token';
import { networksOf } from '../../platform/keys/network';
import { table } from '../../platform/store/table';
import { DAY, HOUR, iso, MINUTE, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Account, accountItems, accountsTable, epochOf, type Role } from '../accounts/account';
import { activeAccount } from '../accounts/find';
import { needsPasskey, passkeyDue } from '../accounts/second-factor';
import { deviceOf } from './device';

/** By what its person proved who they are. */
export type SignedInBy = 'code' | 'passkey' | 'recovery';

/** `ses#<hash of the secret>`: an open session. */
export interface Session {
  pk: string;
  /** `ses_…`: by which its person sees it and ends it. It opens nothing. */
  id: string;
  /** The account that it opens. */
  opens: string;
  epoch: number;
  /** When its person signed in: a session never gets another beginning. */
  openedAt: string;
  /** Within ten minutes. */
  usedAt: string;
  how: SignedInBy;
  /** @example 'Chrome, Windows' */
  device?: string;
  /** @example '113.161.7/24' */
  network?: string;
  expiresAt: number;
}
export const sessions = table<Session>(accountsTable);

/** A session ends after so long without a request, */
const IDLE = 12 * HOUR;
/** and at the latest so long after signing in: sooner where the role may do more. */
const LONGEST: Record<Role, number> = { admin: DAY, organizer: DAY, officer: 7 * DAY, viewer: 7 * DAY };
/** Not every request moves the end: one write in ten minutes of work is enough. */
const MOVE_AFTER = 10 * MINUTE;

/** When a session ends if nothing more is asked of it. In seconds. */
const endOf = (world: World, role: Role, openedAt: number): number =>
  Math.floor(Math.min(world.now() + IDLE, openedAt + LONGEST[role]) / 1_000);
const keyOf = (secret: string) => ({ pk: `ses#${tokenHash(secret)}` });

/** Where and how its person signs in. */
export interface SignedIn {
  how?: SignedInBy;
  ip?: string | undefined;
  /** What the browser says of itself. */
  agent?: string | undefined;
  /** The recovery that is spent by it: it is good for one session. */
  recovery?: string;
}

/** @returns the session's secret, for the cookie; only its hash is kept */
export const openSession = async (
  world: World,
  account: Pick<Account, 'id' | 'epoch' | 'role'>,
  { how = 'code', ip, agent }: SignedIn = {},
): Promise<string> => {
  const secret = newToken();
  const now = world.now();
  await world.db.put(sessions, {
    ...keyOf(secret),
    id: newId('session', now),
    opens: account.id,
    epoch: epochOf(account),
    openedAt: iso(now),
    usedAt: iso(now),
    how,
    device: deviceOf(agent),
    network: ip && networksOf(ip).near,
    expiresAt: endOf(world, account.role, now),
  });
  return secret;
};

/**
 * Opens a session for who has just proved to be the account's person, and notes the time.
 * @returns undefined where the account was suspended, its sessions were ended, or its recovery was spent meanwhile
 */
export const enter = async (
  world: World,
  account: Account,
  signedIn: SignedIn = {},
): Promise<string | undefined> => {
  const { recovery } = signedIn;
  const noted = await world.db.updateIf(
    accountItems,
    { pk: account.id },
    {
      set: { signedInAt: iso(world.now()), listed: 'account' },
      ...(needsPasskey(account) && { expression: 'passkeyBy = if_not_exists(passkeyBy, :passkeyBy)' }),
      ...(recovery && { remove: ['#recovery'] }),
      if: [
        '#active = :true',
        account.epoch === undefined ? 'attribute_not_exists(#epoch)' : '#epoch = :epoch',
        ...(recovery ? ['#recovery.#id = :recovery'] : []),
      ].join(' AND '),
      names: {
        '#active': 'active',
        '#epoch': 'epoch',
        ...(recovery && { '#recovery': 'recovery', '#id': 'id' }),
      },
      values: {
        ':true': true,
        ...(account.epoch !== undefined && { ':epoch': account.epoch }),
        ...(needsPasskey(account) && { ':passkeyBy': passkeyDue(world.now()) }),
        ...(recovery && { ':recovery': recovery }),
      },
    },
  );
  return noted.ok ? openSession(world, account, signedIn) : undefined;
};

/** Whether it still opens the account. Pure but for the clock. */
export const isOpen = (world: World, session: Session, account: Account): boolean =>
  session.opens === account.id &&
  session.epoch === epochOf(account) &&
  // DynamoDB removes what expired within days, not at once.
  session.expiresAt * 1_000 > world.now();

/** A session with the account that it opens, while it lasts. Two reads, so that a suspended account is out at once. */
export const readSession = async (
  world: World,
  secret: string,
): Promise<{ account: Account; session: Session } | undefined> => {
  const session = await world.db.get(sessions, keyOf(secret), { consistent: true });
  if (!session || session.expiresAt * 1_000 <= world.now()) return undefined;
  const account = await activeAccount(world, session.opens);
  if (!account || !isOpen(world, session, account)) return undefined;
  await moveEnd(world, session, account.role);
  return { account, session };
};

/** A session that was closed meanwhile stays closed: the refusal needs no answer. */
const moveEnd = async (world: World, { pk, openedAt, expiresAt }: Session, role: Role): Promise<void> => {
  const end = endOf(world, role, ms(openedAt));
  if ((end - expiresAt) * 1_000 <= MOVE_AFTER) return;
  await world.db.updateIf(
    sessions,
    { pk },
    { set: { expiresAt: end, usedAt: iso(world.now()) }, if: 'attribute_exists(pk)' },
  );
};

export const closeSession = (world: World, secret: string): Promise<void> =>
  world.db.delete(sessions, keyOf(secret));

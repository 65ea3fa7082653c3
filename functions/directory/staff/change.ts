import { randomUUID } from 'node:crypto';
import { noteSecurity } from '../../platform/keys/security-log';
import { Problem } from '../../platform/problem/problem';
import { nextVersion } from '../../platform/store/optimistic-lock';
import type { World } from '../../platform/world/world';
import {
  type Account,
  type AccountItem,
  accountItems,
  accountPointers,
  versionOf,
} from '../accounts/account';
import { getAccount } from '../accounts/find';

export interface Change {
  act: NonNullable<AccountItem['lastAct']>;
  set: Partial<AccountItem>;
  /** Ends every session and bearer token of the account. */
  ends: boolean;
  /** The address moves with it, until the first sign-in. */
  address?: { from: string; to: string };
}

/**
 * Writes a change of an account that an admin makes. The same write proves that the actor is still an active admin:
 * no admin suspends or demotes themselves, so of two admins who do it to each other one is refused, and one admin is
 * always left.
 * @param version the version that the actor read
 * @throws Problem stale `account-stale` where another one was first; `forbidden` where the actor manages accounts
 *   no more; invalid `account-twice` on `email`
 */
export const changeAccount = async (
  world: World,
  actor: Account,
  account: AccountItem,
  { version, ...change }: Change & { version: number },
): Promise<AccountItem> => {
  if (version !== versionOf(account)) throw stale();
  const written = await world.db.transactIf(
    [edit(account, version, change), ...stillAdmin(actor, account), ...moved(account, change)],
    randomUUID(),
  );
  if (!written.ok) throw await refusal(world, actor, change);
  noteSecurity(world, 'account-changed', { account: account.id, how: howOf(change) });
  return getAccount(world, account.id);
};

/** `suspended` and `reactivated` are one act of an account's history. */
const howOf = ({ act, set: { active } }: Change): string =>
  active === undefined ? act : active ? 'reactivated' : 'suspended';

const edit = (account: AccountItem, version: number, { act, ends, address, ...change }: Change) => {
  const set = { ...change.set, lastAct: act };
  const unsigned = address && {
    if: 'attribute_not_exists(#signedInAt)',
    names: { '#signedInAt': 'signedInAt' },
  };
  const locked =
    account.version === undefined
      ? {
          set: { ...set, version: version + 1 },
          if: ['attribute_not_exists(#version)', unsigned?.if].filter(Boolean).join(' AND '),
          names: { ...unsigned?.names, '#version': 'version' },
        }
      : nextVersion(version, { set, ...unsigned });
  return {
    update: { pk: account.id },
    table: accountItems,
    ...locked,
    ...(ends && {
      expression: '#epoch = if_not_exists(#epoch, :zero) + :one',
      names: { ...locked.names, '#epoch': 'epoch' },
      values: { ...('values' in locked && locked.values), ':zero': 0, ':one': 1 },
    }),
  };
};

/** One's own account is in the same transaction already: it is edited only where its role stays. */
const stillAdmin = (actor: Account, account: AccountItem) =>
  actor.id === account.id
    ? []
    : [
        {
          check: { pk: actor.id },
          table: accountItems,
          if: '#active = :true AND #role = :admin',
          names: { '#active': 'active', '#role': 'role' },
          values: { ':true': true, ':admin': 'admin' },
        },
      ];

const moved = (account: AccountItem, { address }: Change) =>
  address
    ? [
        { delete: { pk: `email#${address.from}` }, table: accountPointers },
        {
          put: { pk: `email#${address.to}`, accountId: account.id },
          table: accountPointers,
          if: 'attribute_not_exists(pk)',
        },
      ]
    : [];

const stale = () => new Problem('stale', 'account-stale');

/** Which of the conditions was false. */
const refusal = async (world: World, actor: Account, { address }: Change): Promise<Problem> => {
  const now = await getAccount(world, actor.id);
  if (!now.active || now.role !== 'admin') return new Problem('forbidden', 'forbidden');
  const taken =
    address && (await world.db.get(accountPointers, { pk: `email#${address.to}` }, { consistent: true }));
  return taken ? new Problem('invalid', 'invalid', {}, [{ path: 'email', code: 'account-twice' }]) : stale();
};

/** Whether the actor's own change of this version has done this already: a form that was sent twice. */
export const isRepeat = (
  actor: Account,
  account: AccountItem,
  { version, act, set = {} }: { version: number; act: Change['act']; set?: Partial<AccountItem> },
): boolean =>
  versionOf(account) === version + 1 &&
  account.by === actor.id &&
  account.lastAct === act &&
  Object.entries(set).every(([name, value]) => account[name as keyof AccountItem] === value);

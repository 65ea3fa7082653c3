import { invalid } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Account, type AccountInput, type AccountItem, versionOf } from '../accounts/account';
import { getAccount } from '../accounts/find';
import { changeAccount, isRepeat } from './change';
import { withUnit } from './input';
import { mailInvitation } from './invite';
import { mustManageNow } from './may';

/**
 * Whether the address may still be corrected: its person has not signed in. Accounts that no page asked for may have
 * been signed in to before that was noted.
 */
export const mayCorrectAddress = ({ invitedAt, signedInAt }: Pick<Account, 'invitedAt' | 'signedInAt'>) =>
  invitedAt !== undefined && signedInAt === undefined;

/**
 * Changes name, role and unit; and the address before the first sign-in, which invites again. Another role, unit or
 * address ends every session and token: what they open was given for the old one.
 * @param version the version that the admin read
 * @throws Problem `forbidden`, unauthenticated `sign-in-again`; stale `account-stale`; invalid `own-role` on `role`, `account-email-fixed` and
 *   `account-twice` on `email`, and as `withUnit` says
 */
export const updateAccount = async (
  world: World,
  actor: Account,
  id: string,
  { version, ...input }: AccountInput & { version: number },
): Promise<AccountItem> => {
  mustManageNow(world, actor);
  const account = await getAccount(world, id);
  const { name, email, role, unitId } = await withUnit(world, input, account.unitId);
  if (isRepeat(actor, account, { version, act: 'update', set: { name, email, role, unitId } }))
    return account;
  if (actor.id === id && role !== account.role) throw invalid('role', 'own-role');
  const readdressed = email !== account.email;
  if (readdressed && version === versionOf(account) && !mayCorrectAddress(account))
    throw invalid('email', 'account-email-fixed');
  const changed = await changeAccount(world, actor, account, {
    version,
    act: 'update',
    set: {
      name,
      role,
      unitId,
      ...(readdressed && { email, invitedAt: iso(world.now()), mailedAt: undefined }),
    },
    ends: readdressed || role !== account.role || unitId !== account.unitId,
    ...(readdressed && { address: { from: account.email, to: email } }),
  });
  return readdressed && changed.active ? mailInvitation(world, changed) : changed;
};

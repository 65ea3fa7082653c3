import { noteSecurity } from '../../platform/keys/security-log';
import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Account, type AccountInput, type AccountItem, accountItems } from '../accounts/account';
import { getAccount, ownerOfEmail } from '../accounts/find';
import { mailAtOnce } from '../accounts/mail-at-once';
import { addAccount } from '../sign-in/add-account';
import { listUnits } from '../units/list';
import { unitLabel } from '../units/words';
import { changeAccount, isRepeat } from './change';
import { withUnit } from './input';
import { inviteMessage } from './invite-mail';
import { mustManageNow } from './may';

/**
 * Makes an account for a colleague and mails how to sign in.
 * @param nonce of the form: sent again, it makes and mails nothing more
 * @throws Problem `forbidden`, unauthenticated `sign-in-again`; invalid `account-twice` on `email`, and as `withUnit` says
 */
export const inviteAccount = async (
  world: World,
  actor: Account,
  input: AccountInput,
  { nonce }: { nonce?: string | undefined } = {},
): Promise<AccountItem> => {
  mustManageNow(world, actor);
  const checked = await withUnit(world, input);
  const more = { invitedAt: iso(world.now()), ...(nonce && { nonce }) };
  try {
    const { id } = await addAccount(world, checked, more);
    noteSecurity(world, 'account-added', { account: id, how: checked.role });
    return await mailInvitation(world, await getAccount(world, id));
  } catch (error) {
    const there = nonce && isTwice(error) ? await ownerOfEmail(world, checked.email) : undefined;
    if (there?.nonce !== undefined && there.nonce === nonce) return there;
    throw error;
  }
};

const isTwice = (error: unknown): boolean =>
  error instanceof Problem && error.fields.some(({ code }) => code === 'account-twice');

/**
 * Mails the invitation again, to who has not signed in.
 * @throws Problem `forbidden`, unauthenticated `sign-in-again`, stale `account-stale`, conflict `account-in-use`, `account-suspended`
 */
export const inviteAgain = async (
  world: World,
  actor: Account,
  id: string,
  version: number,
): Promise<AccountItem> => {
  mustManageNow(world, actor);
  const account = await getAccount(world, id);
  if (isRepeat(actor, account, { version, act: 'invite' })) return account;
  if (account.signedInAt) throw new Problem('conflict', 'account-in-use');
  if (!account.active) throw new Problem('conflict', 'account-suspended');
  const set = { invitedAt: iso(world.now()) };
  return mailInvitation(
    world,
    await changeAccount(world, actor, account, { version, act: 'invite', set, ends: false }),
  );
};

/**
 * Sends the mail at once, one attempt, as a code goes. The account stands whatever becomes of it: `mailedAt` says
 * whether the mail service took it, and the mail can be sent again.
 */
export const mailInvitation = async (world: World, account: AccountItem): Promise<AccountItem> => {
  const unit = account.unitId && (await listUnits(world)).find(({ id }) => id === account.unitId);
  const message = inviteMessage(world, account, unit ? unitLabel(unit) : undefined);
  try {
    await mailAtOnce(world, account, message, 'account-invitation');
  } catch (error) {
    const name = error instanceof Error ? error.name : 'error';
    world.log({ what: 'account-invitation-not-sent', level: 'error', account: account.id, error: name });
    return account;
  }
  const mailedAt = iso(world.now());
  await world.db.updateIf(
    accountItems,
    { pk: account.id },
    { set: { mailedAt }, if: 'attribute_exists(pk)' },
  );
  return { ...account, mailedAt };
};

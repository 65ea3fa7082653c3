import type { World } from '../../platform/world/world';
import type { Account } from '../accounts/account';
import { mailAtOnce } from '../accounts/mail-at-once';
import { signInCodeMessage, wrongCodesMessage } from './code-mail';

/**
 * Mails a sign-in code at once, without the outbox: it expires in ten minutes. One attempt; a person who gets
 * no mail asks for another code.
 * @param code as it was made
 */
export const sendSignInCode = async (
  world: World,
  account: Pick<Account, 'email' | 'name'>,
  code: string,
): Promise<void> => {
  const message = signInCodeMessage(account.name, code, world.settings.help);
  await mailAtOnce(world, account, message, 'sign-in-code');
};

/** Tells the account's person that many wrong codes were typed. */
export const warnOfWrongCodes = async (
  world: World,
  account: Pick<Account, 'email' | 'name'>,
  times: number,
): Promise<void> => {
  const message = wrongCodesMessage(account.name, times, world.settings.help);
  await mailAtOnce(world, account, message, 'sign-in-warning');
};

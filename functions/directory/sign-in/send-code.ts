import { newId } from '../../platform/keys/ids';
import { toHtml, toText } from '../../platform/mail/render';
import { sendMail } from '../../platform/mail/send';
import type { World } from '../../platform/world/world';
import type { Account } from '../accounts/account';
import { signInCodeMessage } from './code-mail';

/**
 * Mails a sign-in code at once, without the outbox: it expires in ten minutes. One attempt; a person who gets
 * no mail asks for another code.
 * @param code six digits, as typed
 */
export const sendSignInCode = async (
  world: World,
  account: Pick<Account, 'email' | 'name'>,
  code: string,
): Promise<void> => {
  const { department, help } = world.settings;
  const message = signInCodeMessage(account.name, code, help);
  await sendMail(world, {
    id: newId('delivery', world.now()),
    to: { name: account.name, address: account.email },
    replyTo: help.email,
    subject: message.subject,
    text: toText(message, department),
    html: toHtml(message, department),
    tags: { template: 'sign-in-code' },
  });
};

import { newId } from '../../platform/keys/ids';
import { toHtml, toText } from '../../platform/mail/render';
import { sendMail } from '../../platform/mail/send';
import type { World } from '../../platform/world/world';
import type { Account } from '../accounts/account';
import { signInCodeLetter } from './code-mail';

/**
 * Mails a sign-in code at once, past the queue: it is worth nothing in ten minutes. One attempt; whoever
 * gets no mail asks for another code.
 * @param code six digits, as typed
 */
export const sendSignInCode = async (
  world: World,
  account: Pick<Account, 'email' | 'name'>,
  code: string,
): Promise<void> => {
  const { department, help } = world.settings;
  const letter = signInCodeLetter(account.name, code, help);
  await sendMail(world, {
    id: newId('delivery', world.now()),
    to: { name: account.name, address: account.email },
    replyTo: help.email,
    subject: letter.subject,
    text: toText(letter, department),
    html: toHtml(letter, department),
    tags: { template: 'sign-in-code' },
  });
};

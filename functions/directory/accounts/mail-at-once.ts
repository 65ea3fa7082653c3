import { newId } from '../../platform/keys/ids';
import type { Message } from '../../platform/mail/message';
import { toHtml, toText } from '../../platform/mail/render';
import { sendMail } from '../../platform/mail/send';
import type { World } from '../../platform/world/world';
import type { Account } from './account';

/**
 * Mails an account at once, by one attempt and without the outbox: its person waits for the mail, and can ask for
 * another one.
 * @param template what the mail is, for the mail service's counts
 * @throws what the mail service answers where it does not take the mail
 */
export const mailAtOnce = async (
  world: World,
  account: Pick<Account, 'email' | 'name'>,
  message: Message,
  template: string,
): Promise<void> => {
  const { department, help } = world.settings;
  await sendMail(world, {
    id: newId('delivery', world.now()),
    to: { name: account.name, address: account.email },
    replyTo: help.email,
    subject: message.subject,
    text: toText(message, department),
    html: toHtml(message, department),
    tags: { template },
    forSignIn: true,
  });
};

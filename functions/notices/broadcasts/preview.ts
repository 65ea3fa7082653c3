import type { Account } from '../../directory/accounts/account';
import { mailAtOnce } from '../../directory/accounts/mail-at-once';
import type { Written } from '../../events/broadcasts/broadcast';
import type { BroadcastInput } from '../../events/broadcasts/broadcast-input';
import { mustBeSendable } from '../../events/broadcasts/broadcast-input';
import type { Event } from '../../events/event/event';
import { getEvent } from '../../events/event/get';
import type { Message } from '../../platform/mail/message';
import { toText } from '../../platform/mail/render';
import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { toSay } from '../call-line';
import { broadcastFor } from '../message-for';
import { countWays, type Recipient, recipientsOf, subjectFor, type Ways } from './recipients';

export interface BroadcastPreview {
  ways: Ways;
  /** What the first of them would read, and what would be read out to the first who is called. */
  mail?: { to: string; subject: string; text: string };
  call?: { to: string; words: string };
}

const messageTo = async (
  world: World,
  event: Event,
  written: Written,
  recipient: Recipient | undefined,
): Promise<Message | undefined> => {
  const subject = recipient && (await subjectFor(world, event, recipient.one));
  return subject && broadcastFor(world, written, subject);
};

/** Who would get a message now, and what they would read. Writes nothing. */
export const previewBroadcast = async (
  world: World,
  eventId: string,
  input: BroadcastInput,
): Promise<BroadcastPreview> => {
  mustBeSendable(input);
  const { department } = world.settings;
  const event = await getEvent(world, eventId);
  const recipients = await recipientsOf(world, event, input);
  const first = (isOne: (r: Recipient) => boolean) => messageTo(world, event, input, recipients.find(isOne));
  const [mail, call] = await Promise.all([
    first(({ way }) => way === 'mail'),
    first(({ way }) => way !== 'mail'),
  ]);
  return {
    ways: countWays(recipients),
    ...(mail && { mail: { to: mail.to, subject: mail.subject, text: toText(mail, department) } }),
    ...(call && { call: { to: call.to, words: toSay(call, department.name) } }),
  };
};

/**
 * Mails the message to the account that writes it, worded for the first recipient, without that person's code and link.
 * @throws Problem invalid as `mustBeSendable` says; conflict `audience-empty`; unavailable `trial-not-sent`
 */
export const tryBroadcast = async (
  world: World,
  account: Pick<Account, 'email' | 'name'>,
  eventId: string,
  input: BroadcastInput,
): Promise<void> => {
  mustBeSendable(input);
  const event = await getEvent(world, eventId);
  const [first] = await recipientsOf(world, event, input);
  const subject = first && (await subjectFor(world, event, first.one));
  if (!subject) throw new Problem('conflict', 'audience-empty');
  const message = broadcastFor(world, input, subject, { trial: true });
  const trial: Message = {
    ...message,
    subject: `[THƯ THỬ] ${message.subject}`,
    body: [
      `Đây là thư thử, chỉ gửi cho ${account.name}. Người nhận thật thấy tên, mã và đường dẫn của mình.`,
      ...message.body,
    ],
  };
  try {
    await mailAtOnce(world, account, trial, 'broadcast-trial');
  } catch (error) {
    const name = error instanceof Error ? error.name : 'error';
    world.log({ what: 'broadcast-trial-not-sent', level: 'error', error: name });
    throw new Problem('unavailable', 'trial-not-sent');
  }
};

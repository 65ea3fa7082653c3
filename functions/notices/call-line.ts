import type { CallLine } from '../outbox/calls/call-instead';
import type { Message } from '../platform/mail/message';
import { bodyLines } from '../platform/mail/render';
import type { World } from '../platform/world/world';
import { messageOf } from './message-for';
import { recipientOf, type Subject } from './subject';

/** What tells a code: the organizer says it, also to people of a unit. */
const TELLS_CODE: readonly string[] = ['code', 'new-code'];

/**
 * A notice as a line of the call list, worded from the present state. Units and their officers read out no codes: with
 * the code anybody can act as the person.
 */
export const callLine = async (
  world: World,
  subject: Subject,
  notice: { sk: string; template: string },
): Promise<CallLine> => {
  const { name, phone, unitId, ...recipient } = recipientOf(subject);
  const ofEvent = subject.event?.id ?? recipient.owner;
  const owner = TELLS_CODE.includes(notice.template) ? ofEvent : recipient.owner;
  const codeless = owner !== ofEvent;
  const words = toSay(await messageOf(world, notice, subject, { codeless }), world.settings.department.name);
  return { name, phone, owner, unitId, words };
};

/** The words to read out on the phone or to paste into Zalo. */
export const toSay = (message: Message, department: string): string =>
  [`${department} trân trọng thông báo tới ${message.to}:`, ...bodyLines(message)].join('\n');

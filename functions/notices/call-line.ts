import type { CallLine } from '../outbox/calls/call-instead';
import type { Message } from '../platform/mail/message';
import { bodyLines } from '../platform/mail/render';
import type { World } from '../platform/world/world';
import { messageOf } from './message-for';
import { recipientOf, type Subject } from './subject';

/** A notice as a line of the call list, worded from the present state. */
export const callLine = async (
  world: World,
  subject: Subject,
  notice: { sk: string; template: string },
): Promise<CallLine> => {
  const { name, phone, owner, unitId } = recipientOf(subject);
  const words = toSay(await messageOf(world, notice, subject), world.settings.department.name);
  return { name, phone, owner, unitId, words };
};

/** The words to read out on the phone or to paste into Zalo. */
export const toSay = (message: Message, department: string): string =>
  [`${department} trân trọng thông báo tới ${message.to}:`, ...bodyLines(message)].join('\n');

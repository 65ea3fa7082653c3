import type { CallLine } from '../outbox/calls/call-instead';
import { toSay } from '../platform/mail/render';
import type { World } from '../platform/world/world';
import { messageFor } from './message-for';
import { recipientOf, type Subject } from './subject';

/** A notice as a line of the call list, worded from the present state. */
export const callLine = async (world: World, subject: Subject, template: string): Promise<CallLine> => {
  const { name, phone, owner } = recipientOf(subject);
  const words = toSay(await messageFor(world, template, subject), world.settings.department);
  return { name, phone, owner, words };
};
